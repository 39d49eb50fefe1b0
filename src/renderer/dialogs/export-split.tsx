import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type SplitChoice, splitKinds } from '../state/export-choice.ts'
import { ExportCheck } from './export-check.tsx'
import { ExportSelect } from './export-select.tsx'
import { WorkListText } from './work-list-text.tsx'

/** Asks whether the dataset is split, how, and what is never divided. */
export function ExportSplit(props: {
  split: SplitChoice
  onChange: (split: SplitChoice) => void
}): ReactNode {
  const { t } = useTranslation()
  const { split } = props
  const change = (part: Partial<SplitChoice>): void => props.onChange({ ...split, ...part })
  return (
    <section>
      <h3>{t('export.split')}</h3>
      <ExportSelect
        name={t('export.split-how')}
        values={splitKinds}
        chosen={split.kind}
        title={(kind) => t(`export.split-${kind}`)}
        onChange={(kind) => change({ kind })}
      />
      {split.kind === 'ratio' &&
        (['train', 'validation', 'test'] as const).map((name) => (
          <WorkListText
            key={name}
            name={t(`export.share-${name}`)}
            value={split.ratio[name]}
            isNumber
            onChange={(value) => change({ ratio: { ...split.ratio, [name]: value } })}
          />
        ))}
      {split.kind === 'count' &&
        (['validation', 'test'] as const).map((name) => (
          <WorkListText
            key={name}
            name={t(`export.count-${name}`)}
            value={split.count[name]}
            isNumber
            onChange={(value) => change({ count: { ...split.count, [name]: value } })}
          />
        ))}
      {split.kind !== 'none' && (
        <>
          <WorkListText
            name={t('export.seed')}
            value={split.seed}
            isNumber
            onChange={(seed) => change({ seed })}
          />
          {(['bySite', 'nearDuplicates', 'stratify'] as const).map((name) => (
            <ExportCheck
              key={name}
              name={t(`export.split-${name}`)}
              checked={split[name]}
              onChange={(checked) => change({ [name]: checked })}
            />
          ))}
        </>
      )}
    </section>
  )
}

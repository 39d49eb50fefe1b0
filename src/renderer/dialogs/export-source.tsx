import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ExportChoice, type ExportState, exportStates } from '../state/export-choice.ts'
import { ExportOrigins } from './export-origins.tsx'
import { ExportWorkList } from './export-work-list.tsx'
import { WorkListField } from './work-list-field.tsx'
import { WorkListText } from './work-list-text.tsx'

const states = Object.keys(exportStates).filter((key): key is ExportState => key in exportStates)

/** Asks which documents and which of their labels are exported. */
export function ExportSource(props: {
  corpus: string
  annotator: string
  choice: ExportChoice
  onChange: (part: Partial<ExportChoice>) => void
}): ReactNode {
  const { t } = useTranslation()
  const { choice, onChange } = props
  return (
    <section>
      <h3>{t('export.what')}</h3>
      <ExportWorkList corpus={props.corpus} chosen={choice.list} onChange={(list) => onChange({ list })} />
      <WorkListField name={t('export.state')}>
        <select
          value={choice.state ?? ''}
          onChange={({ target }) => onChange({ state: states.find((one) => one === target.value) ?? null })}
        >
          <option value="">{t('export.state-any')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {t(`list.${state}`)}
            </option>
          ))}
        </select>
      </WorkListField>
      <details>
        <summary>{t('export.more-filters')}</summary>
        <WorkListText
          name={t('export.annotator', { name: props.annotator })}
          value={choice.annotator}
          onChange={(annotator) => onChange({ annotator })}
        />
        <WorkListText name={t('work.sites')} value={choice.sites} onChange={(sites) => onChange({ sites })} />
        <WorkListText
          name={t('work.languages')}
          value={choice.languages}
          onChange={(languages) => onChange({ languages })}
        />
      </details>
      <ExportOrigins chosen={choice.origins} onChange={(origins) => onChange({ origins })} />
    </section>
  )
}

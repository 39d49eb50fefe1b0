import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { draftStrata, type WorkListDraft } from './work-list-draft.ts'
import { WorkListField } from './work-list-field.tsx'
import { WorkListText } from './work-list-text.tsx'

/** Asks whether all documents that fit come into a work list, or a sample of them, and how that is drawn. */
export function WorkListSample(props: {
  draft: WorkListDraft
  onChange: (part: Partial<WorkListDraft>) => void
}): ReactNode {
  const { t } = useTranslation()
  const { draft, onChange } = props
  return (
    <fieldset className="work-list-fields">
      <legend>{t('work.how-many')}</legend>
      <div className="work-list-options">
        <label>
          <input
            type="radio"
            name="how-many"
            checked={!draft.sampled}
            onChange={() => onChange({ sampled: false })}
          />
          {t('work.all')}
        </label>
        <label>
          <input
            type="radio"
            name="how-many"
            checked={draft.sampled}
            onChange={() => onChange({ sampled: true })}
          />
          {t('work.sample')}
        </label>
      </div>
      {draft.sampled && (
        <>
          <WorkListText
            name={t('work.size')}
            value={draft.size}
            isNumber
            onChange={(size) => onChange({ size })}
          />
          <WorkListField name={t('work.by')}>
            <select
              value={draft.by ?? ''}
              onChange={({ target }) =>
                onChange({ by: draftStrata.find((one) => one === target.value) ?? null })
              }
            >
              <option value="">{t('work.by-none')}</option>
              {draftStrata.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`work.by-${kind}`)}
                </option>
              ))}
            </select>
          </WorkListField>
          {draft.by === 'column' && (
            <WorkListText
              name={t('work.column')}
              value={draft.column}
              onChange={(column) => onChange({ column })}
            />
          )}
          <WorkListText
            name={t('work.seed')}
            value={draft.seed}
            isNumber
            onChange={(seed) => onChange({ seed })}
          />
        </>
      )}
    </fieldset>
  )
}

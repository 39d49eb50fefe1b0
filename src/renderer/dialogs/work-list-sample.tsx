import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { draftStrata, type WorkListDraft } from './work-list-draft.ts'

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
          <label className="work-list-field">
            <span>{t('work.size')}</span>
            <input
              type="text"
              inputMode="numeric"
              value={draft.size}
              onChange={({ target }) => onChange({ size: target.value })}
            />
          </label>
          <label className="work-list-field">
            <span>{t('work.by')}</span>
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
          </label>
          {draft.by === 'column' && (
            <label className="work-list-field">
              <span>{t('work.column')}</span>
              <input
                type="text"
                value={draft.column}
                onChange={({ target }) => onChange({ column: target.value })}
              />
            </label>
          )}
          <label className="work-list-field">
            <span>{t('work.seed')}</span>
            <input
              type="text"
              inputMode="numeric"
              value={draft.seed}
              onChange={({ target }) => onChange({ seed: target.value })}
            />
          </label>
        </>
      )}
    </fieldset>
  )
}

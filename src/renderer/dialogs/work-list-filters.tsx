import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type DraftState, draftStates, type WorkListDraft } from './work-list-draft.ts'

const states = Object.keys(draftStates).filter((key): key is DraftState => key in draftStates)

/** Asks to which documents a work list is kept. */
export function WorkListFilters(props: {
  draft: WorkListDraft
  onChange: (part: Partial<WorkListDraft>) => void
}): ReactNode {
  const { t } = useTranslation()
  const { draft, onChange } = props
  return (
    <fieldset className="work-list-fields">
      <legend>{t('work.only')}</legend>
      <label className="work-list-field">
        <span>{t('work.text')}</span>
        <input type="text" value={draft.text} onChange={({ target }) => onChange({ text: target.value })} />
      </label>
      <label className="work-list-field">
        <span>{t('work.sites')}</span>
        <input type="text" value={draft.sites} onChange={({ target }) => onChange({ sites: target.value })} />
      </label>
      <label className="work-list-field">
        <span>{t('work.languages')}</span>
        <input
          type="text"
          value={draft.languages}
          onChange={({ target }) => onChange({ languages: target.value })}
        />
      </label>
      <label className="work-list-field">
        <span>{t('work.state')}</span>
        <select
          value={draft.state ?? ''}
          onChange={({ target }) => onChange({ state: states.find((one) => one === target.value) ?? null })}
        >
          <option value="">{t('work.state-any')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {t(`list.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="work-list-field">
        <span>{t('work.smallest')}</span>
        <input
          type="text"
          inputMode="numeric"
          value={draft.smallest}
          onChange={({ target }) => onChange({ smallest: target.value })}
        />
      </label>
      <label className="work-list-field">
        <span>{t('work.largest')}</span>
        <input
          type="text"
          inputMode="numeric"
          value={draft.largest}
          onChange={({ target }) => onChange({ largest: target.value })}
        />
      </label>
    </fieldset>
  )
}

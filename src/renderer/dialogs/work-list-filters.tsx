import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type DraftState, draftStates, type WorkListDraft } from './work-list-draft.ts'
import { WorkListField } from './work-list-field.tsx'
import { WorkListText } from './work-list-text.tsx'

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
      <WorkListText name={t('work.text')} value={draft.text} onChange={(text) => onChange({ text })} />
      <WorkListText name={t('work.sites')} value={draft.sites} onChange={(sites) => onChange({ sites })} />
      <WorkListText
        name={t('work.languages')}
        value={draft.languages}
        onChange={(languages) => onChange({ languages })}
      />
      <WorkListField name={t('work.state')}>
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
      </WorkListField>
      <WorkListText
        name={t('work.smallest')}
        value={draft.smallest}
        isNumber
        onChange={(smallest) => onChange({ smallest })}
      />
      <WorkListText
        name={t('work.largest')}
        value={draft.largest}
        isNumber
        onChange={(largest) => onChange({ largest })}
      />
    </fieldset>
  )
}

import { type ReactNode, type RefObject, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Label, labelColours } from '../../core/label-set.ts'
import type { DraftFault, DraftLabel } from '../../core/label-set-draft.ts'
import { shownLabelTexts } from '../../core/label-texts/shown-label-texts.ts'

/** All there is to say of one label, with what keeps it from being saved beside the field it is about. */
export function LabelFields(props: {
  label: DraftLabel
  faults: readonly DraftFault[]
  nameRef: RefObject<HTMLInputElement | null>
  onChange: (fields: Partial<Label>) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const id = useId()
  const { label, onChange } = props
  const shown = shownLabelTexts(label, i18n.language)
  const nameFault = props.faults.find(({ field }) => field === 'name')
  const keyFault = props.faults.find(({ field }) => field === 'key')
  return (
    <div className="label-fields">
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('label-set.label-name')}</label>
        <input
          ref={props.nameRef}
          id={`${id}-name`}
          value={label.name}
          maxLength={64}
          autoComplete="off"
          aria-invalid={nameFault !== undefined}
          aria-describedby={nameFault ? `${id}-name-fault` : undefined}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        {nameFault && <FaultText id={`${id}-name-fault`} fault={nameFault} />}
      </div>
      <div className="field">
        <label htmlFor={`${id}-key`}>{t('label-set.key')}</label>
        <input
          id={`${id}-key`}
          className="label-key"
          value={label.key}
          maxLength={1}
          autoComplete="off"
          autoCapitalize="off"
          aria-invalid={keyFault !== undefined}
          aria-describedby={keyFault ? `${id}-key-fault` : `${id}-key-hint`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChange({ key: event.target.value.toLowerCase() })}
        />
        {keyFault ? (
          <FaultText id={`${id}-key-fault`} fault={keyFault} />
        ) : (
          <p id={`${id}-key-hint`} className="field-hint">
            {t('label-set.key-hint')}
          </p>
        )}
      </div>
      <fieldset className="field">
        <legend>{t('label-set.colour')}</legend>
        <div className="label-colours">
          {labelColours.map((colour) => (
            <label key={colour} data-colour={colour}>
              <input
                type="radio"
                name={`${id}-colour`}
                checked={label.colour === colour}
                onChange={() => onChange({ colour })}
              />
              <span>{t(`label-set.colour.${colour}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend>{t('label-set.keep')}</legend>
        <div className="label-keeps">
          {[true, false].map((keep) => (
            <label key={String(keep)}>
              <input
                type="radio"
                name={`${id}-keep`}
                checked={label.keep === keep}
                onChange={() => onChange({ keep })}
              />
              <span>{t(keep ? 'label-set.keeps' : 'label-set.drops')}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-description`}>{t('label-set.description')}</label>
        <textarea
          id={`${id}-description`}
          rows={3}
          maxLength={2000}
          value={label.description}
          aria-describedby={`${id}-description-hint`}
          onChange={(event) => onChange({ description: event.target.value })}
        />
        <div id={`${id}-description-hint`} className="field-hint">
          <p>{t('label-set.description-hint')}</p>
          {shown.description !== label.description && (
            <p>{t('label-set.shown-as', { text: shown.description })}</p>
          )}
        </div>
      </div>
      <div className="field">
        <label htmlFor={`${id}-examples`}>{t('label-set.examples')}</label>
        <textarea
          key={label.id}
          id={`${id}-examples`}
          rows={3}
          defaultValue={label.examples.join('\n')}
          aria-describedby={`${id}-examples-hint`}
          onChange={(event) => onChange({ examples: examplesIn(event.target.value) })}
        />
        <div id={`${id}-examples-hint`} className="field-hint">
          <p>{t('label-set.examples-hint')}</p>
          {shown.examples.some((example, index) => example !== label.examples[index]) && (
            <p>{t('label-set.shown-as', { text: shown.examples.join(' · ') })}</p>
          )}
        </div>
      </div>
    </div>
  )
}

/** The lines that are not blank, as many and as long as a label set may hold. */
const examplesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== '')
    .slice(0, 20)

function FaultText({ id, fault }: { id: string; fault: DraftFault }): ReactNode {
  const { t } = useTranslation()
  const command = fault.fault === 'key-command' ? t(`command.${fault.command}`) : ''
  const other = 'other' in fault ? fault.other : ''
  return (
    <p id={id} className="field-fault" role="alert">
      {t(`label-set.fault.${fault.fault}`, { command, other })}
    </p>
  )
}

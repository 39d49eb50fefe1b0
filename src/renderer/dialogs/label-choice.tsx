import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSet } from '../../core/label-set.ts'

/** Chooses a label of the set; with `own`, also that each line keeps its own, which is null. */
export function LabelChoice(props: {
  legend: string
  labelSet: LabelSet
  chosen: string | null
  own: boolean
  choose: (label: string | null) => void
}): ReactNode {
  const { t } = useTranslation()
  const group = useId()
  return (
    <fieldset className="label-choice">
      <legend>{props.legend}</legend>
      {props.own && (
        <label>
          <input
            type="radio"
            name={group}
            checked={props.chosen === null}
            onChange={() => props.choose(null)}
          />
          {t('repeats.own-labels')}
        </label>
      )}
      {props.labelSet.labels.map(({ name, colour, key }) => (
        <label key={name} data-colour={colour}>
          <input
            type="radio"
            name={group}
            checked={props.chosen === name}
            onChange={() => props.choose(name)}
          />
          <span className="label-swatch" aria-hidden="true" />
          {name}
          <kbd aria-hidden="true">{key}</kbd>
        </label>
      ))}
    </fieldset>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSet } from '../../core/label-set.ts'
import type { Suggestion } from '../../core/suggestions/suggestion.ts'
import { formatPercent } from '../messages/format-percent.ts'
import { colourOf } from './label-colour.ts'
import './suggestion-chip.css'

/** What stands in place of a label where one is suggested: like a ghost of it, with the model's confidence. */
export function SuggestionChip(props: {
  suggestion: Suggestion
  labelSet: LabelSet
  /** Whether it is among those that are accepted together. */
  sure: boolean
}): ReactNode {
  const { t } = useTranslation()
  const { suggestion, sure } = props
  const { label } = suggestion
  const percent = formatPercent(suggestion.confidence)
  return (
    <span
      className={`label-chip suggested${sure ? ' sure' : ''}`}
      data-colour={colourOf(props.labelSet, label)}
    >
      <span className="visually-hidden">
        {t(sure ? 'segments.suggested' : 'segments.suggested-unsure', { label, percent })}
      </span>
      <span className="suggested-label" aria-hidden="true">
        {label}
      </span>
      <span className="suggested-percent" aria-hidden="true">
        {percent}
      </span>
    </span>
  )
}

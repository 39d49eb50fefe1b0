import { type RuleBook, ruleFor } from '../repetition/rules.ts'
import type { ModelDocument } from './model-document.ts'
import { repetitionKey } from './normalise-line.ts'
import type { Suggestion } from './suggestion.ts'

/**
 * `suggestions` of the model, one for each of the segments from `first` on, with those of the corpus's rules in their
 * place where there is a rule for the line. Rules whose label the label set does not have say nothing.
 */
export function withRules(
  suggestions: readonly (Suggestion | null)[],
  document: ModelDocument,
  first: number,
  rules: RuleBook,
  labels: ReadonlySet<string>,
): readonly (Suggestion | null)[] {
  if (rules.size === 0) return suggestions
  return suggestions.map((suggestion, index) => {
    const { start, end } = document.segments[first + index] ?? { start: 0, end: 0 }
    const rule = ruleFor(rules, document.site, repetitionKey(document.text.slice(start, end)))
    if (!rule || !labels.has(rule.label)) return suggestion
    return { label: rule.label, confidence: 1, reason: 'rule' }
  })
}

import { z } from 'zod'
import type { Segment } from '../segment.ts'
import { repetitionKey } from '../suggestions/normalise-line.ts'

/** What a rule does to a line in documents to come: show its label as a suggestion, or give it at once. */
export const ruleModes = ['suggest', 'label'] as const

export type RuleMode = (typeof ruleModes)[number]

/** “This line is always …”: the label of a line, in the corpus or on one site of it. */
export const ruleSchema = z.object({
  id: z.string().min(1).max(64),
  /** The line in one of its forms; what counts is its repetition key. */
  text: z.string().min(1).max(10_000),
  label: z.string().min(1).max(64),
  mode: z.enum(ruleModes),
  scope: z.enum(['corpus', 'site']),
  /** For scope `site`. */
  site: z.string().max(8192).nullable(),
  /** The document in which it was made, if in one. */
  from: z.string().max(8192).nullable(),
  /** When it was made, ISO 8601 in UTC. */
  made: z.string(),
})

export type Rule = z.infer<typeof ruleSchema>

/** Rules by the line they are for. */
export type RuleBook = ReadonlyMap<string, readonly Rule[]>

/** `rules` ready for {@link ruleFor}. */
export function ruleBook(rules: readonly Rule[]): RuleBook {
  const book = new Map<string, Rule[]>()
  for (const rule of rules) {
    const key = repetitionKey(rule.text)
    const known = book.get(key)
    if (known) known.push(rule)
    else book.set(key, [rule])
  }
  return book
}

/** The rule for the line with this repetition key on `site`: the site's own before the corpus's; null if there is none. */
export function ruleFor(rules: RuleBook, site: string, key: string): Rule | null {
  const known = rules.get(key)
  if (!known) return null
  return (
    known.find((rule) => rule.scope === 'site' && rule.site === site) ??
    known.find((rule) => rule.scope === 'corpus') ??
    null
  )
}

/** True if both are for the same line in the same place, so that the later one replaces the earlier. */
export const sameRulePlace = (
  a: Pick<Rule, 'text' | 'scope' | 'site'>,
  b: Pick<Rule, 'text' | 'scope' | 'site'>,
): boolean => a.scope === b.scope && a.site === b.site && repetitionKey(a.text) === repetitionKey(b.text)

/** The label that rules of mode `label` give to segments without one, by the index of the segment. */
export function labelsByRules(
  text: string,
  segments: readonly Segment[],
  rules: RuleBook,
  site: string,
): Map<number, string> {
  const labels = new Map<number, string>()
  for (const [index, { start, end, label }] of segments.entries()) {
    if (label !== null) continue
    const rule = ruleFor(rules, site, repetitionKey(text.slice(start, end)))
    if (rule?.mode === 'label') labels.set(index, rule.label)
  }
  return labels
}

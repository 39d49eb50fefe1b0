import type { Label } from '../label-set.ts'
import { restLabel } from '../label-set.ts'

/** What labels of gold texts and of annotated pages mean, by the names that labels of sets commonly have. */
const names: ReadonlyMap<string, readonly string[]> = new Map([
  ['h', ['title', 'headline', 'heading', 'subhead']],
  ['headline', ['title', 'headline', 'heading']],
  ['p', ['body', 'content', 'text', 'paragraph']],
  ['l', ['list', 'body', 'content', 'text']],
  ['content', ['body', 'content', 'text']],
  ['full-text', ['body', 'content', 'text']],
  ['1', ['body', 'content', 'text']],
  ['supplemental', ['caption', 'byline', 'credit']],
  ['related', ['related']],
  ['comments', ['comments', 'comment']],
])

const kept = new Set(['h', 'headline', 'p', 'l', 'content', 'full-text', '1'])
const dropped = new Set(['related', 'comments', 'not-content', '0'])

/**
 * The label among `labels` that says what `tag` does, a label as CleanEval, Dragnet, BoilerNet, L3S-GN1 or cleaned text
 * know it: a label of that name, else one of the same meaning, else the first that is kept for what is kept, and the one
 * for the rest for what is not. Null where none fits, for a person to say.
 */
export function labelForGold(tag: string, labels: readonly Label[]): string | null {
  const named = (name: string): Label | undefined =>
    labels.find((label) => label.name.toLowerCase() === name.toLowerCase())
  for (const name of [tag, ...(names.get(tag) ?? [])]) {
    const label = named(name)
    if (label) return label.name
  }
  if (kept.has(tag)) return labels.find(({ keep }) => keep)?.name ?? null
  if (dropped.has(tag)) return restLabel({ name: '', labels: [...labels] })?.name ?? null
  return null
}

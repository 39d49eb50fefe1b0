import type { NamedSuggestion } from './named-suggestions-file.ts'
import type { Suggestion } from './suggestion.ts'

/**
 * What a model that knew other cuts suggests for the segments with these bounds (start and end of each in turn): the
 * label that covers most of a segment, if its runs cover half of it. Its confidence is that of the surest of these runs.
 * Both in the order of the text, in UTF-16 code units.
 */
export function suggestFromNamed(
  named: readonly NamedSuggestion[],
  bounds: ArrayLike<number>,
): (Suggestion | null)[] {
  const suggestions: (Suggestion | null)[] = []
  let from = 0
  for (let at = 0; at + 1 < bounds.length; at += 2) {
    const start = bounds[at] ?? 0
    const end = bounds[at + 1] ?? 0
    while (from < named.length && (named[from]?.end ?? 0) <= start) from++
    const covered = new Map<string, { length: number; confidence: number }>()
    for (let index = from; index < named.length; index++) {
      const run = named[index]
      if (!run || run.start >= end) break
      const length = Math.min(end, run.end) - Math.max(start, run.start)
      const before = covered.get(run.label)
      covered.set(run.label, {
        length: length + (before?.length ?? 0),
        confidence: Math.max(run.confidence, before?.confidence ?? 0),
      })
    }
    let best: { label: string; length: number; confidence: number } | null = null
    for (const [label, found] of covered) if (found.length > (best?.length ?? 0)) best = { label, ...found }
    suggestions.push(
      best && 2 * best.length >= end - start
        ? { label: best.label, confidence: best.confidence, reason: 'named-model' }
        : null,
    )
  }
  return suggestions
}

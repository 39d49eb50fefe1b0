import type { LostLabels } from './lost-labels.ts'

/** Labels whose dump has another name now. */
export interface NewPlace {
  readonly labels: LostLabels
  readonly to: string
}

/** Labels that would fit several documents, or several labels that would fit one. */
export interface UnclearPlace {
  readonly labels: LostLabels
  readonly candidates: readonly string[]
}

/**
 * Where lost labels belong.
 * @param candidates by content, the documents that each could be of, and of which the annotator has no labels
 */
export function newPlaces(candidates: ReadonlyMap<LostLabels, readonly string[]>): {
  clear: NewPlace[]
  unclear: UnclearPlace[]
} {
  const clear: NewPlace[] = []
  const unclear: UnclearPlace[] = []
  const keyOf = ({ annotator }: LostLabels, document: string): string => JSON.stringify([annotator, document])
  const wanted = new Map<string, number>()
  for (const [labels, documents] of candidates)
    for (const document of documents) {
      const key = keyOf(labels, document)
      wanted.set(key, (wanted.get(key) ?? 0) + 1)
    }
  for (const [labels, documents] of candidates) {
    const [to, ...others] = documents
    if (to === undefined) continue
    if (others.length === 0 && wanted.get(keyOf(labels, to)) === 1) clear.push({ labels, to })
    else unclear.push({ labels, candidates: documents })
  }
  return { clear, unclear }
}

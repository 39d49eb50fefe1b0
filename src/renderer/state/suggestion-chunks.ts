import { mostSuggestions } from '../../core/contract-suggestions.ts'

/** A run of segments by their indices. */
export interface Chunk {
  readonly first: number
  readonly count: number
}

/** More segments than are in sight at once, on a high screen in small text. */
const inSight = 400

/**
 * In which runs to ask for what is suggested in a document of `total` segments: a short one about the segment
 * `current` first, which the annotator sees, then the others from there on and round.
 */
export function suggestionChunks(total: number, current: number): Chunk[] {
  if (total === 0) return []
  const seen = Math.min(inSight, total)
  const first = Math.max(0, Math.min(current - seen / 2, total - seen))
  return [{ first, count: seen }, ...runs(first + seen, total), ...runs(0, first)]
}

function runs(from: number, to: number): Chunk[] {
  const chunks: Chunk[] = []
  for (let first = from; first < to; first += mostSuggestions)
    chunks.push({ first, count: Math.min(mostSuggestions, to - first) })
  return chunks
}

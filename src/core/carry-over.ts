import { bareMark, type Mark, type Segment, unlabelled } from './segment.ts'

/** A segment of an earlier state of the document, known by its text. */
export interface EarlierSegment extends Mark {
  readonly text: string
}

export interface CarriedOver {
  readonly segments: Segment[]
  /** How many labelled segments kept their label. */
  readonly kept: number
  /** The labelled segments whose text is no longer there. */
  readonly lost: EarlierSegment[]
}

/**
 * Gives the unlabelled `segments` of a changed text the labels of the earlier segments with the same text. Where a
 * text stands several times, the n-th keeps the label of the n-th.
 */
export function carryOver(
  text: string,
  segments: readonly Segment[],
  earlier: readonly EarlierSegment[],
): CarriedOver {
  const waiting = new Map<string, EarlierSegment[]>()
  for (const segment of earlier) {
    const queue = waiting.get(segment.text)
    if (queue) queue.push(segment)
    else waiting.set(segment.text, [segment])
  }
  let kept = 0
  const carried = segments.map(({ start, end }) => {
    const match = waiting.get(text.slice(start, end))?.shift()
    if (match && match.label !== null) kept++
    return { start, end, ...bareMark(match ?? unlabelled) }
  })
  const lost = [...waiting.values()].flat().filter((segment) => segment.label !== null)
  return { segments: carried, kept, lost }
}

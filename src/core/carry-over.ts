import { bareMark, type Mark, type Segment, sameMark, unlabelled } from './segment.ts'

/** A segment of an earlier state of the document, known by its text. */
export interface EarlierSegment extends Mark {
  readonly text: string
}

export interface CarriedOver {
  readonly segments: Segment[]
  /** How many labelled segments kept their label. */
  readonly kept: number
  /** How many segments the annotator has to look at. */
  readonly toReview: number
  /** The labelled segments whose text is no longer there. */
  readonly lost: EarlierSegment[]
}

/**
 * Gives the unlabelled `segments` of a changed text the labels of the earlier segments with the same text. Where a
 * text stands several times, the n-th keeps the label of the n-th. To review is what was not there before, and what
 * stands there more or less often than before, if its labels differed: the n-th may be another one now.
 */
export function carryOver(
  text: string,
  segments: readonly Segment[],
  earlier: readonly EarlierSegment[],
): CarriedOver {
  const before = byText(earlier, (segment) => segment.text)
  const now = byText(segments, ({ start, end }) => text.slice(start, end))
  const marks = new Map<Segment, Mark>()
  const lost: EarlierSegment[] = []
  let kept = 0
  for (const [shared, ones] of now) {
    const known = before.get(shared) ?? []
    const unclear = known.length !== ones.length && known.some((one) => known[0] && !sameMark(one, known[0]))
    for (const [n, segment] of ones.entries()) {
      const match = known[n]
      if (match && match.label !== null) kept++
      const mark = bareMark(match ?? unlabelled)
      marks.set(segment, match && !unclear ? mark : { ...mark, toReview: true })
    }
  }
  for (const [shared, known] of before)
    for (const segment of known.slice(now.get(shared)?.length ?? 0))
      if (segment.label !== null) lost.push(segment)
  const carried = segments.map((segment): Segment => {
    const { start, end } = segment
    return { start, end, ...(marks.get(segment) ?? unlabelled) }
  })
  return { segments: carried, kept, toReview: carried.filter((segment) => segment.toReview).length, lost }
}

function byText<T>(segments: readonly T[], textOf: (segment: T) => string): Map<string, T[]> {
  const known = new Map<string, T[]>()
  for (const segment of segments) {
    const shared = textOf(segment)
    const others = known.get(shared)
    if (others) others.push(segment)
    else known.set(shared, [segment])
  }
  return known
}

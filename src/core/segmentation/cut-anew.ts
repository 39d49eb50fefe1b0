import { bareMark, type Mark, type Segment, sameMark, unlabelled } from '../segment.ts'

export interface CutAnew {
  readonly segments: Segment[]
  /** How many labelled segments keep their label for all of their text. */
  readonly kept: number
  /** The labelled segments that lose their label, at least for a part of their text. */
  readonly lost: Segment[]
}

/**
 * Gives the segments of `cut`, another segmentation of the same text, the marks that `segments` have there. Where one
 * of them covers segments with different marks it gets none, so that no label reaches text it was not given to.
 */
export function cutAnew(segments: readonly Segment[], cut: readonly Segment[]): CutAnew {
  const result: Segment[] = []
  const losing = new Set<Segment>()
  let from = 0
  for (const { start, end } of cut) {
    while (from < segments.length && (segments[from]?.end ?? 0) <= start) from++
    const covered: Segment[] = []
    for (let index = from; index < segments.length; index++) {
      const segment = segments[index]
      if (!segment || segment.start >= end) break
      covered.push(segment)
    }
    const mark = commonMark(covered)
    if (!mark) for (const segment of covered) losing.add(segment)
    result.push({ start, end, ...bareMark(mark ?? unlabelled) })
  }
  const labelled = segments.filter(({ label }) => label !== null)
  const lost = labelled.filter((segment) => losing.has(segment))
  return { segments: result, kept: labelled.length - lost.length, lost }
}

function commonMark(segments: readonly Segment[]): Mark | null {
  const [first] = segments
  return first && segments.every((segment) => sameMark(segment, first)) ? first : null
}

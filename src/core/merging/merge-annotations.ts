import { type Annotation, longestNote, type Status } from '../annotation.ts'
import { bareMark, type LabelOrigin, type Mark, type Segment, sameSegment } from '../segment.ts'

/** Whose version of what is in conflict is to stand. */
export type Side = 'mine' | 'theirs'

/** What two annotations say differently, so that only the annotator can tell which is right. */
export type Conflict =
  | {
      readonly kind: 'segments'
      /** The run of the text, in UTF-16 code units, that both sides' segments cover. */
      readonly start: number
      readonly end: number
      readonly mine: readonly Segment[]
      readonly theirs: readonly Segment[]
    }
  | { readonly kind: 'status'; readonly mine: Status; readonly theirs: Status }

/** Two annotations of one text, merged as far as that needs no choice. */
export interface MergedAnnotations {
  readonly conflicts: readonly Conflict[]
  /** How many segments of theirs that mine did not have, or had otherwise, were taken. */
  readonly taken: number
  /** The annotation that it becomes with a choice for each conflict, in their order. */
  settle(choices: readonly Side[]): Annotation
}

/**
 * Merges two annotations of one text by segment. What only one of them has changed since `base` stands as that one has
 * it, and what both changed alike as they have it. Without a base, a label stands against none, and a cut with labels
 * against one without. All else is a conflict, so that no label of either is lost that nobody decided against.
 */
export function mergeAnnotations(
  base: Annotation | null,
  mine: Annotation,
  theirs: Annotation,
): MergedAnnotations {
  const conflicts: Conflict[] = []
  // Each part is settled, or stands for the conflict of that number.
  const parts: (readonly Segment[] | number)[] = []
  let taken = 0
  for (const [ours, others, before] of runsAlike([
    mine.segments,
    theirs.segments,
    ...(base ? [base.segments] : []),
  ])) {
    const merged = mergeRun(before ?? null, ours ?? [], others ?? [])
    if (merged && merged !== ours && !sameSegments(merged, ours ?? [])) taken += merged.length
    parts.push(merged ?? conflicts.length)
    const [start, end] = [ours?.[0]?.start ?? 0, ours?.at(-1)?.end ?? 0]
    if (!merged) conflicts.push({ kind: 'segments', start, end, mine: ours ?? [], theirs: others ?? [] })
  }
  const status = mergeStatus(base?.status ?? null, mine.status, theirs.status)
  if (status === null) conflicts.push({ kind: 'status', mine: mine.status, theirs: theirs.status })
  const note = mergeNotes(base?.note ?? null, mine.note, theirs.note)
  return {
    conflicts,
    taken,
    settle: (choices) => {
      const sideOf = (index: number): Side => choices[index] ?? 'mine'
      const segments = parts.flatMap((part) => {
        if (typeof part !== 'number') return part
        const conflict = conflicts[part]
        return conflict?.kind === 'segments' ? conflict[sideOf(part)] : []
      })
      const chosen = sideOf(conflicts.length - 1) === 'mine' ? mine.status : theirs.status
      return { segments, status: status ?? chosen, note }
    },
  }
}

/** Cuts several segmentations of one text into the shortest runs at whose ends all of them are cut. */
function* runsAlike(sides: readonly (readonly Segment[])[]): Generator<(readonly Segment[])[]> {
  const from = sides.map(() => 0)
  while (sides.every((segments, side) => (from[side] ?? 0) < segments.length)) {
    const to = from.map((at) => at + 1)
    for (;;) {
      const ends = sides.map((segments, side) => segments[(to[side] ?? 1) - 1]?.end ?? 0)
      const furthest = Math.max(...ends)
      const behind = ends.findIndex((end) => end < furthest)
      if (behind < 0 || (to[behind] ?? 0) >= (sides[behind]?.length ?? 0)) break
      to[behind] = (to[behind] ?? 0) + 1
    }
    yield sides.map((segments, side) => segments.slice(from[side], to[side]))
    for (const [side, at] of to.entries()) from[side] = at
  }
}

/** One run of the text, merged; null where both sides changed it differently. */
function mergeRun(
  base: readonly Segment[] | null,
  mine: readonly Segment[],
  theirs: readonly Segment[],
): readonly Segment[] | null {
  if (sameSegments(mine, theirs)) return mine
  if (base && sameSegments(base, mine)) return theirs
  if (base && sameSegments(base, theirs)) return mine
  if (sameBounds(mine, theirs)) {
    const known = base && sameBounds(base, mine)
    const merged = mine.flatMap((segment, at) => {
      const mark = mergeMarks(segment, theirs[at] ?? segment, known)
      return mark ? [{ start: segment.start, end: segment.end, ...mark }] : []
    })
    return merged.length === mine.length ? merged : null
  }
  if (base) return null
  const [isMine, isTheirs] = [isLabelled(mine), isLabelled(theirs)]
  if (isMine !== isTheirs) return isMine ? mine : theirs
  if (isMine) return null
  // Nobody has labelled it: the finer cut stands, on whichever side it is.
  if (mine.length !== theirs.length) return mine.length > theirs.length ? mine : theirs
  return boundsOf(mine) < boundsOf(theirs) ? mine : theirs
}

/** What both say of the same run; null if they differ. `known` if both are known to have changed it. */
function mergeMarks(mine: Mark, theirs: Mark, known: boolean | null): Mark | null {
  if (mine.label !== theirs.label) {
    if (known || (mine.label !== null && theirs.label !== null)) return null
    return bareMark(mine.label === null ? theirs : mine)
  }
  const [first, second] = originRank(mine) <= originRank(theirs) ? [mine, theirs] : [theirs, mine]
  const { toReview: _, ...mark } = bareMark(
    originRank(first) === originRank(second) && (second.from ?? '') < (first.from ?? '') ? second : first,
  )
  // Whoever looked at it did so for both.
  return mine.toReview && theirs.toReview ? { ...mark, toReview: true } : mark
}

const ranks: readonly (LabelOrigin | null)[] = ['human', 'accepted', 'propagated', null]

/** What an annotator said of this very segment comes before what was only accepted, or given to all its repeats. */
const originRank = ({ by }: Mark): number => ranks.indexOf(by)

function mergeStatus(base: Status | null, mine: Status, theirs: Status): Status | null {
  if (mine === theirs || theirs === base) return mine
  if (mine === base || mine === 'new') return theirs
  return theirs === 'new' ? mine : null
}

/** Both notes where neither holds the other: nothing written is lost, and there is nothing to choose. */
function mergeNotes(base: string | null, mine: string, theirs: string): string {
  if (theirs === base) return mine
  if (mine === base || theirs.includes(mine)) return theirs
  if (mine.includes(theirs)) return mine
  const both = [mine, theirs].sort().join('\n')
  return both.length <= longestNote ? both : mine
}

const isLabelled = (segments: readonly Segment[]): boolean => segments.some(({ label }) => label !== null)

const sameSegments = (one: readonly Segment[], other: readonly Segment[]): boolean =>
  one.length === other.length &&
  one.every((segment, at) => {
    const match = other[at]
    return match !== undefined && sameSegment(segment, match)
  })

const boundsOf = (segments: readonly Segment[]): string =>
  segments.map(({ start, end }) => `${start}-${end}`).join(' ')

const sameBounds = (one: readonly Segment[], other: readonly Segment[]): boolean =>
  one.length === other.length && boundsOf(one) === boundsOf(other)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation } from '../../../../src/core/annotation.ts'
import { mergeAnnotations, type Side } from '../../../../src/core/merging/merge-annotations.ts'
import { type Segment, sameSegment, segmentationFaults } from '../../../../src/core/segment.ts'
import { anyMark, anySegments } from '../any-annotation.ts'
import { anyText } from '../any-text.ts'

const anySides = fc.infiniteStream(fc.constantFrom<Side[]>('mine', 'theirs'))

interface Versions {
  readonly text: string
  readonly base: Annotation | null
  readonly mine: Annotation
  readonly theirs: Annotation
}

/** Any annotations of one text, the first of which the others may have come from. */
const anyVersions: fc.Arbitrary<Versions> = anyText.chain((text) => {
  const any: fc.Arbitrary<Annotation> = fc
    .tuple(
      anySegments(text),
      fc.constantFrom('new' as const, 'in-progress' as const, 'done' as const),
      fc.constantFrom('', 'a note', 'another'),
    )
    .map(([segments, status, note]) => ({ segments, status, note }))
  return any.chain((base) => {
    // Relabelled here and there, or cut anew altogether.
    const changed: fc.Arbitrary<Annotation> = fc.oneof(
      any,
      fc
        .array(fc.tuple(fc.boolean(), anyMark), {
          minLength: base.segments.length,
          maxLength: base.segments.length,
        })
        .map((marks) => ({
          ...base,
          segments: base.segments.map((segment, at) => {
            const [changes, mark] = marks[at] ?? [false, segment]
            return changes ? { start: segment.start, end: segment.end, ...mark } : segment
          }),
        })),
    )
    return fc.record<Versions>({
      text: fc.constant(text),
      base: fc.option(fc.constant(base)),
      mine: changed,
      theirs: changed,
    })
  })
})

const has = (segments: readonly Segment[], wanted: Segment): boolean =>
  segments.some((segment) => sameSegment(segment, wanted))

/** Whether a segment of the same run with the same label, however it came to be, is among `segments`. */
const hasLabel = (segments: readonly Segment[], { start, end, label }: Segment): boolean =>
  segments.some((segment) => segment.start === start && segment.end === end && segment.label === label)

test('merging with itself changes nothing and asks nothing, whatever the base', () => {
  fc.assert(
    fc.property(anyVersions, ({ base, mine }) => {
      const merged = mergeAnnotations(base, mine, mine)
      expect(merged.conflicts).toEqual([])
      expect(merged.taken).toBe(0)
      expect(merged.settle([])).toEqual(mine)
    }),
  )
})

test('what only one side has changed stands as that side has it', () => {
  fc.assert(
    fc.property(anyVersions, ({ base, mine }) => {
      if (!base) return
      for (const merged of [mergeAnnotations(base, mine, base), mergeAnnotations(base, base, mine)]) {
        expect(merged.conflicts).toEqual([])
        expect(merged.settle([])).toEqual(mine)
      }
    }),
  )
})

test('changes of different segments are all there, whichever side comes first', () => {
  const split = anyVersions.chain(({ mine }) =>
    fc.record({
      base: fc.constant(mine),
      marks: fc.array(fc.tuple(fc.constantFrom('mine', 'theirs', null), anyMark), {
        minLength: mine.segments.length,
        maxLength: mine.segments.length,
      }),
    }),
  )
  fc.assert(
    fc.property(split, ({ base, marks }) => {
      const by = (...sides: (string | null)[]): Annotation => ({
        ...base,
        segments: base.segments.map((segment, at) => {
          const [side, mark] = marks[at] ?? [null, segment]
          return sides.includes(side) && side !== null
            ? { start: segment.start, end: segment.end, ...mark }
            : segment
        }),
      })
      const both = by('mine', 'theirs')
      for (const [one, other] of [
        ['mine', 'theirs'],
        ['theirs', 'mine'],
      ] as const) {
        const merged = mergeAnnotations(base, by(one), by(other))
        expect(merged.conflicts).toEqual([])
        expect(merged.settle([])).toEqual(both)
      }
    }),
  )
})

test('whatever is chosen, the text is cut as it must be, and each conflict is as it was chosen', () => {
  fc.assert(
    fc.property(anyVersions, anySides, ({ text, base, mine, theirs }, sides) => {
      const merged = mergeAnnotations(base, mine, theirs)
      const choices = merged.conflicts.map((): Side => sides.next().value)
      const { segments, status } = merged.settle(choices)
      expect(segmentationFaults(text, segments)).toEqual([])
      for (const [at, conflict] of merged.conflicts.entries()) {
        const side = choices[at] ?? 'mine'
        if (conflict.kind === 'status') expect(status).toBe(conflict[side])
        else for (const segment of conflict[side]) expect(has(segments, segment)).toBe(true)
      }
    }),
  )
})

test('no label of either side is lost, unless it is in conflict or the other side took it away', () => {
  fc.assert(
    fc.property(anyVersions, ({ base, mine, theirs }) => {
      const merged = mergeAnnotations(base, mine, theirs)
      const { segments } = merged.settle([])
      for (const [side, own] of [
        ['mine', mine],
        ['theirs', theirs],
      ] as const)
        for (const segment of own.segments) {
          if (segment.label === null || hasLabel(segments, segment)) continue
          const isAsked = merged.conflicts.some(
            (conflict) => conflict.kind === 'segments' && has(conflict[side], segment),
          )
          expect(isAsked || (base !== null && has(base.segments, segment))).toBe(true)
        }
    }),
  )
})

test('merging is the same from either side, but for what is asked', () => {
  fc.assert(
    fc.property(anyVersions, ({ base, mine, theirs }) => {
      const one = mergeAnnotations(base, mine, theirs)
      const other = mergeAnnotations(base, theirs, mine)
      expect(other.conflicts).toEqual(
        one.conflicts.map((conflict) => ({ ...conflict, mine: conflict.theirs, theirs: conflict.mine })),
      )
      const take = (side: Side) => one.conflicts.map(() => side)
      expect(other.settle(take('theirs'))).toEqual(one.settle(take('mine')))
    }),
  )
})

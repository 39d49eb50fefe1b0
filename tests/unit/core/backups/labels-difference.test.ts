import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation } from '../../../../src/core/annotation.ts'
import { labelsDifference, relabelledRuns } from '../../../../src/core/backups/labels-difference.ts'
import { applyEdits, inverseAll } from '../../../../src/core/edit.ts'
import { editsBetween } from '../../../../src/core/edits-between.ts'
import type { Segment } from '../../../../src/core/segment.ts'
import type { SegmentationRule } from '../../../../src/core/segmentation/rules.ts'
import { anyNote, anySegments } from '../any-annotation.ts'
import { anyText } from '../any-text.ts'

const anyState = (text: string) =>
  fc.record({
    annotation: fc.record({
      segments: anySegments(text),
      status: fc.constantFrom<Annotation['status']>('new', 'in-progress', 'done'),
      note: anyNote,
    }),
    rule: fc.constantFrom<SegmentationRule>('line', 'sentence'),
  })

const anyTwo = anyText.chain((text) =>
  fc.record({ text: fc.constant(text), now: anyState(text), earlier: anyState(text) }),
)

const labelAt = (segments: readonly Segment[], offset: number): string | null | undefined =>
  segments.find(({ start, end }) => start <= offset && offset < end)?.label

test('the runs are where the labels differ, however both are cut, each within a segment of both', () => {
  fc.assert(
    fc.property(anyTwo, ({ text, now, earlier }) => {
      const [is, was] = [now.annotation.segments, earlier.annotation.segments]
      const runs = relabelledRuns(is, was)
      for (let at = 0; at < text.length; at++) {
        const [here, there] = [labelAt(is, at), labelAt(was, at)]
        const run = runs.find(({ start, end }) => start <= at && at < end)
        // White space between segments is nobody's.
        const differs = here !== undefined && there !== undefined && here !== there
        expect(run !== undefined).toBe(differs)
        if (run) expect([run.now, run.earlier]).toEqual([here, there])
      }
    }),
  )
})

test('restoring makes the labels those of then, undoing it those of now; “same” says that there is nothing to do', () => {
  fc.assert(
    fc.property(anyTwo, ({ text, now, earlier }) => {
      const edits = editsBetween(now, earlier)
      const restored = applyEdits(now.annotation, edits)
      expect(restored).toEqual(earlier.annotation)
      expect(applyEdits(restored, inverseAll(edits))).toEqual(now.annotation)
      expect(labelsDifference(text, now, earlier).same).toBe(edits.length === 0)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../src/core/annotation.ts'
import {
  applyEdit,
  applyEdits,
  type Edit,
  EditMismatch,
  editSchema,
  inverse,
  inverseAll,
  labelEdits,
  resegmentEdits,
  resegmentFaults,
} from '../../../src/core/edit.ts'
import { segmentationFaults, unlabelled } from '../../../src/core/segment.ts'
import { cutAnew } from '../../../src/core/segmentation/cut-anew.ts'
import { segmentationRules, segmentBy } from '../../../src/core/segmentation/rules.ts'
import { mergeEdits, splitEdits } from '../../../src/core/split-merge.ts'
import { anyAnnotatedText, anyMark } from './any-annotation.ts'

/** What an annotator can do to the segments; `at` and `to` are turned into places that there are. */
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('split' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ kind: fc.constant('merge' as const), at: fc.nat(), to: fc.nat({ max: 4 }) }),
  fc.record({ kind: fc.constant('label' as const), at: fc.nat(), mark: anyMark }),
  fc.record({ kind: fc.constant('rule' as const), rule: fc.constantFrom(...segmentationRules) }),
)
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

function editsOf(text: string, annotation: Annotation, step: Step): Edit[] {
  if (step.kind === 'rule') {
    const { segments } = cutAnew(annotation.segments, segmentBy(step.rule, text))
    return resegmentEdits(annotation, segments, { before: 'line', after: step.rule })
  }
  const count = annotation.segments.length
  if (count === 0) return []
  const index = step.at % count
  if (step.kind === 'label') return labelEdits(annotation, [index], step.mark)
  if (step.kind === 'merge') return mergeEdits(annotation, index, index + step.to)
  const { start, end } = annotation.segments[index] ?? { start: 0, end: 0 }
  return splitEdits(text, annotation, index, start + (step.to % (end - start + 1)))
}

describe('splitting, labelling, merging and cutting anew', () => {
  it('keep a segmentation without a fault, and are undone step by step and at once', () => {
    fc.assert(
      fc.property(anyAnnotatedText, fc.array(anyStep, { maxLength: 12 }), ({ text, annotation }, steps) => {
        let now = annotation
        const done: Edit[] = []
        for (const step of steps) {
          const edits = editsOf(text, now, step)
          const next = applyEdits(now, edits)
          expect(segmentationFaults(text, next.segments)).toEqual([])
          for (const edit of edits) {
            expect(editSchema.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit)
            expect(inverse(inverse(edit))).toEqual(edit)
            if (edit.kind === 'resegment') expect(resegmentFaults(text, edit)).toEqual([])
          }
          expect(applyEdits(next, edits.slice(-1))).toEqual(next)
          expect(applyEdits(next, inverseAll(edits))).toEqual(now)
          now = next
          done.push(...edits)
        }
        expect(applyEdits(now, inverseAll(done))).toEqual(annotation)
        expect(applyEdits(annotation, done)).toEqual(now)
      }),
    )
  })

  it('a split and a merge of its halves give back the same', () => {
    fc.assert(
      fc.property(anyAnnotatedText, fc.nat(), fc.nat(), ({ text, annotation }, at, to) => {
        const edits = editsOf(text, annotation, { kind: 'split', at, to })
        fc.pre(edits.length > 0)
        const split = applyEdits(annotation, edits)
        const index = at % annotation.segments.length
        expect(split.segments).toHaveLength(annotation.segments.length + 1)
        const merged = applyEdits(split, mergeEdits(split, index, index + 1))
        expect(merged.segments).toEqual(annotation.segments)
      }),
    )
  })
})

const text = 'one two  three four'
const annotation: Annotation = {
  status: 'in-progress',
  note: '',
  segments: [
    { start: 0, end: 7, label: 'body', by: 'human' },
    { start: 9, end: 14, ...unlabelled },
    { start: 15, end: 19, label: 'title', by: 'human' },
  ],
}
const contents = (after: Annotation): [string, string | null][] =>
  after.segments.map(({ start, end, label }) => [text.slice(start, end), label])

it('a split trims both halves, which keep the label', () => {
  const [edit] = splitEdits(text, annotation, 0, 4)
  expect(edit && contents(applyEdit(annotation, edit)).slice(0, 2)).toEqual([
    ['one', 'body'],
    ['two', 'body'],
  ])
  expect(splitEdits(text, annotation, 0, 3)).toEqual([edit])
})

it.each([0, 7, 8, 100])('there is no split at %i, where a half would be blank or outside', (offset) => {
  expect(splitEdits(text, annotation, 0, offset)).toEqual([])
})

it('a merge has the mark of the first that is labelled, and one segment is none', () => {
  expect(contents(applyEdits(annotation, mergeEdits(annotation, 1, 2)))).toEqual([
    ['one two', 'body'],
    ['three four', 'title'],
  ])
  expect(mergeEdits(annotation, 2, 7)).toEqual([])
})

it('a label finds its segments after another window split one above, and a cut there is a conflict', () => {
  const label = labelEdits(annotation, [1, 2], { label: 'caption', by: 'human' })
  const above = splitEdits(text, annotation, 0, 4)
  const across = mergeEdits(annotation, 1, 2)
  expect(contents(applyEdits(annotation, [...above, ...label]))).toEqual([
    ['one', 'body'],
    ['two', 'body'],
    ['three', 'caption'],
    ['four', 'caption'],
  ])
  expect(() => applyEdits(annotation, [...across, ...label])).toThrow(EditMismatch)
  expect(() => applyEdits(annotation, [...label, ...across])).toThrow(EditMismatch)
})

it('new segments that leave text out, overlap or reach further are faults', () => {
  const before = annotation.segments.slice(0, 1)
  const cut = (...bounds: [number, number][]): Edit => ({
    kind: 'resegment',
    before,
    after: bounds.map(([start, end]) => ({ start, end, ...unlabelled })),
  })
  const faults = (edit: Edit): string[] => (edit.kind === 'resegment' ? resegmentFaults(text, edit) : [])
  expect(faults(cut([0, 3], [4, 7]))).toEqual([])
  for (const wrong of [
    cut([0, 3]),
    cut([0, 5], [4, 7]),
    cut([0, 3], [3, 7]),
    cut([0, 7], [9, 14]),
    cut([1, 7]),
  ])
    expect(faults(wrong)).not.toEqual([])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation } from '../../../src/core/annotation.ts'
import { applySent } from '../../../src/core/apply-sent.ts'
import { applyEdits, type Edit, EditMismatch, labelEdits } from '../../../src/core/edit.ts'
import { segmentByLine } from '../../../src/core/segmentation/line.ts'
import { mergeEdits, splitEdits } from '../../../src/core/split-merge.ts'

const text = 'one two\nthree four\nfive six\nseven eight'
const annotated = (labels: readonly (string | null)[]): Annotation => ({
  segments: segmentByLine(text).map((segment, at) => {
    const label = labels[at] ?? null
    return { ...segment, label, by: label === null ? null : 'human' }
  }),
  status: 'new',
  note: '',
})

const label = fc.constantFrom('body', 'title', null)

/** Steps of an annotator: which segment, and a label, a split or a merge. */
const steps = fc.array(
  fc.record({ at: fc.nat(4), what: fc.constantFrom('label', 'split', 'merge'), label, offset: fc.nat(8) }),
  { maxLength: 8 },
)

function editsOf(
  annotation: Annotation,
  chosen: typeof steps extends fc.Arbitrary<infer T> ? T : never,
): Edit[] {
  const edits: Edit[] = []
  let present = annotation
  for (const { at, what, label, offset } of chosen) {
    const start = present.segments[at]?.start ?? 0
    const more =
      what === 'label'
        ? labelEdits(present, [at], { label, by: label === null ? null : 'human' })
        : what === 'split'
          ? splitEdits(text, present, at, start + offset)
          : mergeEdits(present, at, at + 1)
    edits.push(...more)
    present = applyEdits(present, more)
  }
  return edits
}

test('edits that are sent a second time change nothing, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(label, { minLength: 4, maxLength: 4 }), steps, (labels, chosen) => {
      const before = annotated(labels)
      const edits = editsOf(before, chosen)
      const after = applySent(before, edits)
      expect(after).toEqual(applyEdits(before, edits))
      expect(applySent(after, edits)).toEqual(after)
    }),
  )
})

test('edits that meet what somebody else made are refused as ever', () => {
  const before = annotated([null, null, null, null])
  const edits = editsOf(before, [
    { at: 0, what: 'label', label: 'body', offset: 0 },
    { at: 0, what: 'label', label: 'title', offset: 0 },
  ])
  expect(() => applySent(annotated(['caption', null, null, null]), edits)).toThrow(EditMismatch)
})

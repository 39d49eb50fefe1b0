import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Annotation, statuses } from '../../../src/core/annotation.ts'
import {
  applyEdit,
  applyEdits,
  type Edit,
  EditMismatch,
  editSchema,
  inverse,
  inverseAll,
  labelEdits,
  markSchema,
  noteEdits,
  statusEdits,
  unlabelledIndices,
} from '../../../src/core/edit.ts'
import { sameMark } from '../../../src/core/segment.ts'
import { anyAnnotatedText, anyMark, anyNote } from './any-annotation.ts'

/** A step that an annotator can take: a mark for some segments, or a status. */
const anyStep = fc.oneof(
  fc.record({ mark: anyMark, seeds: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }) }),
  fc.record({ status: fc.constantFrom(...statuses) }),
  fc.record({ note: anyNote }),
)
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 6 })
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

function editsOf(annotation: Annotation, step: Step): Edit[] {
  if ('status' in step) return statusEdits(annotation, step.status)
  if ('note' in step) return noteEdits(annotation, step.note)
  const count = annotation.segments.length
  const indices = count === 0 ? [] : [...new Set(step.seeds.map((seed) => seed % count))]
  return labelEdits(
    annotation,
    indices.sort((a, b) => a - b),
    step.mark,
  )
}

const annotation: Annotation = {
  status: 'new',
  note: '',
  segments: [
    { start: 0, end: 1, label: null, by: null },
    { start: 2, end: 3, label: null, by: null },
    { start: 4, end: 5, label: 'title', by: 'human' },
    { start: 6, end: 7, label: null, by: null },
  ],
}
const body = { label: 'body', by: 'human' } as const
const nothing = { label: null, by: null }

describe('any work of an annotator', () => {
  it('is undone by the inverse, step by step and at once', () => {
    fc.assert(
      fc.property(anyAnnotatedText, anySteps, ({ annotation: start }, steps) => {
        let now = start
        const done: Edit[] = []
        for (const step of steps) {
          const edits = editsOf(now, step)
          const next = applyEdits(now, edits)
          expect(applyEdits(next, inverseAll(edits))).toEqual(now)
          now = next
          done.push(...edits)
        }
        expect(applyEdits(now, inverseAll(done))).toEqual(start)
        expect(applyEdits(start, done)).toEqual(now)
      }),
    )
  })

  it('does no harm when an edit is applied twice', () => {
    fc.assert(
      fc.property(anyAnnotatedText, anyStep, ({ annotation: start }, step) => {
        const edits = editsOf(start, step)
        const once = applyEdits(start, edits)
        expect(applyEdits(once, edits)).toEqual(once)
      }),
    )
  })

  it('leaves the given annotation and all bounds as they are', () => {
    fc.assert(
      fc.property(anyAnnotatedText, anyStep, ({ annotation: start }, step) => {
        const copy = structuredClone(start)
        const after = applyEdits(start, editsOf(start, step))
        expect(start).toEqual(copy)
        expect(after.segments.map(({ start, end }) => [start, end])).toEqual(
          copy.segments.map(({ start, end }) => [start, end]),
        )
      }),
    )
  })

  it('travels as data that the contract accepts', () => {
    fc.assert(
      fc.property(anyAnnotatedText, anyStep, ({ annotation: start }, step) => {
        for (const edit of editsOf(start, step)) {
          const travelled: unknown = JSON.parse(JSON.stringify(edit))
          expect(editSchema.parse(travelled)).toEqual(edit)
        }
      }),
    )
  })

  it('marks exactly the segments that were chosen', () => {
    fc.assert(
      fc.property(anyAnnotatedText, fc.array(fc.nat()), anyMark, ({ annotation: start }, seeds, mark) => {
        const count = start.segments.length
        const chosen = new Set(count === 0 ? [] : seeds.map((seed) => seed % count))
        const after = applyEdits(
          start,
          labelEdits(
            start,
            [...chosen].sort((a, b) => a - b),
            mark,
          ),
        )
        for (const [index, segment] of after.segments.entries()) {
          const before = start.segments[index]
          expect(before && sameMark(segment, chosen.has(index) ? mark : before)).toBe(true)
        }
      }),
    )
  })
})

describe('labelEdits', () => {
  it('joins neighbours that had the same mark, and leaves out what is so already', () => {
    expect(labelEdits({ ...annotation, status: 'in-progress' }, [0, 1, 2, 3], body)).toEqual([
      {
        kind: 'label',
        runs: [
          { start: 0, end: 3, count: 2, before: nothing, after: body },
          { start: 4, end: 5, count: 1, before: { label: 'title', by: 'human' }, after: body },
          { start: 6, end: 7, count: 1, before: nothing, after: body },
        ],
      },
    ])
    expect(labelEdits(annotation, [2], { label: 'title', by: 'human' })).toEqual([])
    expect(labelEdits(annotation, [7], body)).toEqual([])
  })

  it('sets a new document to in progress with its first label, and not with a cleared one', () => {
    const statusAfter = (edits: Edit[]): string => applyEdits(annotation, edits).status
    expect(statusAfter(labelEdits(annotation, [0], body))).toBe('in-progress')
    expect(statusAfter(labelEdits(annotation, [2], nothing))).toBe('new')
    const done: Annotation = { ...annotation, status: 'done' }
    expect(applyEdits(done, labelEdits(done, [0], body)).status).toBe('done')
  })
})

describe('a mismatch', () => {
  const run = { start: 0, end: 1, count: 1, before: nothing, after: body }
  it.each<[string, Edit]>([
    [
      'a segment that someone else labelled',
      { kind: 'label', runs: [{ ...run, start: 2, end: 5, count: 2 }] },
    ],
    ['a segment that is not there', { kind: 'label', runs: [{ ...run, start: 6, end: 9, count: 2 }] }],
    ['a run cut into fewer segments than there are', { kind: 'label', runs: [{ ...run, end: 3 }] }],
    ['a run that starts within a segment', { kind: 'label', runs: [{ ...run, start: 5, end: 7 }] }],
    ['another status', { kind: 'status', before: 'done', after: 'in-progress' }],
  ])('throws on %s and changes nothing', (_, edit) => {
    const copy = structuredClone(annotation)
    expect(() => applyEdit(annotation, edit)).toThrow(EditMismatch)
    expect(() => applyEdits(annotation, [edit])).toThrow(EditMismatch)
    expect(annotation).toEqual(copy)
  })
})

it('inverse takes back runs that follow each other on one segment', () => {
  const title = { label: 'title', by: 'human' } as const
  const edit: Edit = {
    kind: 'label',
    runs: [
      { start: 0, end: 3, count: 2, before: nothing, after: body },
      { start: 2, end: 3, count: 1, before: body, after: title },
    ],
  }
  const after = applyEdit(annotation, edit)
  expect(after.segments.map((segment) => segment.label)).toEqual(['body', 'title', 'title', null])
  expect(applyEdit(after, inverse(edit))).toEqual(annotation)
})

it('inverse of inverse is the edit itself', () => {
  fc.assert(
    fc.property(anyAnnotatedText, anyStep, ({ annotation: start }, step) => {
      for (const edit of editsOf(start, step)) expect(inverse(inverse(edit))).toEqual(edit)
    }),
  )
})

it('statusEdits is empty where nothing changes', () => {
  expect(statusEdits(annotation, 'new')).toEqual([])
  expect(statusEdits(annotation, 'done')).toEqual([{ kind: 'status', before: 'new', after: 'done' }])
})

it('unlabelledIndices names the segments without a label', () => {
  expect(unlabelledIndices(annotation.segments)).toEqual([0, 1, 3])
})

describe('markSchema', () => {
  it.each([
    { label: '', by: 'human' },
    { label: 'body', by: null },
    { label: null, by: 'human' },
    { label: 'body', by: 'someone' },
    { label: 'x'.repeat(65), by: 'human' },
    { label: 'body' },
  ])('refuses %j, which no labels file could hold', (mark) => {
    expect(markSchema.safeParse(mark).success).toBe(false)
  })

  it('accepts any mark', () => {
    fc.assert(
      fc.property(anyMark, (mark) => {
        expect(markSchema.parse(mark)).toEqual(mark)
      }),
    )
  })
})

describe('editSchema', () => {
  it.each([
    { kind: 'label' },
    { kind: 'label', runs: [{ start: -1, end: 1, count: 1, before: nothing, after: body }] },
    { kind: 'label', runs: [{ start: 0, end: 1, count: 0, before: nothing, after: body }] },
    { kind: 'label', runs: [{ start: 0.5, end: 1, count: 1, before: nothing, after: body }] },
    { kind: 'status', before: 'new', after: 'finished' },
    { kind: 'delete' },
    null,
  ])('refuses %j', (edit) => {
    expect(editSchema.safeParse(edit).success).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../../src/core/annotation.ts'
import { applyEdits } from '../../../../src/core/edit.ts'
import type { PlacedLabel } from '../../../../src/core/import/placed-label.ts'
import { planImport } from '../../../../src/core/import/plan-import.ts'
import { segmentBy } from '../../../../src/core/segmentation/rules.ts'

const text = 'One\nTwo\nSix'
const manner = { rule: 'line', status: undefined, rest: undefined, overwrite: false } as const
const annotation = (...labels: (string | null)[]): Annotation => ({
  segments: segmentBy('line', text).map((segment, index) => {
    const label = labels[index] ?? null
    return { ...segment, label, by: label === null ? null : 'human' }
  }),
  status: labels.some((label) => label !== null) ? 'in-progress' : 'new',
  note: '',
})
const plan = (
  present: Annotation,
  labels: PlacedLabel[],
  more: Partial<Parameters<typeof planImport>[4]> = {},
) => planImport(text, present, { labels, aligned: null }, null, { ...manner, ...more })
const first: PlacedLabel = { start: 0, end: 3, label: 'body', by: 'propagated', from: 'b.txt' }

describe('what an import does to a document', () => {
  it('labels what has no label, with how it came to be', () => {
    const present = annotation()
    const { change, edits, labelled } = plan(present, [first])
    expect({ change, labelled }).toEqual({ change: 'new', labelled: 1 })
    const after = applyEdits(present, edits)
    expect(after.status).toBe('in-progress')
    expect(after.segments[0]).toMatchObject({ label: 'body', by: 'propagated', from: 'b.txt' })
    expect(plan(after, [first])).toMatchObject({ change: 'unchanged', edits: [] })
  })

  it('labels the rest where that is asked for, but for what has another label', () => {
    const { edits, others } = plan(annotation(), [first], { rest: 'boilerplate' })
    const labels = applyEdits(annotation(), edits).segments.map(({ label }) => label)
    expect({ labels, others }).toEqual({ labels: ['body', 'boilerplate', 'boilerplate'], others: [] })
    expect(plan(annotation(null, 'title'), [first], { rest: 'boilerplate' }).change).toBe('conflict')
  })

  it('keeps other labels beside its own', () => {
    const { change, labelled, others } = plan(annotation(null, 'title'), [first])
    expect({ change, labelled, others }).toEqual({ change: 'changed', labelled: 2, others: [] })
  })

  it('leaves a document as it is that is labelled otherwise, and says where', () => {
    const present = annotation('title', 'body')
    expect(plan(present, [first])).toMatchObject({
      change: 'conflict',
      edits: [],
      others: [{ label: 'title' }],
    })
    const { change, edits, others } = plan(present, [first], { overwrite: true })
    expect(change).toBe('changed')
    expect(others.map(({ label }) => label)).toEqual(['title', 'body'])
    expect(applyEdits(present, edits).segments.map(({ label }) => label)).toEqual(['body', null, null])
  })

  it('leaves what is finished finished, unless a status is asked for', () => {
    const done = { ...annotation(null, 'title'), status: 'done' as const }
    const status = (more: Parameters<typeof plan>[2]) =>
      applyEdits(done, plan(done, [first], more).edits).status
    expect(status({})).toBe('done')
    expect(status({ status: 'skipped' })).toBe('skipped')
  })
})

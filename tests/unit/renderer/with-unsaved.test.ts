import { expect, test } from 'vitest'
import type { OpenDocument } from '../../../src/core/contract.ts'
import { labelEdits, statusEdits } from '../../../src/core/edit.ts'
import { startWork } from '../../../src/renderer/state/open-work.ts'
import { withUnsaved } from '../../../src/renderer/state/with-unsaved.ts'

const text = 'Title\nBody'

const sent: OpenDocument = {
  kind: 'open',
  document: 'a.txt',
  text,
  encoding: 'utf-8',
  bytes: text.length,
  bounds: [0, 5, 6, 10],
  marks: [{ count: 2, mark: { label: null, by: null } }],
  rule: 'line',
  status: 'new',
  note: '',
  revision: 0,
}

const opened = startWork(sent, 0, { undo: [], redo: [] })
const titled = labelEdits(opened.annotation, [0], { label: 'title', by: 'human' })
const done = statusEdits({ ...opened.annotation, status: 'in-progress' }, 'done')

const shown = ({ annotation, counts }: typeof opened) => [
  annotation.segments.map(({ label }) => label),
  annotation.status,
  counts.get(null),
]

test('a document is shown with what is still on its way to the disk', () => {
  expect(shown(withUnsaved(opened, [...titled, ...done]))).toEqual([['title', null], 'done', 1])
})

test('what has arrived meanwhile is not done twice', () => {
  const half = withUnsaved(opened, titled)
  expect(shown(withUnsaved(half, [...titled, ...done]))).toEqual([['title', null], 'done', 1])
})

test('what does not fit leaves the document as it is on the disk', () => {
  const other = withUnsaved(opened, labelEdits(opened.annotation, [0], { label: 'caption', by: 'human' }))
  expect(withUnsaved(other, titled)).toBe(other)
})

import { expect, test } from 'vitest'
import type { OpenDocument } from '../../../src/core/contract.ts'
import { applyEdits, type Edit, labelEdits } from '../../../src/core/edit.ts'
import { mergeUnsaved } from '../../../src/renderer/state/merge-unsaved.ts'
import { settleMerge } from '../../../src/renderer/state/merging.ts'
import type { OpenWork } from '../../../src/renderer/state/open-work.ts'
import { startedWindow, workOn } from './started-window.ts'

const text = 'one\ntwo\nthree\nfour'

/** The work with these lines labelled, and the edits that did it. */
function labelled(work: OpenWork, labels: Readonly<Record<number, string>>) {
  const edits = Object.entries(labels).flatMap(([line, label]) =>
    labelEdits(work.annotation, [Number(line)], { label, by: 'human' }).filter(
      ({ kind }) => kind === 'label',
    ),
  )
  return { edits, work: { ...work, annotation: applyEdits(work.annotation, edits) } }
}

/** How the service answers for the document as it is on the disk. */
const sent = ({ document, annotation }: OpenWork, of = text): OpenDocument => ({
  kind: 'open',
  document,
  text: of,
  encoding: 'utf-8',
  bytes: of.length,
  status: annotation.status,
  note: '',
  revision: 3,
  rule: 'line',
  bounds: annotation.segments.flatMap(({ start, end }) => [start, end]),
  marks: annotation.segments.map(({ label, by }) => ({ count: 1, mark: { label, by } })),
})

/** A window whose edits of `b.txt`, which it has left, met other labels on the disk. */
function conflicting(
  mine: Readonly<Record<number, string>>,
  theirs: Readonly<Record<number, string>>,
  disk = text,
) {
  const before = workOn('b.txt', text)
  const own = labelled(before, mine)
  const others = labelled(before, theirs)
  const saved: Edit[] = []
  let forgotten = 0
  const window = startedWindow(workOn('a.txt', 'another'), (call) => {
    if (call.name === 'openDocument') void call.answer(sent(others.work, disk))
  })
  Object.assign(window.controller, {
    saveOf: (_corpus: string, _document: string, edits: readonly Edit[]) => saved.push(...edits),
  })
  const conflict = {
    corpus: 'c',
    document: 'b.txt',
    message: '',
    edits: own.edits,
    forget: () => {
      forgotten++
    },
  }
  return {
    window,
    merge: () => mergeUnsaved(window.controller, conflict, own.work),
    /** What the disk has, and what it will have once all that was sent is saved. */
    outcome: () => applyEdits(others.work.annotation, saved).segments.map(({ label }) => label),
    forgotten: () => forgotten,
  }
}

test('edits of a document that was left go together with what others labelled beside them', async () => {
  const { merge, outcome, window, forgotten } = conflicting(
    { 0: 'title', 2: 'body' },
    { 1: 'caption', 2: 'body' },
  )
  expect(await merge()).toBe(true)
  expect(outcome()).toEqual(['title', 'caption', 'body', null])
  expect(forgotten()).toBe(1)
  expect(window.store.getState().merge).toBeNull()
})

test('where both differ theirs stands until the annotator chooses, and what is unsaved is kept until then', async () => {
  const { merge, outcome, window, forgotten } = conflicting({ 0: 'title', 1: 'body' }, { 1: 'caption' })
  expect(await merge()).toBe(true)
  expect(outcome()).toEqual(['title', 'caption', null, null])
  expect(forgotten()).toBe(0)
  expect(window.store.getState()).toMatchObject({
    dialog: 'merge',
    merge: {
      document: 'b.txt',
      preview: {
        conflicts: [{ mine: [{ text: 'two', label: 'body' }], theirs: [{ text: 'two', label: 'caption' }] }],
      },
    },
  })
  await settleMerge(window.controller, ['mine'])
  expect(outcome()).toEqual(['title', 'body', null, null])
  expect(forgotten()).toBe(1)
  expect(window.store.getState()).toMatchObject({ dialog: null, merge: null })
})

test('labels of another text are not merged: they wait to be recovered', async () => {
  const { merge, outcome, forgotten } = conflicting({ 0: 'title' }, { 1: 'caption' }, 'uno\ntwo\nthree\nfour')
  expect(await merge()).toBe(false)
  expect(outcome()).toEqual([null, 'caption', null, null])
  expect(forgotten()).toBe(0)
})

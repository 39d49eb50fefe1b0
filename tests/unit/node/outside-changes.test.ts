import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { WinnowEvent } from '../../../src/core/contract.ts'
import { labelling, labelsFile, labelsOf, type StartedWinnow, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An open document with `title` on its first line, and a copy of its labels file from before `body` on the second. */
async function openLabelled(): Promise<{ started: StartedWinnow; path: string; older: string }> {
  const folder = temporaryFolder({ 'a.txt': 'one\ntwo\nthree' })
  const started = await startWinnow(folder)
  await started.open('a.txt')
  await started.apply('a.txt', [labelling(0, 'title')])
  const path = labelsFile(folder, 'a.txt')
  copyFileSync(path, `${path}.older`)
  await started.apply('a.txt', [labelling(1, 'body')])
  return { started, path, older: `${path}.older` }
}

const fromOutside = (event: WinnowEvent): boolean =>
  event.name === 'annotation-changed' && event.payload.client === 'another-process'

/** What the first event from outside says of marks: before and after. */
async function marksTold({ event }: StartedWinnow) {
  const told = await event(fromOutside)
  const edits = told.name === 'annotation-changed' ? told.payload.edits : []
  return edits.flatMap((edit) =>
    edit.kind === 'label' ? edit.runs.map((run) => [run.start, run.before.label, run.after.label]) : [],
  )
}

test('labels that another program changes are told of while nothing is saved here', async () => {
  const { started, path } = await openLabelled()
  writeFileSync(path, readFileSync(path, 'utf8').replace('"label": "title"', '"label": "caption"'))
  expect(await marksTold(started)).toEqual([[0, 'title', 'caption']])
  await started.apply('a.txt', [labelling(2, 'boilerplate')])
  expect(labelsOf(await started.open('a.txt'))).toEqual(['caption', 'body', 'boilerplate'])
})

test('an older version that is put back is told of as any other change, and is built on', async () => {
  const { started, path, older } = await openLabelled()
  renameSync(older, path)
  expect(await marksTold(started)).toEqual([[4, 'body', null]])
  expect(await started.apply('a.txt', [labelling(1, 'caption')])).toBe(2)
  expect(labelsOf(await started.open('a.txt'))).toEqual(['title', 'caption', null])
})

test('an older version is told of also where a save comes first', async () => {
  const { started, path, older } = await openLabelled()
  renameSync(older, path)
  await started.apply('a.txt', [labelling(2, 'boilerplate')])
  expect(await marksTold(started)).toEqual([[4, 'body', null]])
  expect(labelsOf(await started.open('a.txt'))).toEqual(['title', null, 'boilerplate'])
})

test('labels that another program takes away are told of, not kept on the screen as if they were saved', async () => {
  const { started, path } = await openLabelled()
  rmSync(path)
  expect(await marksTold(started)).toEqual([
    [0, 'title', null],
    [4, 'body', null],
  ])
})

test('labels that another program damages are to be opened anew', async () => {
  const { started, path } = await openLabelled()
  writeFileSync(path, 'damage')
  const replaced = await started.event(({ name }) => name === 'labels-replaced')
  expect(replaced.payload).toEqual({ corpus: started.id, documents: ['a.txt'] })
})

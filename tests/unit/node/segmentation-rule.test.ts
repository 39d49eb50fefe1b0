import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unlabelled } from '../../../src/core/segment.ts'
import { labelling, labelsFile, labelsOf, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const text = 'One. Two.\nThree.'
const halves = [
  { start: 0, end: 4, ...unlabelled },
  { start: 5, end: 9, ...unlabelled },
]
const split = { kind: 'resegment' as const, before: [{ start: 0, end: 9, ...unlabelled }], after: halves }

it('a new rule cuts documents without labels, also open ones, and leaves those with labels as they are', async () => {
  const folder = temporaryFolder({ 'a.txt': text, 'b.txt': text, 'c.txt': text })
  const { winnow, id, open, apply, event } = await startWinnow(folder)
  await open('a.txt')
  await open('b.txt')
  await apply('b.txt', [labelling(0, 'body')])
  await winnow.service.setSegmentation({ corpus: id, rule: 'sentence' })
  const told = await event(
    ({ name, payload }) =>
      name === 'annotation-changed' && 'document' in payload && payload.document === 'a.txt',
  )
  expect(told.payload).toMatchObject({
    revision: 0,
    edits: [{ ...split, rule: { before: 'line', after: 'sentence' } }],
  })
  expect((await open('a.txt')).bounds).toEqual([0, 4, 5, 9, 10, 16])
  expect((await open('c.txt')).rule).toBe('sentence')
  expect(await open('b.txt')).toMatchObject({ bounds: [0, 9, 10, 16], rule: 'line' })
  expect(JSON.parse(readFileSync(join(folder, 'winnow/project.json'), 'utf8'))).toMatchObject({
    segmentation: 'sentence',
  })
  const again = await startWinnow(folder)
  expect(again.corpus.segmentation).toBe('sentence')
})

it('labels of the document as it was cut before still find their text, or are refused', async () => {
  const folder = temporaryFolder({ 'a.txt': text })
  const { winnow, id, open, apply } = await startWinnow(folder)
  await open('a.txt')
  await winnow.service.setSegmentation({ corpus: id, rule: 'sentence' })
  await apply('a.txt', [labelling(1, 'body')])
  await expect(apply('a.txt', [labelling(0, 'title')])).rejects.toMatchObject({ code: 'labels-changed' })
  expect(labelsOf(await open('a.txt'))).toEqual([null, null, 'body'])
})

it('a split by another process reaches the windows of this one', async () => {
  const folder = temporaryFolder({ 'a.txt': text })
  const here = await startWinnow(folder)
  await here.apply('a.txt', [labelling(1, 'body')])
  await here.open('a.txt')
  const there = await startWinnow(folder)
  await there.apply('a.txt', [split])
  await here.apply('a.txt', [])
  const told = await here.event(
    ({ name, payload }) =>
      name === 'annotation-changed' && 'edits' in payload && payload.client === 'another-process',
  )
  expect(told.payload).toMatchObject({ edits: [split] })
  expect(labelsOf(await here.open('a.txt'))).toEqual([null, null, 'body'])
})

it('segments that leave out text are refused, and nothing is written', async () => {
  const folder = temporaryFolder({ 'a.txt': text })
  const { open, apply } = await startWinnow(folder)
  await open('a.txt')
  await expect(apply('a.txt', [{ ...split, after: halves.slice(0, 1) }])).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringContaining('belongs to no segment'),
  })
  expect(() => readFileSync(labelsFile(folder, 'a.txt'))).toThrow('ENOENT')
})

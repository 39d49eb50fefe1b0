import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelsFileSchema } from '../../../src/core/labels-file.ts'
import { newPlaces } from '../../../src/node/following/new-places.ts'
import { labelling, labelsFile, labelsOf, type StartedWinnow, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const followed = ({ event }: StartedWinnow) => event(({ name }) => name === 'labels-followed')

const readLabels = (folder: string, document: string) =>
  labelsFileSchema.parse(JSON.parse(readFileSync(labelsFile(folder, document), 'utf8')))

/** Resolves once troubles were told of; those that are listed then. */
async function troublesOf({ winnow, id, event }: StartedWinnow) {
  await event(({ name, payload }) => name === 'listing' && 'state' in payload && payload.state.troubles > 0)
  return (await winnow.service.listTroubles({ corpus: id, offset: 0, limit: 10 })).troubles
}

test('labels of all annotators follow a dump that was renamed, with backup and work lists', async () => {
  const folder = temporaryFolder({ 'a.txt': 'one\ntwo', 'b.txt': 'six\nten' })
  const first = await startWinnow(folder)
  await first.apply('a.txt', [labelling(0, 'title')])
  await first.apply('a.txt', [labelling(1, 'body')])
  const bob = await startWinnow(folder, { annotator: 'bob' })
  await bob.apply('a.txt', [labelling(0, 'caption')])
  await first.winnow.service.makeWorkList({
    corpus: first.id,
    name: 'pilot',
    replace: false,
    job: 'job',
    choice: { filter: {}, sample: null },
  })
  await first.winnow.close()
  await bob.winnow.close()
  mkdirSync(join(folder, 'site'))
  renameSync(join(folder, 'a.txt'), join(folder, 'site', 'moved.txt'))

  const again = await startWinnow(folder)
  expect((await followed(again)).payload).toEqual({
    corpus: again.id,
    count: 1,
    followed: [{ from: 'a.txt', to: 'site/moved.txt' }],
    workLists: ['pilot'],
  })
  expect(labelsOf(await again.open('site/moved.txt'))).toEqual(['title', 'body'])
  expect(readLabels(folder, 'site/moved.txt')).toMatchObject({ document: 'site/moved.txt', revision: 2 })
  expect(existsSync(`${labelsFile(folder, 'site/moved.txt')}.bak`)).toBe(true)
  expect(existsSync(labelsFile(folder, 'a.txt'))).toBe(false)
  expect(existsSync(join(folder, 'winnow/labels/bob/site/moved.txt.json'))).toBe(true)
  const list = await again.winnow.service.chooseWorkList({ corpus: again.id, name: 'pilot' })
  expect(list?.documents).toEqual(['site/moved.txt', 'b.txt'])
  const check = await again.winnow.service.checkCorpus({ corpus: again.id })
  expect(check.faults).toEqual([])
})

test('labels of records follow their container', async () => {
  const lines = ['first page', 'second page', 'third page'].map((text) => `${JSON.stringify({ text })}\n`)
  const folder = temporaryFolder({ 'shard.jsonl': lines.join(''), 'other.jsonl': lines.slice(0, 2).join('') })
  const first = await startWinnow(folder)
  for (const [document, text] of [
    ['shard.jsonl/1', 'first page'],
    ['shard.jsonl/3', 'third page'],
  ] as const)
    await first.apply(document, [labelling(0, 'body')(text)])
  await first.winnow.close()
  renameSync(join(folder, 'shard.jsonl'), join(folder, 'renamed.jsonl'))

  const again = await startWinnow(folder)
  // The first record is in both; the third only in one.
  expect((await followed(again)).payload).toMatchObject({
    followed: [
      { from: 'shard.jsonl/1', to: 'renamed.jsonl/1' },
      { from: 'shard.jsonl/3', to: 'renamed.jsonl/3' },
    ],
  })
  expect(labelsOf(await again.open('renamed.jsonl/3'))).toEqual(['body'])
})

test('labels stay where it is not clear which dump is theirs, and are named', async () => {
  const folder = temporaryFolder({ 'a.txt': 'one\ntwo' })
  const first = await startWinnow(folder)
  await first.apply('a.txt', [labelling(0, 'body')])
  await first.winnow.close()
  renameSync(join(folder, 'a.txt'), join(folder, 'b.txt'))
  writeFileSync(join(folder, 'c.txt'), 'one\ntwo')

  const again = await startWinnow(folder)
  const [trouble] = await troublesOf(again)
  expect(trouble?.file).toBe('a.txt')
  expect(trouble?.reason).toContain('“b.txt” or “c.txt”')
  expect(readLabels(folder, 'a.txt').document).toBe('a.txt')
  // Once there is no doubt, they follow, and nothing is left to name.
  rmSync(join(folder, 'c.txt'))
  await again.winnow.service.openCorpus({ folder: again.id })
  expect((await followed(again)).payload).toMatchObject({ followed: [{ from: 'a.txt', to: 'b.txt' }] })
  expect((await again.winnow.service.listTroubles({ corpus: again.id, offset: 0, limit: 10 })).total).toBe(0)
})

test('labels never take the place of others, nor leave a dump that is still there', async () => {
  const folder = temporaryFolder({ 'a.txt': 'one\ntwo', 'b.txt': 'one\ntwo', 'k.txt': 'six', 'z.txt': 'six' })
  const first = await startWinnow(folder)
  await first.apply('a.txt', [labelling(0, 'body')])
  await first.apply('b.txt', [labelling(0, 'title')])
  await first.apply('k.txt', [labelling(0, 'title')])
  await first.winnow.close()
  rmSync(join(folder, 'a.txt'))

  const again = await startWinnow(folder)
  await again.event(({ name, payload }) => name === 'summaries' && 'complete' in payload && payload.complete)
  await again.winnow.close()
  expect(readLabels(folder, 'a.txt').segments[0]?.label).toBe('body')
  expect(readLabels(folder, 'b.txt').segments[0]?.label).toBe('title')
  expect(existsSync(labelsFile(folder, 'z.txt'))).toBe(false)
})

test('what a crash left half followed is finished', async () => {
  const folder = temporaryFolder({ 'a.txt': 'one\ntwo' })
  const first = await startWinnow(folder)
  await first.apply('a.txt', [labelling(0, 'body')])
  await first.winnow.close()
  const before = readFileSync(labelsFile(folder, 'a.txt'))
  renameSync(join(folder, 'a.txt'), join(folder, 'b.txt'))
  const again = await startWinnow(folder)
  await followed(again)
  await again.winnow.close()
  writeFileSync(labelsFile(folder, 'a.txt'), before)

  await followed(await startWinnow(folder))
  expect(existsSync(labelsFile(folder, 'a.txt'))).toBe(false)
  expect(readLabels(folder, 'b.txt').segments[0]?.label).toBe('body')
})

test('two labels that would fit one document follow nowhere', () => {
  const lost = (annotator: string, document: string) => ({
    annotator,
    document,
    path: `${annotator}/${document}`,
    dump: { sha256: '', bytes: 3 },
  })
  const [a, b, c] = [lost('ann', 'a'), lost('ann', 'b'), lost('bob', 'a')]
  const found = new Map([a, b, c].map((labels) => [labels, ['x']]))
  expect(newPlaces(found)).toEqual({
    clear: [{ labels: c, to: 'x' }],
    unclear: [
      { labels: a, candidates: ['x'] },
      { labels: b, candidates: ['x'] },
    ],
  })
})

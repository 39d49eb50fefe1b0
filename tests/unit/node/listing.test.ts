import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Listing } from '../../../src/core/contract-listing.ts'
import { DocumentTable } from '../../../src/core/listing/document-table.ts'
import { CorpusListing, type IndexFiles } from '../../../src/node/listing/corpus-listing.ts'
import { IndexThreads } from '../../../src/node/listing/index-threads.ts'
import { builtWorker } from './built-worker.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const program = builtWorker('listing/index-worker.ts')

/** A listing of `folder`, and the documents as a window knows them that heard of all changes. */
function listingOf(folder: string, cacheFolder: string | null = null) {
  const settings = { columns: {}, cacheFolder }
  const threads = new IndexThreads(program)
  const looked: string[] = []
  const index: IndexFiles = (files, signal, tell) => {
    looked.push(...files.map(({ id }) => id))
    return threads.run(folder, files, settings, signal, tell)
  }
  const told: Listing[] = []
  const listing = new CorpusListing({
    folder,
    labelsHome: join(folder, 'winnow'),
    settings,
    watch: true,
    index,
    onTold: (one) => told.push(one),
    onComplete: () => {},
    log: (error) => expect.unreachable(String(error)),
  })
  onTestFinished(() => listing.close())
  return {
    listing,
    told,
    /** Lists, and returns which files were looked into for it, by name: the disk gives them in any order. */
    refresh: async () => {
      looked.length = 0
      listing.refresh()
      await listing.complete()
      return looked.toSorted()
    },
    ids: () => [...listing.table.ids()],
    /** What a window has that was there from the beginning. */
    window: () => [...told.reduce((table, { change }) => table.with(change), DocumentTable.empty).ids()],
  }
}

const jsonl = (texts: readonly string[]): string =>
  texts.map((text) => `${JSON.stringify({ text })}\n`).join('')

test('files and records of all kinds are listed, whatever their names say', async () => {
  const folder = temporaryFolder({
    'a.txt': 'text',
    'b.jsonl': jsonl(['one', 'two']),
    'c.data': jsonl(['three']),
    README: 'words in a file without an extension',
    'd.html': '<!doctype html><p>page</p>',
    'e.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
  })
  const { refresh, ids, window, listing } = listingOf(folder)
  await refresh()
  expect(ids()).toEqual(['a.txt', 'b.jsonl/1', 'b.jsonl/2', 'c.data/1', 'd.html', 'README'])
  expect(window()).toEqual(ids())
  expect(listing.troubles).toEqual([])
})

test('what changed, came and went is found, and nothing else is looked into again', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x', 'b.jsonl': jsonl(['one']), 'c.jsonl': jsonl(['two']) })
  const { refresh, ids, window } = listingOf(folder)
  expect(await refresh()).toEqual(['b.jsonl', 'c.jsonl'])
  expect(await refresh()).toEqual([])
  putFiles(folder, { 'b.jsonl': jsonl(['one', 'more']), 'new.txt': 'y' })
  rmSync(join(folder, 'a.txt'))
  renameSync(join(folder, 'c.jsonl'), join(folder, 'd.jsonl'))
  expect(await refresh()).toEqual(['b.jsonl', 'd.jsonl'])
  expect(ids()).toEqual(['b.jsonl/1', 'b.jsonl/2', 'd.jsonl/1', 'new.txt'])
  expect(window()).toEqual(ids())
})

test('the next time it begins with what was kept, and looks into nothing that is the same', async () => {
  const folder = temporaryFolder({ 'a.jsonl': `${jsonl(['one'])}broken\n${jsonl(['two'])}`, 'b.txt': '' })
  const cache = temporaryFolder()
  const first = listingOf(folder, cache)
  await first.refresh()
  await expect.poll(() => listingOf(folder, cache).refresh()).toEqual([])
  const second = listingOf(folder, cache)
  await second.refresh()
  expect(second.ids()).toEqual(['a.jsonl/1', 'a.jsonl/3', 'b.txt'])
  expect(second.listing.troubles).toEqual(first.listing.troubles)
  expect(second.listing.troubles).toMatchObject([{ file: 'a.jsonl', where: 'line 2' }])
  putFiles(folder, { 'a.jsonl': jsonl(['other']) })
  const third = listingOf(folder, cache)
  expect(await third.refresh()).toEqual(['a.jsonl'])
  expect(third.ids()).toEqual(['a.jsonl/1', 'b.txt'])
  expect(third.listing.troubles).toEqual([])
})

test.each(['cut short', 'overwritten'])('what was kept and is %s is made anew', async (damage) => {
  const folder = temporaryFolder({ 'a.jsonl': jsonl(['one']) })
  const cache = temporaryFolder()
  await listingOf(folder, cache).refresh()
  await expect.poll(() => listingOf(folder, cache).refresh()).toEqual([])
  writeFileSync(join(cache, 'listing'), damage === 'cut short' ? 'abc' : Buffer.alloc(500, 7))
  const again = listingOf(folder, cache)
  expect(await again.refresh()).toEqual(['a.jsonl'])
  expect(again.ids()).toEqual(['a.jsonl/1'])
})

test('whoever waits while a listing is begun anew sees all of it, and only the last looking counts', async () => {
  const many = jsonl(Array.from({ length: 5000 }, (_, n) => `document ${n}`))
  const { listing, window } = listingOf(temporaryFolder({ 'a.txt': '', 'b.jsonl': many, 'c.jsonl': many }))
  listing.refresh()
  await expect.poll(() => listing.table.size).toBeGreaterThan(1)
  listing.readAnew()
  await listing.complete()
  expect(listing.table.size).toBe(10_001)
  expect(window()).toHaveLength(10_001)
})

test('a listing can be stopped and gone on with', async () => {
  const many = jsonl(Array.from({ length: 50_000 }, (_, n) => `document ${n}`))
  const folder = temporaryFolder({ 'a.txt': '', 'b.jsonl': many, 'c.jsonl': many })
  const { listing, refresh, ids, told, window } = listingOf(folder)
  listing.refresh()
  await expect.poll(() => listing.table.size).toBeGreaterThan(1)
  await listing.stop()
  expect(told.at(-1)?.state.phase).toBe('stopped')
  await refresh()
  expect(told.at(-1)?.state.phase).toBe('complete')
  expect(ids()).toHaveLength(100_001)
  expect(window()).toHaveLength(100_001)
}, 30_000)

test('a window that opens later has all documents in the end, though not all at once', async () => {
  const folder = temporaryFolder({ 'a.jsonl': jsonl(Array.from({ length: 60_000 }, (_, n) => String(n))) })
  const { listing, told, refresh } = listingOf(folder)
  await refresh()
  const { sequence, change } = listing.snapshot()
  let table = DocumentTable.empty.with(change)
  expect(table.size).toBeLessThan(60_000)
  await expect
    .poll(() => {
      for (const one of told) if (one.sequence > sequence) table = table.with(one.change)
      return table.size
    })
    .toBe(60_000)
  expect([...table.ids()]).toEqual([...listing.table.ids()])
}, 30_000)

test('loops of links, paths too long and broken dumps keep nothing else from being listed', async () => {
  const folder = temporaryFolder({
    'a.txt': 'x',
    // Broken late and broken at once: whichever is noticed first, they are named in the order of the list.
    'bad-2.jsonl': `${'{"text":"one"}\n'.repeat(20_000)}{"text":"tw`,
    'bad-10.parquet': 'no parquet',
  })
  symlinkSync(folder, join(folder, 'loop'))
  mkdirSync(join(folder, 'sub'))
  symlinkSync('..', join(folder, 'sub', 'up'))
  // A path of 4,000 characters; made step by step, as no call takes more.
  let deep = folder
  while (deep.length < 3_900) {
    deep = join(deep, 'd'.repeat(200))
    mkdirSync(deep)
  }
  writeFileSync(join(deep, 'deep.txt'), 'x')
  const { refresh, ids, listing } = listingOf(folder)
  await refresh()
  expect(ids().filter((id) => !id.startsWith('dd'))).toHaveLength(20_001)
  expect(ids().filter((id) => id.startsWith('dd'))).toHaveLength(1)
  expect(listing.troubles.map(({ file, where }) => [file, where])).toEqual([
    ['bad-2.jsonl', 'line 20001'],
    ['bad-10.parquet', ''],
  ])
})

test('what changes while the corpus is open is noticed, in new folders too', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x', 'sub/b.txt': 'y' })
  const { refresh, ids, window } = listingOf(folder)
  await refresh()
  putFiles(folder, { 'sub/c.jsonl': jsonl(['one']), 'new/d.txt': '' })
  await expect.poll(ids, { timeout: 10_000 }).toEqual(['a.txt', 'new/d.txt', 'sub/b.txt', 'sub/c.jsonl/1'])
  rmSync(join(folder, 'a.txt'))
  putFiles(folder, { 'new/e.txt': '' })
  await expect
    .poll(window, { timeout: 10_000 })
    .toEqual(['new/d.txt', 'new/e.txt', 'sub/b.txt', 'sub/c.jsonl/1'])
}, 30_000)

test('thousands of files whose names say nothing are listed, too', async () => {
  const names = Array.from({ length: 3000 }, (_, n) => `page ${n}`)
  const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, `words of ${name}`])))
  const { refresh, ids, window, told } = listingOf(folder)
  await refresh()
  expect(ids()).toEqual(names)
  expect(window()).toEqual(names)
  expect(told.length).toBeLessThan(100)
}, 30_000)

test('what pages say of their site and language is known of them', async () => {
  const page =
    '<!doctype html><html lang="vi"><head><link rel="canonical" href="https://www.baochi.example/a"></head><p>Tin'
  const folder = temporaryFolder({ 'a.html': page, 'b.html': '<!doctype html><p>nothing' })
  const { refresh, listing } = listingOf(folder)
  await refresh()
  const { table } = listing
  expect([table.siteAt(0), table.languageAt(0)]).toEqual(['baochi.example', 'vi'])
  expect([table.siteAt(1), table.languageAt(1)]).toEqual(['', ''])
  expect(await refresh()).toEqual([])
})

import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { DocumentTable } from '../../../src/core/listing/document-table.ts'
import { CorpusListing } from '../../../src/node/listing/corpus-listing.ts'
import { IndexThreads } from '../../../src/node/listing/index-threads.ts'
import type { TextToRead } from '../../../src/node/listing/read-texts.ts'
import { TextReading } from '../../../src/node/listing/text-reading.ts'
import { builtWorker } from './built-worker.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const program = builtWorker('listing/index-worker.ts')

const vietnamese = 'Người dân thành phố chờ đợi tin tức về cơn bão đang đến gần bờ biển miền Trung hôm nay.'
const english = 'The river ran high past the old mill while the people of the town were waiting for the news.'

/** Remembers which files were read. */
class WatchedThreads extends IndexThreads {
  readonly read: string[] = []

  override readTexts(folder: string, files: readonly TextToRead[], ...rest: TextsRest): Promise<void> {
    this.read.push(...files.map(({ id }) => id))
    return super.readTexts(folder, files, ...rest)
  }
}

type TextsRest = Parameters<IndexThreads['readTexts']> extends [unknown, unknown, ...infer R] ? R : never

/** Lists `folder` and reads what is in it; the documents as the service and as a window have them. */
async function readAll(folder: string, cacheFolder: string | null) {
  const settings = { columns: {}, cacheFolder }
  const threads = new WatchedThreads(program)
  let window = DocumentTable.empty
  const listing = new CorpusListing({
    folder,
    labelsHome: join(folder, 'winnow'),
    settings,
    watch: false,
    index: (files, signal, tell) => threads.run(folder, files, settings, signal, tell),
    onTold: ({ change }) => {
      window = window.with(change)
    },
    onComplete: () => {},
    log: (error) => expect.unreachable(String(error)),
  })
  onTestFinished(() => listing.close())
  listing.refresh()
  await listing.complete()
  const listed = listing.table
  window = DocumentTable.empty.with(listing.snapshot().change)
  const reading = new TextReading(folder, listing, threads, (error) => expect.unreachable(String(error)))
  reading.begin(settings)
  await reading.finished()
  listing.snapshot()
  expect(listing.table).toBe(listed)
  const languagesOf = (table: DocumentTable) =>
    Object.fromEntries(Array.from({ length: table.size }, (_, at) => [table.idAt(at), table.languageAt(at)]))
  return {
    table: listed,
    read: threads.read,
    languages: languagesOf(listed),
    languagesInWindow: languagesOf(window),
  }
}

test('languages and hashes of files become known in the background, and stay so', async () => {
  const page = (attribute: string) =>
    `<!doctype html><html${attribute}><head><link rel="canonical" href="https://a.vn/x"></head><p>${vietnamese}</p>`
  const folder = temporaryFolder({
    'a.txt': english,
    'b.txt': vietnamese,
    'c.txt.gz': gzipSync(vietnamese),
    'd.html': page(''),
    'e.html': page(' lang="fr"'),
    'f.txt': '1 2 3',
    'large.txt': `${english}\n`.repeat(60_000),
    'records.jsonl': `${JSON.stringify({ text: english })}\n`,
  })
  const cache = temporaryFolder()
  const first = await readAll(folder, cache)
  const expected = {
    'a.txt': 'en',
    'b.txt': 'vi',
    'c.txt.gz': 'vi',
    'd.html': 'vi',
    'e.html': 'fr',
    'f.txt': '',
    'large.txt': 'en',
    'records.jsonl/1': '',
  }
  expect(first.languages).toEqual(expected)
  expect(first.languagesInWindow).toEqual(expected)
  expect(first.table.siteOf('d.html')).toBe('a.vn')
  const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
  for (const id of ['a.txt', 'd.html', 'e.html', 'large.txt'])
    expect(first.table.file(id)?.sha256).toBe(hashOf(readFileSync(join(folder, id))))
  expect(first.table.file('c.txt.gz')?.sha256).toBe(hashOf(vietnamese))

  putFiles(folder, { 'a.txt': `${vietnamese}!` })
  rmSync(join(folder, 'f.txt'))
  const again = await readAll(folder, cache)
  expect(again.read).toEqual(['a.txt'])
  expect(again.languages).toMatchObject({ 'a.txt': 'vi', 'b.txt': 'vi', 'e.html': 'fr', 'large.txt': 'en' })
  expect(again.table.file('b.txt')?.sha256).toBe(hashOf(vietnamese))
})

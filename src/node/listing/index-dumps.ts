import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { joinChanges } from '../../core/listing/join-changes.ts'
import { type ListingChange, listingChangeSchema, noChange } from '../../core/listing/listing-change.ts'
import { NameList } from '../../core/listing/name-list.ts'
import type { RecordRows } from '../../core/listing/record-columns.ts'
import { readerNames, readsWholeFiles } from '../../core/reader-name.ts'
import { say } from '../../core/sentences/say.ts'
import { siteOf } from '../../core/site-of.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { versionOf } from '../document-source.ts'
import { headOfDump } from '../readers/content/open-content.ts'
import { isAbort } from '../readers/is-abort.ts'
import type { DumpFile, DumpReader, ReaderSettings, RecordFacts } from '../readers/reader.ts'
import { headForReaders, readerFor } from '../readers/registry.ts'

/** A file to look into. */
export const dumpToIndexSchema = z.object({
  id: z.string(),
  /** How it is listed at present; null: not at all. */
  reader: z.enum(readerNames).nullable(),
})

export type DumpToIndex = z.infer<typeof dumpToIndexSchema>

/** What was found out. */
export const indexNewsSchema = z.object({
  change: listingChangeSchema,
  troubles: z.array(z.object({ file: z.string(), where: z.string(), reason: z.string() })),
  /** How many bytes of the files are behind us. */
  done: z.number(),
  /** Files that are through, and their versions. */
  indexed: z.array(z.object({ file: z.string(), version: z.string() })),
})

export type IndexNews = z.infer<typeof indexNewsSchema>

const nothing: IndexNews = { change: noChange, troubles: [], done: 0, indexed: [] }

/** How many records are told of at once. */
const rowsAtOnce = 5000

/**
 * Looks into files by what is in them: tells which reader takes each, and finds all records of those that hold
 * records. What cannot be used becomes a trouble and the rest goes on. Ends early once `signal` is aborted.
 */
export async function indexDumps(
  folder: string,
  files: readonly DumpToIndex[],
  settings: ReaderSettings,
  signal: AbortSignal,
  tell: (news: IndexNews) => void,
): Promise<void> {
  const batch = new NewsBatch(tell)
  try {
    for (const file of files) {
      if (signal.aborted) return
      await indexOrTell(folder, file, settings, signal, (news) => batch.add(news))
    }
  } catch (error) {
    if (!isAbort(error)) throw error
  } finally {
    batch.send()
  }
}

/** For how long news wait for others, in milliseconds, as each that is told merges lists. */
const waitForOthers = 500
/** How many wait at most. */
const mostWaiting = 1000

/** Puts the news of many small files together. */
class NewsBatch {
  readonly #tell: (news: IndexNews) => void
  #waiting = nothing
  #count = 0
  #sent = performance.now()

  constructor(tell: (news: IndexNews) => void) {
    this.#tell = tell
  }

  add({ change, troubles, done, indexed }: IndexNews): void {
    const before = this.#waiting
    this.#waiting = {
      change: joinChanges(before.change, change),
      troubles: [...before.troubles, ...troubles],
      done: before.done + done,
      indexed: [...before.indexed, ...indexed],
    }
    this.#count++
    const late = performance.now() - this.#sent >= waitForOthers
    if (late || this.#count >= mostWaiting || change.records.length > 0) this.send()
  }

  send(): void {
    const news = this.#waiting
    if (this.#count === 0) return
    this.#waiting = nothing
    this.#count = 0
    this.#sent = performance.now()
    this.#tell(news)
  }
}

async function indexOrTell(
  folder: string,
  file: DumpToIndex,
  settings: ReaderSettings,
  signal: AbortSignal,
  tell: (news: IndexNews) => void,
): Promise<void> {
  try {
    await indexDump(folder, file, settings, signal, tell)
  } catch (error) {
    if (!(error instanceof WinnowError)) throw error
    const trouble = { file: file.id, where: '', reason: error.message }
    tell({ ...nothing, troubles: [trouble] })
  }
}

async function indexDump(
  folder: string,
  { id, reader: listedAs }: DumpToIndex,
  settings: ReaderSettings,
  signal: AbortSignal,
  tell: (news: IndexNews) => void,
): Promise<void> {
  const path = join(folder, ...id.split('/'))
  const facts = await stat(path).catch(() => null)
  // One that went away meanwhile is simply not there.
  if (!facts) return
  const version = versionOf(facts)
  const bytes = facts.size
  const indexed = [{ file: id, version }]
  const reader = readerFor(id, await headOfDump(path, headForReaders))
  if (!reader) {
    const reason = say`The file ${path} was left out: it does not hold what its name says.`
    const isClaimed = listedAs !== null && !readsWholeFiles(listedAs)
    const troubles = isClaimed ? [{ file: id, where: '', reason }] : []
    tell({ ...nothing, troubles, done: bytes, indexed })
    return
  }
  if (reader.name !== listedAs) {
    const files = { ids: [id], bytes: [bytes], readers: [reader.name], versions: [version] }
    tell({ ...nothing, change: { ...noChange, files } })
  }
  if (reader.single) {
    const facts = await factsOf(reader, { path, id, bytes }, settings)
    tell({ ...nothing, change: { ...noChange, facts }, done: bytes, indexed })
  } else await indexRecords(reader, { path, id, bytes }, version, settings, signal, tell)
}

/** Up to which size a page is read to know what it says of itself, in bytes. */
const largestRead = 4 * 1024 * 1024

/** What a page in HTML says of its site and language; other files say nothing. @throws WinnowError if it cannot be read */
async function factsOf(
  reader: DumpReader,
  file: DumpFile,
  settings: ReaderSettings,
): Promise<ListingChange['facts']> {
  if (reader.name !== 'html' || file.bytes > largestRead) return noChange.facts
  const source = await reader.open(file, settings)
  try {
    const { facts } = await source.read({ number: 1, position: 0, bytes: file.bytes })
    const site = facts.url === undefined ? '' : siteOf('', facts.url)
    const language = facts.language ?? ''
    if (site === '' && language === '') return noChange.facts
    return { ids: [file.id], sites: [site], languages: [language] }
  } finally {
    await source.close()
  }
}

async function indexRecords(
  reader: DumpReader,
  file: { readonly path: string; readonly id: string; readonly bytes: number },
  version: string,
  settings: ReaderSettings,
  signal: AbortSignal,
  tell: (news: IndexNews) => void,
): Promise<void> {
  let from = 0
  let done = 0
  let waiting: RecordFacts[] = []
  let troubles: IndexNews['troubles'] = []
  const send = (doneBytes: number, over: boolean): void => {
    const records: ListingChange['records'] =
      waiting.length === 0 ? [] : [{ file: file.id, version, from, rows: rowsOf(waiting) }]
    from += waiting.length
    waiting = []
    const indexed = over ? [{ file: file.id, version }] : []
    tell({ change: { ...noChange, records }, troubles, done: doneBytes - done, indexed })
    troubles = []
    done = doneBytes
  }
  for await (const batch of reader.index(file, settings, signal)) {
    for (const record of batch.records) {
      waiting.push(record)
      if (waiting.length >= rowsAtOnce) send(done, false)
    }
    for (const { where, reason } of batch.troubles) troubles.push({ file: file.id, where, reason })
    if (troubles.length > 0 || batch.doneBytes > done) send(batch.doneBytes, false)
  }
  send(file.bytes, true)
}

function rowsOf(records: readonly RecordFacts[]): RecordRows {
  const sites = new NameList()
  const languages = new NameList()
  const siteRows = records.map(({ url }) => sites.numberOf(url === undefined ? '' : siteOf('', url)))
  const languageRows = records.map(({ language }) => languages.numberOf(language ?? ''))
  return {
    numbers: records.map(({ number }) => number),
    bytes: records.map(({ bytes }) => Math.min(bytes, 2 ** 32 - 1)),
    positions: records.map(({ position }) => position),
    sites: { names: sites.names, of: siteRows },
    languages: { names: languages.names, of: languageRows },
  }
}

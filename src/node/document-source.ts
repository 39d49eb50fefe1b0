import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readFileSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DumpFacts } from '../core/labels-file.ts'
import type { DocumentTable, ListedFile } from '../core/listing/document-table.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { refuseDumpOutside } from './links-out.ts'
import { type Dump, dumpStamp, unreadableDump } from './read-dump.ts'
import { decodeText } from './readers/decode.ts'
import type { DumpFile, ReaderSettings, ReadRecord, RecordSource } from './readers/reader.ts'
import { readerNamed } from './readers/registry.ts'

/** How many dumps with records are kept open, so that reading their records one by one opens them once. */
const keptOpen = 4

interface OpenDump {
  readonly version: string
  readonly source: Promise<RecordSource>
  users: number
}

/** Reads the documents of one corpus by their ids, whatever kind of dump they are in. */
export class DocumentSource {
  readonly #corpus: string
  readonly #documents: () => DocumentTable
  readonly #complete: () => Promise<void>
  #settings: ReaderSettings
  /** By file, the one used last at the end. */
  readonly #open = new Map<string, OpenDump>()

  /**
   * @param corpus the folder of the corpus
   * @param documents the documents as they are listed at the moment
   * @param complete resolves once all are listed; at once where they stay as they are
   */
  constructor(
    corpus: string,
    documents: () => DocumentTable,
    settings: ReaderSettings,
    complete = () => Promise.resolve(),
  ) {
    this.#corpus = corpus
    this.#documents = documents
    this.#settings = settings
    this.#complete = complete
  }

  /** How dumps are read. */
  get settings(): ReaderSettings {
    return this.#settings
  }

  /** Reads by other settings from now on; what was read before has another version then. */
  async readBy(settings: ReaderSettings): Promise<void> {
    this.#settings = settings
    await this.close()
  }

  /** Where the dump of a document is, for sentences that name it. */
  pathOf(document: string): string {
    const file = this.#documents().placeOf(document)?.file.id ?? document
    return this.#pathOf(file)
  }

  /** Tells whether the document is still what was read. @throws WinnowError where its dump is not there */
  async stamp(document: string): Promise<string> {
    const { file } = await this.#placeOf(document)
    return this.#stampOf(file)
  }

  /** @throws WinnowError where the document cannot be read */
  async read(document: string): Promise<Dump> {
    const { file, row } = await this.#placeOf(document)
    await refuseDumpOutside(this.#corpus, this.#pathOf(file.id))
    // Looked at before it is read: what changes in between is read again.
    const stamp = await this.#stampOf(file)
    const record = row === null ? await this.#readWhole(file) : await this.#readRecord(file, row)
    return { ...record, stamp, filed: filedFacts(record) }
  }

  /** The text that {@link read} gives. @throws WinnowError */
  async text(document: string): Promise<string> {
    return (await this.read(document)).text
  }

  /**
   * The text that {@link read} gives. Keeps the thread waiting for files that are plain text, which takes a third of the
   * time where they are small: for threads of their own. @throws WinnowError
   */
  async textWaiting(document: string): Promise<string> {
    const { file, row } = await this.#placeOf(document)
    if (row !== null || file.reader !== 'text' || file.bytes > smallText) return this.text(document)
    const path = this.#pathOf(file.id)
    let bytes: Uint8Array
    try {
      const file = openSync(path, readingNoLink)
      try {
        bytes = readFileSync(file)
      } finally {
        closeSync(file)
      }
    } catch (error) {
      throw unreadableDump(path, error)
    }
    // Compressed, or no text at all: the reader says so.
    if (!looksPlain(bytes)) return this.text(document)
    return decodeText(bytes, { chosen: this.#settings.encoding }).text
  }

  /**
   * The version of the file that the document is in, or null if it is not there. Keeps the thread waiting.
   * @throws WinnowError
   */
  versionWaiting(document: string): string | null {
    const path = this.pathOf(document)
    try {
      const found = statSync(path, { throwIfNoEntry: false })
      return found ? `${versionOf(found)}${this.#mark}` : null
    } catch (error) {
      throw unreadableDump(path, error)
    }
  }

  /** Closes the dumps that are open; one that is just being read, when that is done. */
  async close(): Promise<void> {
    const unused = [...this.#open.values()].filter(({ users }) => users === 0)
    this.#open.clear()
    await Promise.all(unused.map(closeDump))
  }

  /** Of the settings, for what was read by them; empty where the corpus says nothing. */
  get #mark(): string {
    const { columns, encoding } = this.#settings
    return Object.keys(columns).length === 0 && encoding === undefined
      ? ''
      : JSON.stringify([columns, encoding])
  }

  #pathOf(file: string): string {
    return join(this.#corpus, ...file.split('/'))
  }

  async #stampOf(file: ListedFile): Promise<string> {
    return `${await dumpStamp(this.#pathOf(file.id))}${this.#mark}`
  }

  async #placeOf(document: string) {
    const place = this.#documents().placeOf(document) ?? (await this.#placeOnceComplete(document))
    if (place) return place
    throw new WinnowError(
      'dump-missing',
      say`The dump ${this.#pathOf(document)} is no longer there. Put it back, or open the folder again. The other documents are not affected.`,
    )
  }

  /** While dumps are read anew, their records are not listed until they are found again. */
  async #placeOnceComplete(document: string) {
    await this.#complete()
    return this.#documents().placeOf(document)
  }

  async #readWhole(file: ListedFile): Promise<ReadRecord> {
    const dump = this.#dumpFile(file)
    // The size that was listed may be an earlier one.
    const { size } = await stat(dump.path).catch((error: unknown) => {
      throw unreadableDump(dump.path, error)
    })
    const source = await readerNamed(file.reader).open({ ...dump, bytes: size }, this.#settings)
    try {
      return await source.read({ number: 1, position: 0, bytes: size })
    } finally {
      await source.close()
    }
  }

  async #readRecord(file: ListedFile, row: number): Promise<ReadRecord> {
    const { records } = file
    if (!records) throw new Error('only files with records have rows')
    const dump = await this.#use(file)
    try {
      const source = await dump.source
      return await source.read({
        number: records.numberAt(row),
        position: records.positionAt(row),
        bytes: records.bytesAt(row),
      })
    } finally {
      dump.users--
      // The file changed meanwhile, or all were closed, and nobody but its readers knew of this one.
      if (dump.users === 0 && this.#open.get(file.id) !== dump) await closeDump(dump)
      await this.#closeUnused()
    }
  }

  async #use(file: ListedFile): Promise<OpenDump> {
    await this.#refuseChanged(file)
    const known = this.#open.get(file.id)
    this.#open.delete(file.id)
    if (known?.version === file.version) {
      this.#open.set(file.id, known)
      known.users++
      return known
    }
    if (known?.users === 0) await closeDump(known)
    const source = readerNamed(file.reader).open(this.#dumpFile(file), this.#settings)
    const dump: OpenDump = { version: file.version, source, users: 1 }
    this.#open.set(file.id, dump)
    // One that could not be opened is tried again by whoever asks next.
    source.catch(() => this.#open.get(file.id) === dump && this.#open.delete(file.id))
    return dump
  }

  /** Where records stand is known of the file as it was listed only. */
  async #refuseChanged(file: ListedFile): Promise<void> {
    const path = this.#pathOf(file.id)
    const found = await stat(path).catch((error: unknown) => {
      throw unreadableDump(path, error)
    })
    if (versionOf(found) !== file.version)
      throw new WinnowError(
        'dump-unreadable',
        say`The dump ${path} changed since it was listed. Open the folder again, or wait until Winnow has read it anew. The other documents are not affected.`,
      )
  }

  async #closeUnused(): Promise<void> {
    for (const [id, dump] of this.#open) {
      if (this.#open.size <= keptOpen) return
      if (dump.users > 0) continue
      this.#open.delete(id)
      await closeDump(dump)
    }
  }

  #dumpFile({ id, bytes }: ListedFile): DumpFile {
    return { path: this.#pathOf(id), id, bytes }
  }
}

/** Windows, which has links for few, does not know the second. */
const readingNoLink = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)

/** Up to how many bytes a text is read with the thread waiting. */
const smallText = 1024 * 1024

/** What is listed under another version is another content. */
export const versionOf = ({ size, mtimeMs }: { size: number; mtimeMs: number }): string =>
  `${size}-${mtimeMs}`

function filedFacts({ sha256, bytes, encoding, conversion, text }: ReadRecord): DumpFacts {
  if (!conversion) return { sha256, bytes, encoding }
  const { name, version, sourceSha256 } = conversion
  const textSha256 = createHash('sha256').update(text).digest('hex')
  return { sha256, bytes, encoding, conversion: { name, version, sourceSha256, textSha256 } }
}

/** Whether the bytes are neither compressed nor, by a NUL, anything but text in an encoding without such bytes. */
export function looksPlain(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const compressed = (first === 0x1f && second === 0x8b) || (first === 0x28 && second === 0xb5)
  return !compressed && !bytes.includes(0)
}

async function closeDump({ source }: OpenDump): Promise<void> {
  const opened = await source.catch(() => null)
  await opened?.close()
}

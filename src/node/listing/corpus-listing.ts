import type { Listing, ListingState, Trouble } from '../../core/contract-listing.ts'
import { DocumentTable, factsOf, type LearnedText } from '../../core/listing/document-table.ts'
import { isEmptyChange, joinChanges } from '../../core/listing/join-changes.ts'
import { type ListingChange, noChange } from '../../core/listing/listing-change.ts'
import { naturalKey } from '../../core/natural-order.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { ReaderSettings } from '../readers/reader.ts'
import { FolderWatch } from './folder-watch.ts'
import type { DumpToIndex, IndexNews } from './index-dumps.ts'
import { readListing, writeListing } from './listing-cache.ts'
import { type FoundFile, walkDumps } from './walk-dumps.ts'

/** For how long whoever opens a corpus waits for all of it before seeing what there is so far, in milliseconds. */
const patience = 300
/** How often windows are told while records are found, in milliseconds. */
const tellEvery = 100
/** How many records are told to windows at once. */
const rowsAtOnce = 5000
/** How many records an opening answers with; those beyond are told as if just found. */
const rowsAtFirst = 20_000
/** Of how many new files is told at least before the walk ends; it doubles with what is listed, as lists are merged. */
const fewestFiles = 1000

/** From how many files on a listing is kept for the next time: others are made anew as quickly. */
const fewestKept = 1000

/** Looks into files in the background and tells what it finds; see `indexDumps`. */
export type IndexFiles = (
  files: readonly DumpToIndex[],
  signal: AbortSignal,
  tell: (news: IndexNews) => void,
) => Promise<void>

/** What a listing is of and whom it tells. */
export interface ListingPlace {
  /** The folder of the corpus. */
  readonly folder: string
  readonly labelsHome: string
  readonly settings: ReaderSettings
  /** Whether to go on looking for what changes in the folder. */
  readonly watch: boolean
  readonly index: IndexFiles
  readonly onTold: (listing: Listing) => void
  /** Called whenever all documents are known, with whether that changed any since the last time. */
  readonly onComplete: (changed: boolean) => void
  readonly log: (error: unknown) => void
}

/** The documents of one corpus, found in the background; kept as they are until something is found to be otherwise. */
export class CorpusListing {
  readonly #place: ListingPlace
  #table = DocumentTable.empty
  #state: ListingState = { phase: 'walking', done: 0, total: 0, troubles: 0 }
  #sequence = 0
  /** By file, in the order in which they were found. */
  #troubles = new Map<string, Trouble[]>()
  /** What is not right with labels, whatever becomes of the files. */
  #labelTroubles: readonly Trouble[] = []
  /** The versions of files that were looked into, by id. */
  readonly #indexed = new Map<string, string>()
  #run: { readonly stop: AbortController; readonly over: Promise<void> } | null = null
  #waiting: ListingChange = noChange
  #timer: NodeJS.Timeout | null = null
  #changed = false
  #begun = false
  readonly #watch: FolderWatch | null
  #closed = false

  constructor(place: ListingPlace) {
    this.#place = place
    this.#watch = place.watch ? new FolderWatch(place.folder, () => this.#noticed()) : null
  }

  /** The documents as far as they are known. */
  get table(): DocumentTable {
    return this.#table
  }

  get isComplete(): boolean {
    return this.#state.phase === 'complete'
  }

  /** What could not be read, by file in the order of the list, whichever thread came upon it first. */
  get troubles(): Trouble[] {
    const keyed = [...this.#troubles].map(([file, troubles]) => ({ key: naturalKey(file), troubles }))
    const inFiles = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).flatMap(({ troubles }) => troubles)
    return [...inFiles, ...this.#labelTroubles]
  }

  /** Names what is not right with labels, in place of what was named before. */
  tellOfLabels(troubles: readonly Trouble[]): void {
    if (troubles.length === 0 && this.#labelTroubles.length === 0) return
    this.#labelTroubles = troubles
    this.#tellState({})
  }

  /** Begins to look for what is new, changed or gone; what looks already ends. */
  refresh(): void {
    this.#lookNext((signal) => this.#look(signal))
  }

  #lookNext(look: (signal: AbortSignal) => Promise<void>): void {
    const before = this.#run
    before?.stop.abort()
    const stop = new AbortController()
    const over = (before?.over ?? Promise.resolve())
      .catch(() => {
        // Whoever waited for it was told.
      })
      .then(() => look(stop.signal))
    over.catch(() => {
      // Told to those who wait.
    })
    this.#run = { stop, over }
    this.#state = { ...this.#state, phase: 'walking', done: 0, total: 0 }
  }

  /** Begins to look again at what could not be read, too. */
  retry(): void {
    for (const file of this.#troubles.keys()) this.#indexed.delete(file)
    this.refresh()
  }

  /** Begins to find all records anew, as they are by other settings. Whoever waits for all waits for these. */
  readAnew(): void {
    this.#lookNext((signal) => {
      this.#indexed.clear()
      this.#troubles.clear()
      this.#change({ ...noChange, files: columnsOf(this.#table.files) })
      return this.#look(signal)
    })
  }

  /** Resolves once all is listed, or after a moment. @throws WinnowError if the folder cannot be listed */
  async shown(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const moment = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience)
    })
    await Promise.race([this.complete(), moment])
    clearTimeout(timer)
  }

  /** Resolves once all is listed, or the listing was stopped. @throws WinnowError if the folder cannot be listed */
  async complete(): Promise<void> {
    for (let run = this.#run; run; run = this.#run === run ? null : this.#run) await run.over
  }

  /** Looks no more, neither now nor when something changes. */
  async close(): Promise<void> {
    this.#closed = true
    this.#watch?.close()
    await this.stop()
  }

  /** Something changed in the folder. What is being looked through is looked through to its end first. */
  #noticed(): void {
    if (this.#state.phase === 'stopped') return
    const run = this.#run
    run?.over.then(
      () => {
        // One that began meanwhile sees the change itself; ending it would lose the records that it has found.
        if (!this.#closed && this.#run === run) this.refresh()
      },
      (error: unknown) => this.#place.log(error),
    )
  }

  /** Ends the looking where it is. */
  async stop(): Promise<void> {
    const run = this.#run
    run?.stop.abort()
    await run?.over.catch(() => {
      // Whoever waited for it was told.
    })
  }

  /** All that is listed, for a window that opens the corpus; many records are told of a little later. */
  snapshot(): Listing {
    this.#send()
    const { files } = this.#table
    const records: ListingChange['records'][number][] = []
    let left = rowsAtFirst
    for (const { id, version, records: columns, documents } of files) {
      if (!columns || documents === 0) continue
      const rows = Math.min(left, documents)
      left -= rows
      if (rows > 0) records.push({ file: id, version, from: 0, rows: columns.rows(0, rows) })
      if (rows < documents) setImmediate(() => this.#tellRows(id, version, rows))
    }
    const change: ListingChange = {
      files: {
        ids: files.map(({ id }) => id),
        bytes: files.map(({ bytes }) => bytes),
        readers: files.map(({ reader }) => reader),
        versions: files.map(({ version }) => version),
      },
      removed: [],
      records,
      facts: factsOf(files),
    }
    return { sequence: this.#sequence, change, state: this.#state }
  }

  /** Tells of records that some windows know already; those pass them over. */
  #tellRows(id: string, version: string, from: number): void {
    const file = this.#table.file(id)
    if (file?.version !== version || !file.records || from >= file.documents) return
    const to = Math.min(file.documents, from + rowsAtOnce)
    const records = [{ file: id, version, from, rows: file.records.rows(from, to) }]
    this.#place.onTold({
      sequence: ++this.#sequence,
      change: { ...noChange, records },
      state: this.#state,
    })
    setImmediate(() => this.#tellRows(id, version, to))
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { folder, labelsHome } = this.#place
    await this.#beginWithKept()
    const start = performance.now()
    const folders = new Set<string>()
    const present = new Set<string>()
    const toIndex: (DumpToIndex & { readonly bytes: number })[] = []
    this.#forgetTroubles()
    this.#tellState({ phase: 'walking', done: 0, total: 0 })
    let found: FoundFile[] = []
    const take = (): void => {
      this.#change({ ...noChange, files: columnsOf(found) })
      found = []
      this.#send()
    }
    try {
      await walkDumps(folder, {
        labelsHome,
        signal,
        onFiles: (files) => {
          for (const file of files) {
            present.add(file.id)
            const known = this.#table.file(file.id)
            const isSame = known?.version === file.version
            if (file.reader !== null && !isSame) found.push(file)
            const reader = isSame ? known.reader : file.reader
            // Pages in HTML say of themselves where they are from.
            const saysNothing = reader === 'text'
            if (!saysNothing && this.#indexed.get(file.id) !== file.version) {
              this.#forgetFile(file.id)
              toIndex.push({ id: file.id, reader, bytes: file.bytes })
            }
          }
          if (found.length >= Math.max(fewestFiles, this.#table.files.length)) take()
        },
        onFolder: (path) => folders.add(path),
        onTrouble: (file, reason) => this.#addTrouble({ file, where: '', reason }),
      })
      if (!signal.aborted) {
        // Before what takes longer, so that nothing that changes meanwhile is missed.
        if (!this.#closed) this.#watch?.follow(folders, performance.now() - start)
        const removed = this.#table.files.flatMap(({ id }) => (present.has(id) ? [] : [id]))
        for (const id of removed) this.#forgetFile(id)
        this.#change({ ...noChange, removed })
        take()
        await this.#index(toIndex, signal)
      }
    } finally {
      this.#finish(signal)
    }
  }

  async #index(files: readonly (DumpToIndex & { readonly bytes: number })[], signal: AbortSignal) {
    if (files.length === 0) return
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
    this.#tellState({ phase: 'indexing', done: 0, total })
    const stale = files.filter(({ id }) => {
      const file = this.#table.file(id)
      return file?.records && file.documents > 0
    })
    // Records of a file whose reading was broken off are found anew.
    this.#change({ ...noChange, files: columnsOf(stale.flatMap(({ id }) => this.#table.file(id) ?? [])) })
    await this.#place.index(
      files.map(({ id, reader }) => ({ id, reader })),
      signal,
      ({ change, troubles, done, indexed }) => {
        for (const trouble of troubles) this.#addTrouble(trouble)
        for (const { file, version } of indexed) this.#indexed.set(file, version)
        this.#state = { ...this.#state, done: Math.min(total, this.#state.done + done) }
        this.#change(change)
      },
    )
  }

  /** What was listed the last time is shown until it is known what changed. */
  async #beginWithKept(): Promise<void> {
    if (this.#table.size > 0 || this.#begun) return
    this.#begun = true
    const kept = await readListing(this.#place.settings)
    if (!kept) return
    this.#table = kept.table
    for (const [file, version] of kept.indexed) this.#indexed.set(file, version)
    for (const trouble of kept.troubles) this.#addTrouble(trouble)
  }

  /** Takes over what was found out by reading files; {@link keep} keeps it. */
  learn(texts: readonly LearnedText[]): void {
    const facts = factsOf(this.#table.learn(texts))
    if (facts.ids.length > 0) this.#tellSoon({ ...noChange, facts })
  }

  /** Keeps the listing for the next time, where it is worth it. */
  async keep(): Promise<void> {
    const { settings, log } = this.#place
    const table = this.#table
    if (table.files.length < fewestKept && table.files.every(({ records }) => records === null)) return
    const troubles = this.troubles.filter(({ file }) => this.#indexed.has(file))
    const read = table.files.flatMap(({ id, version, sha256 }) =>
      sha256 === undefined ? [] : [{ file: id, version, sha256 }],
    )
    await writeListing(settings, { table: table.data(), indexed: [...this.#indexed], read, troubles }).catch(
      log,
    )
  }

  /** Those of files that were looked into stay until the files change. */
  #forgetTroubles(): void {
    for (const file of this.#troubles.keys()) if (!this.#indexed.has(file)) this.#troubles.delete(file)
  }

  #forgetFile(id: string): void {
    this.#indexed.delete(id)
    this.#troubles.delete(id)
  }

  #finish(signal: AbortSignal): void {
    this.#tellState({ phase: signal.aborted ? 'stopped' : 'complete' })
    if (signal.aborted) return
    const changed = this.#changed
    this.#changed = false
    if (changed) void this.keep()
    this.#place.onComplete(changed)
  }

  #addTrouble(trouble: Trouble): void {
    const known = this.#troubles.get(trouble.file)
    if (known) known.push(trouble)
    else this.#troubles.set(trouble.file, [trouble])
    this.#state = { ...this.#state, troubles: this.#state.troubles + 1 }
  }

  /** Takes a change over at once; windows are told a little later. */
  #change(change: ListingChange): void {
    if (isEmptyChange(change)) return
    this.#table = this.#table.with(change)
    this.#changed = true
    this.#tellSoon(change)
  }

  #tellSoon(change: ListingChange): void {
    this.#waiting = joinChanges(this.#waiting, change)
    this.#timer ??= setTimeout(() => this.#send(), tellEvery)
    this.#timer.unref()
  }

  #tellState(state: Partial<ListingState>): void {
    const inFiles = [...this.#troubles.values()].reduce((sum, { length }) => sum + length, 0)
    const troubles = inFiles + this.#labelTroubles.length
    this.#state = { ...this.#state, ...state, troubles }
    this.#send(true)
  }

  /** Tells windows what was not told yet. */
  #send(always = false): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const change = this.#waiting
    if (isEmptyChange(change) && !always) return
    this.#waiting = noChange
    this.#place.onTold({ sequence: ++this.#sequence, change: withoutPositions(change), state: this.#state })
  }
}

/** Windows read no dumps. */
const withoutPositions = (change: ListingChange): ListingChange => ({
  ...change,
  records: change.records.map(({ rows: { positions: _, ...rows }, ...records }) => ({ ...records, rows })),
})

const columnsOf = (
  files: readonly Pick<FoundFile, 'id' | 'bytes' | 'version' | 'reader'>[],
): ListingChange['files'] => ({
  ids: files.map(({ id }) => id),
  bytes: files.map(({ bytes }) => bytes),
  readers: files.map(({ reader }) => {
    if (reader === null) throw new WinnowError('unexpected', say`A file without a reader cannot be listed.`)
    return reader
  }),
  versions: files.map(({ version }) => version),
})

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ColumnRows } from '../../core/columns/column-values.ts'
import type { Value } from '../../core/contract.ts'
import { hashLine, hashOfKey } from '../../core/repetition/line-hash.ts'
import { RepetitionIndex } from '../../core/repetition/repetition-index.ts'
import type { SegmentationRule } from '../../core/segmentation/rules.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { DurableFile } from '../durable-file.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { labelsFilesOf } from '../labels-files.ts'
import { labelsName, labelsPath } from '../labels-path.ts'
import { RecentText } from '../recent-text.ts'
import { inThread, type ThreadDocuments } from '../thread-documents.ts'
import { countedLines } from './counted-document.ts'
import { readIndex, writeIndex } from './index-cache.ts'
import { LabelTally } from './label-tally.ts'
import { RepeatsList } from './repeats-list.ts'
import type { AskedSegments, ReadProgress, RepetitionTask, ThreadCorpus } from './repetition-task.ts'

/** For how long documents are read before questions are let in, in milliseconds. */
const readAtATime = 20
/** How often progress is told, in milliseconds. */
const tellEvery = 100

/** The repeated lines of one corpus, with the labels of one annotator, as a repetition thread knows them. */
export class CorpusIndex {
  readonly #corpus: ThreadCorpus
  readonly #tell: (progress: ReadProgress) => void
  #listed: ReturnType<typeof inThread>
  #texts: RecentText
  #rule: SegmentationRule
  #index: RepetitionIndex | null = null
  readonly #tally = new LabelTally()
  readonly #list = new RepeatsList()
  /** Documents whose labels are to be read again before they are counted; null: all. */
  #relabelled: Set<string> | null = null
  /** Which reading is the present one: an earlier one ends where it is. */
  #reading = 0
  #read: Promise<void> = Promise.resolve()
  #ready = false
  /** Documents that could not be read, and so may have any line. */
  readonly #unreadable = new Set<string>()

  constructor(corpus: ThreadCorpus, tell: (progress: ReadProgress) => void) {
    this.#corpus = corpus
    this.#rule = corpus.rule
    this.#tell = tell
    this.#listed = inThread(corpus.listed)
    this.#texts = new RecentText(this.#listed.source)
    this.read(corpus.listed, corpus.rule)
  }

  /** Begins to read those of the documents, which are all there are, that are new or changed. */
  read(listed: ThreadDocuments, rule: SegmentationRule): void {
    const reading = ++this.#reading
    void this.#listed.source.close()
    this.#listed = inThread(listed)
    this.#texts = new RecentText(this.#listed.source)
    if (rule !== this.#rule) this.#index = null
    this.#rule = rule
    this.#ready = false
    const before = this.#read.catch(() => {
      // Whoever waited for it was told.
    })
    this.#read = before.then(() => this.#readAll(rule, reading))
    this.#read.catch(() => {
      // Told to those who ask; a thread does not end of it.
    })
  }

  /** Reads no further, and resolves once nothing is being written. */
  async stop(): Promise<void> {
    this.#reading++
    await this.#read.catch(() => {
      // Whoever waited for it was told.
    })
  }

  relabelled(documents: readonly string[] | null): void {
    if (documents === null) this.#relabelled = null
    else for (const document of documents) this.#relabelled?.add(document)
  }

  /** How often the lines of these segments stand in the corpus. @throws WinnowError if a document cannot be read */
  async count(asked: readonly AskedSegments[]): Promise<Value<'repeatsOfDocument'>[]> {
    const index = this.#ready ? this.#index : null
    const answers: Value<'repeatsOfDocument'>[] = []
    for (const { document, bounds } of asked) {
      const site = this.#listed.documents.siteOf(document)
      const counts: Value<'repeatsOfDocument'> = {
        ready: index !== null,
        site,
        siteSize: index?.siteSize(site) ?? 0,
        corpusSize: index?.size ?? 0,
        documents: [],
        siteDocuments: [],
      }
      answers.push(counts)
      if (!index) continue
      const text = await this.#texts.of(document)
      for (let at = 0; at < bounds.length; at += 2) {
        const hash = hashLine(text.slice(bounds[at], bounds[at + 1]))
        const { documents, siteDocuments } = index.counts(hash, site, document)
        counts.documents.push(documents)
        counts.siteDocuments.push(siteDocuments)
      }
    }
    return answers
  }

  /** @throws WinnowError */
  async list({ request }: Extract<RepetitionTask, { kind: 'list' }>): Promise<Value<'listRepeats'>> {
    if (!this.#ready) return { ready: false, total: 0, lines: [] }
    if (await this.#readLabels()) this.#list.forgetLabels()
    // Documents may have begun to be read anew while labels were read.
    if (!this.#ready || !this.#index) return { ready: false, total: 0, lines: [] }
    return { ready: true, ...this.#list.page(this.#index, this.#tally, request) }
  }

  /** Waits until all documents were read. @throws WinnowError */
  async find(keys: readonly string[]): Promise<string[]> {
    await this.#allRead()
    await this.#readLabels()
    const hashes = keys.flatMap((key) => hashOfKey(key) ?? [])
    const found = new Set(this.#index?.documentsWith(hashes))
    for (const document of this.#tally.documentsWith(hashes)) found.add(document)
    for (const document of this.#unreadable) found.add(document)
    return [...found]
  }

  /** The share of repeated lines of each document, in whole percent. Waits until all were read. @throws WinnowError */
  async shares(): Promise<ColumnRows[]> {
    await this.#allRead()
    const { documents } = this.#listed
    const index = this.#index
    let at = 0
    return documents.files.map(({ id, version, documents: count }) => {
      const cells = Array.from({ length: count }, () => {
        const share = index?.repeatedShare(documents.idAt(at++)) ?? null
        return share === null ? null : Math.floor(share * 100)
      })
      return { file: id, version, from: 0, cells }
    })
  }

  /** Resolves once all documents were read, those too that are told of meanwhile. */
  async #allRead(): Promise<void> {
    for (let reading = -1; reading !== this.#reading; ) {
      reading = this.#reading
      await this.#read
    }
  }

  async #readAll(rule: SegmentationRule, reading: number): Promise<void> {
    const { home } = this.#corpus
    const { documents } = this.#listed
    const total = documents.size
    this.#tell({ done: 0, total, ready: false })
    // What went into the sketch cannot be taken out of it again.
    const known = this.#index?.sketched ? null : this.#index
    const index = known ?? (await readIndex(home, rule)) ?? new RepetitionIndex()
    if (reading !== this.#reading) return
    this.#index = index
    this.#list.forget()
    this.#unreadable.clear()
    let changed = 0
    for (const document of [...index.documents])
      if (!documents.has(document)) {
        index.delete(document)
        changed++
      }
    let turn = performance.now()
    let told = turn
    for (let done = 0; done < total; done++) {
      const document = documents.idAt(done)
      const now = performance.now()
      if (now - told >= tellEvery) {
        told = now
        this.#tell({ done, total, ready: false })
      }
      if (now - turn >= readAtATime) {
        await nextTurn()
        turn = performance.now()
        if (reading !== this.#reading) return
      }
      if (await this.#readOne(index, document, rule)) changed++
    }
    this.#relabelled = null
    this.#ready = true
    this.#tell({ done: total, total, ready: true })
    if (changed > 0) await writeIndex(home, rule, index)
  }

  /** Counts the document if it is not what was counted before, and says whether it was not. */
  async #readOne(index: RepetitionIndex, document: string, rule: SegmentationRule): Promise<boolean> {
    const { source, documents } = this.#listed
    const before = index.stampOf(document)
    const site = documents.siteOf(document)
    try {
      const stamp = source.versionWaiting(document)
      if (stamp !== null && stamp === before) {
        // A page may have said of itself where it is from since it was counted.
        if (index.siteOf(document) === site) return false
        index.moveTo(document, site)
      } else if (stamp === null) index.delete(document)
      else index.set(document, site, stamp, countedLines(await source.textWaiting(document), rule))
    } catch (error) {
      // One that cannot be read has no lines; whoever opens it is told why.
      if (!(error instanceof WinnowError)) throw error
      index.delete(document)
      this.#unreadable.add(document)
    }
    return before !== null || index.stampOf(document) !== null
  }

  /** Reads the labels files that changed, and says whether any did. @throws WinnowError if they cannot be listed */
  async #readLabels(): Promise<boolean> {
    const { home, annotator } = this.#corpus
    const wanted = this.#relabelled
    this.#relabelled = new Set()
    if (wanted && wanted.size === 0) return false
    let documents: Iterable<string> = wanted ?? []
    if (!wanted) {
      this.#tally.clear()
      const files = new Set(await labelsFilesOf(home, annotator))
      documents =
        files.size === 0 ? [] : [...(this.#index?.documents ?? [])].filter((id) => files.has(labelsName(id)))
    }
    for (const document of documents) this.#tally.set(document, await this.#labelsOf(document))
    return true
  }

  async #labelsOf(document: string) {
    const { home, annotator } = this.#corpus
    try {
      return await new DurableFile(labelsPath(home, annotator, document), labelsFileKind).read()
    } catch (error) {
      // One that is damaged has no labels here; whoever opens the document is told.
      if (error instanceof WinnowError) return null
      throw error
    }
  }
}

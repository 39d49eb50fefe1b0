import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Request, Summary, Value } from '../../core/contract.ts'
import { mostCompared, type Restored } from '../../core/contract-backups.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { EventHub } from '../event-hub.ts'
import { Jobs } from '../jobs.ts'
import type { LabelSetChanges } from '../label-set-changes.ts'
import { labelledDocuments, likelyDocument } from '../labelled-ids.ts'
import { annotatorsIn, jsonFilesBelow, labelsFilesOf } from '../labels-files.ts'
import { labelsPath } from '../labels-path.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { readSummary } from '../summaries-scan.ts'
import { compareLabels } from './compare-labels.ts'
import { countRelabelled, removedFrom } from './compare-removed.ts'
import { deleteAnnotator, deleteLabels } from './delete-labels.ts'
import { type LabelsToRestore, restoreLabels } from './restore-labels.ts'
import { snapshotFolder, snapshotsIn } from './snapshots-in.ts'
import { entriesIn, entryFolder, filesInEntry, readEntry, removeEntry, trashIn } from './trash-bin.ts'

/** Of so many documents, and more, windows are not told one by one. */
const manyDocuments = 1000

export interface BackupsContext {
  readonly events: EventHub
  readonly labelSets: LabelSetChanges
  readonly now: () => Date
  /** Told how far documents of a corpus are whose labels were taken away or put back. */
  readonly onReplaced: (corpus: OpenCorpus, summaries: readonly Summary[]) => void
}

/** Takes labels away to the trash, and puts earlier ones back. */
export class CorpusBackups {
  readonly #context: BackupsContext
  readonly #jobs = new Jobs()

  constructor(context: BackupsContext) {
    this.#context = context
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  close(): Promise<void> {
    return this.#jobs.close()
  }

  /** @throws WinnowError, with nothing deleted */
  async deleteLabels(corpus: OpenCorpus, document: string): Promise<Value<'deleteLabels'>> {
    const { home, annotator, store } = corpus
    // What was asked before is saved before, so that it is in the trash too.
    await store.session(document).idle()
    const entry = await deleteLabels(home.path, annotator, document, this.#context.now())
    // What is known of them must not be saved again with the next label.
    store.session(document).release()
    if (entry !== null) await this.#tell(corpus, [document])
    return { entry }
  }

  /** @param corpus with all its documents. @throws WinnowError, with nothing deleted */
  async deleteAnnotator(corpus: OpenCorpus, annotator: string): Promise<Value<'deleteAnnotator'>> {
    const { home, documents, store } = corpus
    if (annotator === corpus.annotator) await store.idle()
    const { entry, files } = await deleteAnnotator(home.path, annotator, this.#context.now())
    if (annotator === corpus.annotator) {
      store.release()
      await this.#tell(corpus, labelledDocuments(documents, files).labelled)
    }
    return { entry, documents: files.length }
  }

  /** @throws WinnowError */
  async annotators({ home }: OpenCorpus): Promise<Value<'listAnnotators'>> {
    const annotators = []
    for (const name of await annotatorsIn(home.path))
      annotators.push({ name, documents: (await labelsFilesOf(home.path, name)).length })
    return { annotators }
  }

  /** @throws WinnowError */
  async days({ home }: OpenCorpus): Promise<Value<'listDays'>> {
    const snapshots = await snapshotsIn(home.path)
    const held = snapshots.reduce((sum, { bytes, added }, index) => sum + (index === 0 ? bytes : added), 0)
    return { days: snapshots.map(({ day, made, files }) => ({ day, made, files })).reverse(), bytes: held }
  }

  /** Writes nothing. @throws WinnowError `cancelled` */
  compareDay(corpus: OpenCorpus, request: Request<'compareDay'>): Promise<Value<'compareDay'>> {
    const { home } = corpus
    const { day, annotator, job } = request
    return this.#jobs.run(job, async (signal) => {
      const reply: Value<'compareDay'> = {
        documents: [],
        documentsCount: 0,
        same: 0,
        onlyNow: 0,
        troubles: [],
      }
      const files = await this.#filesOfDay(corpus, day, annotator)
      const then = new Set<string>()
      await this.#each(job, files, signal, async ({ annotator: whose, file, from }) => {
        then.add(`${whose}/${file}`)
        try {
          const compared = await compareLabels(join(home.path, 'labels', whose, file), from)
          if (compared.kind === 'same') reply.same++
          else {
            reply.documentsCount++
            const { labelledNow, labelledEarlier } = compared
            const document = likelyDocument(file)
            if (reply.documents.length < mostCompared)
              reply.documents.push({ annotator: whose, document, labelledNow, labelledEarlier })
          }
        } catch (error) {
          if (!(error instanceof WinnowError)) throw error
          if (reply.troubles.length < mostCompared) reply.troubles.push(error.message)
        }
      })
      for (const whose of await annotatorsIn(home.path))
        if (annotator === undefined || whose === annotator)
          for (const file of await labelsFilesOf(home.path, whose))
            if (!then.has(`${whose}/${file}`)) reply.onlyNow++
      return reply
    })
  }

  /** @param corpus with all its documents. @throws WinnowError */
  restoreDay(corpus: OpenCorpus, request: Request<'restoreDay'>): Promise<Restored> {
    const { day, annotator, job } = request
    return this.#jobs.run(job, async (signal) => {
      const files = await this.#filesOfDay(corpus, day, annotator)
      const changed: LabelsToRestore[] = []
      for (const each of files) {
        await nextTurn()
        const path = join(corpus.home.path, 'labels', each.annotator, each.file)
        const isOther = await compareLabels(path, each.from).then(
          ({ kind }) => kind === 'differ',
          // Whoever puts it back says why it cannot be.
          () => true,
        )
        if (isOther) changed.push(each)
      }
      return this.#restore(corpus, changed, { job, signal, overwrite: true, take: false, day })
    })
  }

  /** Writes nothing. @throws WinnowError */
  previewTrash(corpus: OpenCorpus, { entry, job }: Request<'previewTrash'>): Promise<Value<'previewTrash'>> {
    return this.#jobs.run(job, async (signal) => {
      const reply: Value<'previewTrash'> = { documents: 0, inTheWay: [], inTheWayCount: 0 }
      const { path: home } = corpus.home
      for (const removed of await removedFrom(home, entryFolder(home, entry))) {
        const relabelled = await countRelabelled(removed)
        if (relabelled === 0) reply.documents++
        else {
          reply.inTheWayCount++
          const { annotator, file, runs } = removed
          const document = likelyDocument(file)
          if (reply.inTheWay.length < mostCompared)
            reply.inTheWay.push({
              annotator,
              document,
              labelledNow: relabelled,
              labelledEarlier: runs.length,
            })
        }
      }
      const files = await this.#filesOfEntry(corpus, entry)
      await this.#each(job, files, signal, async ({ annotator, file, from }) => {
        const path = join(corpus.home.path, 'labels', annotator, file)
        const compared = await compareLabels(path, from).catch((error: unknown) => {
          if (error instanceof WinnowError) return null
          throw error
        })
        if (compared?.kind !== 'differ' || !compared.labelledNow) reply.documents++
        else {
          reply.inTheWayCount++
          const { labelledNow, labelledEarlier } = compared
          const document = likelyDocument(file)
          if (reply.inTheWay.length < mostCompared)
            reply.inTheWay.push({ annotator, document, labelledNow, labelledEarlier })
        }
      })
      return reply
    })
  }

  /** @param corpus with all its documents. @throws WinnowError */
  async restoreTrash(corpus: OpenCorpus, request: Request<'restoreTrash'>): Promise<Restored> {
    const { entry, overwrite, job } = request
    const home = corpus.home.path
    const { what } = await readEntry(home, entry)
    if (what.kind === 'label') {
      const removal = { entry, labels: what.labels }
      return this.#context.labelSets.restore(corpus, removal, overwrite, job)
    }
    return this.#jobs.run(job, async (signal) => {
      const files = await this.#filesOfEntry(corpus, entry)
      const restored = await this.#restore(corpus, files, { job, signal, overwrite, take: true, day: null })
      if ((await filesInEntry(home, entry)).length === 0) await removeEntry(home, entry)
      return restored
    })
  }

  /** @throws WinnowError */
  async trash({ home }: OpenCorpus): Promise<Value<'listTrash'>> {
    const { entries, troubles } = await trashIn(home.path)
    return { entries, troubles, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) }
  }

  /** @throws WinnowError */
  async emptyTrash({ home }: OpenCorpus, entry: string | undefined): Promise<void> {
    for (const each of entry === undefined ? await entriesIn(home.path) : [entry])
      await removeEntry(home.path, each)
  }

  async #restore(
    corpus: OpenCorpus,
    files: readonly LabelsToRestore[],
    how: { job: string; signal: AbortSignal; overwrite: boolean; take: boolean; day: string | null },
  ): Promise<Restored> {
    const { job, signal, overwrite, take, day } = how
    await corpus.store.idle()
    const { restored, files: done } = await restoreLabels({
      home: corpus.home.path,
      files,
      overwrite,
      take,
      replacedAs: { kind: 'replaced', day },
      now: this.#context.now,
      signal,
      onProgress: this.#progress(job),
    })
    const own = done.filter(({ annotator }) => annotator === corpus.annotator).map(({ file }) => file)
    await this.#tell(corpus, labelledDocuments(corpus.documents, own).labelled)
    return restored
  }

  async #filesOfDay({ home }: OpenCorpus, day: string, annotator?: string): Promise<LabelsToRestore[]> {
    const root = join(snapshotFolder(home.path, day), 'labels')
    if (!(await snapshotsIn(home.path)).some((snapshot) => snapshot.day === day))
      throw new WinnowError('bad-request', say`There is no snapshot of ${day} in ${home.path}.`)
    return placesIn(root, await jsonFilesBelow(root)).filter(
      (place) => annotator === undefined || place.annotator === annotator,
    )
  }

  async #filesOfEntry({ home }: OpenCorpus, entry: string): Promise<LabelsToRestore[]> {
    const root = join(entryFolder(home.path, entry), 'labels')
    return placesIn(root, await filesInEntry(home.path, entry))
  }

  /** Does `work` for each file and tells how far it is. @throws WinnowError `cancelled` */
  async #each(
    job: string,
    files: readonly LabelsToRestore[],
    signal: AbortSignal,
    work: (file: LabelsToRestore) => Promise<void>,
  ): Promise<void> {
    const tell = this.#progress(job)
    for (const [done, file] of files.entries()) {
      if (done % 100 === 0) {
        tell(done, files.length)
        await nextTurn()
      }
      if (signal.aborted) throw new WinnowError('cancelled', say`This was cancelled.`)
      await work(file)
    }
    tell(files.length, files.length)
  }

  /** Tells all windows that these documents of their annotator have other labels now. */
  async #tell(corpus: OpenCorpus, documents: readonly string[]): Promise<void> {
    if (documents.length === 0) return
    const summaries: Summary[] = []
    for (const document of documents)
      summaries.push(await readSummary(document, labelsPath(corpus.home.path, corpus.annotator, document)))
    this.#context.onReplaced(corpus, summaries)
    this.#context.events.emit('labels-replaced', {
      corpus: corpus.folder.id,
      documents: documents.length > manyDocuments ? null : [...documents],
    })
  }

  #progress(job: string): (done: number, total: number) => void {
    return (done, total) => this.#context.events.emit('job-progress', { job, done, total })
  }
}

/** Labels files below `root`, whose first folder is the annotator's. */
const placesIn = (root: string, files: readonly string[]): LabelsToRestore[] =>
  files.map((path) => {
    const [annotator = '', ...file] = path.split('/')
    return { annotator, file: file.join('/'), from: join(root, ...path.split('/')) }
  })

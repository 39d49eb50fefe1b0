import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Request, Value } from '../../core/contract.ts'
import { type DrawnWorkList, mostListed, type OpenedWorkList } from '../../core/contract-work-lists.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { passes } from '../../core/work-list/work-document.ts'
import { asksFor } from '../../core/work-list/work-list-choice.ts'
import { type Drawn, WorkListDraw } from '../../core/work-list/work-list-draw.ts'
import {
  mostInWorkList,
  type WorkListFile,
  workListFileVersion,
} from '../../core/work-list/work-list-file.ts'
import type { EventHub } from '../event-hub.ts'
import { Jobs } from '../jobs.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import type { UserState } from '../user-state.ts'
import { statusesOf } from './statuses-of.ts'
import { readWorkDocument, workDocuments } from './work-documents.ts'
import { WorkListStore } from './work-list-store.ts'

/** After how many documents other work gets its turn. */
const turnEvery = 4096
const readTurnEvery = 16

/** What was drawn of the documents given, and which of these there are not. */
interface DrawnOfGiven {
  readonly drawn: Drawn
  readonly unknown: readonly string[]
}

/** Makes work lists, and knows which one each annotator works on. */
export class CorpusWorkLists {
  readonly #events: EventHub
  readonly #state: UserState
  readonly #jobs = new Jobs()

  constructor(events: EventHub, state: UserState) {
    this.#events = events
    this.#state = state
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  close(): Promise<void> {
    return this.#jobs.close()
  }

  /** @throws WinnowError if their folder cannot be read */
  async list({ home }: OpenCorpus): Promise<Value<'listWorkLists'>> {
    const store = new WorkListStore(home.path)
    const found: Value<'listWorkLists'> = { lists: [], troubles: [] }
    for (const name of await store.names())
      try {
        const { documents, made, choice, given } = await store.read(name)
        found.lists.push({ name, documents: documents.length, made, choice, given })
      } catch (error) {
        if (!(error instanceof WinnowError)) throw error
        // One that went away since it was listed is simply not there.
        if (error.code !== 'work-list-unknown') found.troubles.push(error.message)
      }
    return found
  }

  /** @throws WinnowError `cancelled`, or that the labels cannot be listed */
  preview(corpus: OpenCorpus, request: Request<'previewWorkList'>): Promise<DrawnWorkList> {
    return this.#jobs.run(request.job, async (signal) => told(await this.#draw(corpus, request, signal)))
  }

  /** @throws WinnowError, with nothing kept */
  make(corpus: OpenCorpus, request: Request<'makeWorkList'>): Promise<Value<'makeWorkList'>> {
    return this.#jobs.run(request.job, async (signal) => {
      const made = await this.#draw(corpus, request, signal)
      const { documents } = made.drawn
      if (documents.length > mostInWorkList)
        throw new WinnowError(
          'work-list-too-long',
          say`The work list would have ${documents.length} documents; the most are ${mostInWorkList}. Nothing was made. Take a sample, or filter more.`,
        )
      await new ProjectStore(corpus.home.path).ensure()
      const store = new WorkListStore(corpus.home.path)
      const { name, choice, replace } = request
      const list: WorkListFile = {
        format: 'winnow-work-list',
        version: workListFileVersion,
        made: new Date().toISOString(),
        choice,
        given: request.documents?.length ?? null,
        documents: [...documents],
      }
      await store.save(name, list, replace)
      this.#events.emit('work-lists-changed', { corpus: corpus.folder.id, name, removed: false })
      return { ...told(made), path: store.path(name) }
    })
  }

  /** @throws WinnowError */
  async remove(corpus: OpenCorpus, name: string): Promise<void> {
    await new WorkListStore(corpus.home.path).remove(name)
    if ((await this.#chosen(corpus)) === name) await this.#choose(corpus, null)
    this.#events.emit('work-lists-changed', { corpus: corpus.folder.id, name, removed: true })
  }

  /** @throws WinnowError, with the choice as it was */
  async choose(corpus: OpenCorpus, name: string | null): Promise<OpenedWorkList | null> {
    const list = name === null ? null : await this.#open(corpus, name)
    await this.#choose(corpus, name)
    return list
  }

  /** @throws WinnowError if the user's settings cannot be read */
  async chosen(corpus: OpenCorpus): Promise<Value<'chosenWorkList'>> {
    const name = await this.#chosen(corpus)
    if (name === undefined) return { list: null, trouble: null }
    try {
      return { list: await this.#open(corpus, name), trouble: null }
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      return { list: null, trouble: `${error.message} ${say`All documents are shown.`}` }
    }
  }

  async #open({ home }: OpenCorpus, name: string): Promise<OpenedWorkList> {
    return { name, documents: (await new WorkListStore(home.path).read(name)).documents }
  }

  async #chosen({ folder, annotator }: OpenCorpus): Promise<string | undefined> {
    return await this.#state.workList(folder.path, annotator)
  }

  #choose({ folder, annotator }: OpenCorpus, name: string | null): Promise<void> {
    return this.#state.setWorkList(folder.path, annotator, name)
  }

  async #draw(
    corpus: OpenCorpus,
    { choice, documents, job }: Request<'previewWorkList'>,
    signal: AbortSignal,
  ): Promise<DrawnOfGiven> {
    const given = documents && new Set(documents)
    const statuses = choice.filter.statuses ? await statusesOf(corpus, signal) : new Map()
    const draw = new WorkListDraw(choice)
    const asked = asksFor(choice)
    const reads = asked.language || asked.columns
    // What is known without reading a document may spare it.
    const mayPass = passes({ ...choice.filter, languages: undefined, column: undefined })
    let done = 0
    for (const document of workDocuments(corpus, statuses)) {
      const wanted = (!given || given.delete(document.id)) && mayPass(document)
      if (wanted) draw.add(reads ? await readWorkDocument(corpus.source, document, asked) : document)
      if (done++ % (reads ? readTurnEvery : turnEvery) !== 0) continue
      await nextTurn()
      if (signal.aborted) break
      this.#events.emit('job-progress', { job, done, total: corpus.documents.size })
    }
    if (signal.aborted)
      throw new WinnowError('cancelled', say`The work list was not made, as you stopped it.`)
    return { drawn: draw.draw(), unknown: [...(given ?? [])] }
  }
}

const told = ({ drawn, unknown }: DrawnOfGiven): DrawnWorkList => ({
  matching: drawn.matching,
  chosen: drawn.documents.length,
  strata: drawn.strata.slice(0, mostListed),
  strataCount: drawn.strata.length,
  unknown: unknown.slice(0, mostListed),
  unknownCount: unknown.length,
})

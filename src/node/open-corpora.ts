import type { Corpus, Folder, LabelsHome } from '../core/contract.ts'
import type { SegmentationRule } from '../core/segmentation/rules.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { SavedEdits, SessionHooks } from './document-session.ts'
import type { EventHub } from './event-hub.ts'
import type { FolderRegistry } from './folder-registry.ts'
import { describeHome, homeBeside, homeElsewhere, moveIn } from './labels-home.ts'
import { LabelsStore } from './labels-store.ts'
import { ProjectStore } from './project-store.ts'
import type { SampleCorpus } from './sample-corpus.ts'
import { SummariesScan, summaryOf } from './summaries-scan.ts'
import type { UserState } from './user-state.ts'
import { walkDumps } from './walk-dumps.ts'

/** A corpus as this process last saw it. */
export interface OpenCorpus {
  readonly folder: Folder
  readonly annotator: string
  readonly home: LabelsHome
  /** The documents in their order, with their sizes in bytes. */
  readonly documents: ReadonlyMap<string, number>
  readonly troubles: readonly string[]
  readonly store: LabelsStore
}

/** What the corpora need of the rest of the service. */
export interface CorporaContext {
  readonly folders: FolderRegistry
  readonly state: UserState
  readonly events: EventHub
  readonly sample: SampleCorpus
  readonly userFolder: string
  /** Where labels are kept instead of beside the dumps, if the command line says so. */
  readonly labelsFolder: string | undefined
  /** Whether a person works with it: then recent folders are remembered and progress is told. */
  readonly interactive: boolean
  readonly annotator: () => Promise<string>
  readonly log: (error: unknown) => void
}

/** The corpora that are open in this process. */
export class OpenCorpora {
  readonly #context: CorporaContext
  readonly #open = new Map<string, OpenCorpus>()
  /** Stores outlive a reopening, so that edits under way reach the disk in order. */
  readonly #stores = new Map<string, LabelsStore>()
  readonly #scans = new Map<string, { scan: SummariesScan; finished: Promise<void> }>()

  constructor(context: CorporaContext) {
    this.#context = context
  }

  /** The corpus in the folder with this id, listed if this process has not done so. @throws WinnowError */
  async get(id: string): Promise<OpenCorpus> {
    return this.#open.get(id) ?? this.#list(id)
  }

  /** A corpus that has the document. @throws WinnowError `document-unknown` */
  async withDocument(id: string, document: string): Promise<OpenCorpus> {
    const corpus = await this.get(id)
    if (!corpus.documents.has(document))
      throw new WinnowError(
        'document-unknown',
        `There is no document “${document}” in ${corpus.folder.path}. Open the folder again if it is new.`,
      )
    return corpus
  }

  /** Lists the corpus anew, and begins to tell how far its documents are. @throws WinnowError */
  async open(id: string): Promise<Corpus> {
    const { state, interactive, log } = this.#context
    const corpus = await this.#list(id)
    const { folder, annotator, home, documents, troubles } = corpus
    const { labelSet, segmentation, suggestions } = await new ProjectStore(home.path).read()
    if (interactive) await state.addRecent(folder.path).catch(log)
    const place = (await state.read()).places[folder.path]?.[annotator]
    if (interactive) this.#scan(corpus)
    return {
      folder,
      annotator,
      labelSet,
      segmentation,
      suggestions,
      labelsHome: home,
      documents: Array.from(documents, ([document, bytes]) => ({ id: document, bytes })),
      troubles: [...troubles],
      place: place && documents.has(place.document) ? place : null,
    }
  }

  /** Keeps the labels of the corpus in the user's own folder from now on, with those that there are. @throws WinnowError */
  async keepElsewhere(id: string): Promise<Corpus> {
    const { home, folder } = await this.get(id)
    if (home.elsewhere !== null) {
      await moveIn(home.path, home.elsewhere)
      await this.#context.state.setLabelsHome(folder.path, home.elsewhere)
    }
    return this.open(id)
  }

  /** Sets the rule by which documents are cut that nobody has labelled yet. @throws WinnowError */
  async setSegmentation(id: string, rule: SegmentationRule): Promise<void> {
    const { home, store } = await this.get(id)
    await new ProjectStore(home.path).update((project) => ({ ...project, segmentation: rule }))
    await store.followRule()
  }

  /** Ends the background work and resolves once all labels are on the disk. */
  async close(): Promise<void> {
    for (const { scan } of this.#scans.values()) scan.stop()
    await Promise.all([...this.#scans.values()].map(({ finished }) => finished))
    await Promise.all([...this.#stores.values()].map((store) => store.idle()))
  }

  async #list(id: string): Promise<OpenCorpus> {
    const { folders, sample, state, userFolder, labelsFolder } = this.#context
    const folder = folders.get(id)
    if (folder === folders.register(sample.path)) await sample.ensureCopy()
    const annotator = await this.#context.annotator()
    const recorded = (await state.read()).labelsHomes[folder.path]
    const path = labelsFolder ?? recorded ?? homeBeside(folder.path)
    const { documents, troubles } = await walkDumps(folder.path, path)
    const elsewhere = labelsFolder === undefined ? homeElsewhere(userFolder, folder.path) : null
    const corpus: OpenCorpus = {
      folder,
      annotator,
      home: await describeHome(path, folder.path, annotator, elsewhere),
      documents: new Map(documents.map((document) => [document.id, document.bytes])),
      troubles,
      store: this.#store(folder, path, annotator),
    }
    this.#open.set(id, corpus)
    return corpus
  }

  #store(folder: Folder, home: string, annotator: string): LabelsStore {
    const key = JSON.stringify([folder.id, home, annotator])
    const known = this.#stores.get(key)
    if (known) return known
    const project = new ProjectStore(home)
    const hooks: SessionHooks = {
      rule: async () => (await project.read()).segmentation,
      beforeSave: () => project.ensure(),
      onSaved: (saved) => this.#tell(folder.id, saved),
    }
    const store = new LabelsStore(folder.path, home, annotator, hooks)
    this.#stores.set(key, store)
    return store
  }

  #tell(corpus: string, { document, revision, edits, client, annotation, saved }: SavedEdits): void {
    const { events } = this.#context
    this.#scans.get(corpus)?.scan.supersede(document)
    events.emit('annotation-changed', {
      corpus,
      document,
      revision,
      edits: [...edits],
      client: client ?? 'another-process',
    })
    events.emit('summaries', { corpus, summaries: [summaryOf(document, annotation, saved)], complete: false })
  }

  #scan({ folder, home, annotator, documents }: OpenCorpus): void {
    const { events, log } = this.#context
    this.#scans.get(folder.id)?.scan.stop()
    const scan = new SummariesScan()
    const finished = scan
      .run(home.path, annotator, documents.keys(), (summaries, complete) =>
        events.emit('summaries', { corpus: folder.id, summaries, complete }),
      )
      .catch(log)
    this.#scans.set(folder.id, { scan, finished })
  }
}

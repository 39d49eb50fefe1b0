import type { Corpus, Folder, LabelsHome, Summary } from '../core/contract.ts'
import type { Followed } from '../core/contract-following.ts'
import type { Trouble } from '../core/contract-listing.ts'
import type { DocumentTable } from '../core/listing/document-table.ts'
import { defaultReading, type ReadingChoice } from '../core/reading-choice.ts'
import type { SegmentationRule } from '../core/segmentation/rules.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { DailySnapshots } from './backups/daily-snapshots.ts'
import { cacheFolderFor } from './cache-folder.ts'
import { DocumentSource } from './document-source.ts'
import type { EventHub } from './event-hub.ts'
import type { FolderRegistry } from './folder-registry.ts'
import { describeHome, homeBeside, homeElsewhere, homeThere, moveIn } from './labels-home.ts'
import { LabelsStore } from './labels-store.ts'
import { removeLeftovers } from './leftovers.ts'
import { refuseLinksOut } from './links-out.ts'
import { CorpusListing } from './listing/corpus-listing.ts'
import type { IndexThreads } from './listing/index-threads.ts'
import { TextReading } from './listing/text-reading.ts'
import { ProjectStore } from './project-store.ts'
import type { SampleCorpus } from './sample-corpus.ts'
import type { SavedEdits, SessionHooks } from './session-hooks.ts'
import { SummariesScan, summaryOf } from './summaries-scan.ts'
import type { UserState } from './user-state.ts'

/** A corpus as this process last saw it. */
export interface OpenCorpus {
  readonly folder: Folder
  readonly annotator: string
  readonly home: LabelsHome
  /** The documents as they were known when this was made; a later {@link OpenCorpus} may have more. */
  readonly documents: DocumentTable
  /** Reads the documents as they are known now. */
  readonly source: DocumentSource
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
  readonly indexing: IndexThreads
  readonly snapshots: DailySnapshots
  /** Told whenever all documents of a corpus are known. */
  readonly onListed: (corpus: OpenCorpus) => void
  readonly annotator: () => Promise<string>
  readonly log: (error: unknown) => void
}

/** The listing of a corpus with labels in one place, and what reads its documents. */
interface Listed {
  readonly listing: CorpusListing
  readonly source: DocumentSource
  readonly texts: TextReading
}

/** The corpora that are open in this process. */
export class OpenCorpora {
  readonly #context: CorporaContext
  readonly #open = new Map<string, OpenCorpus>()
  /** By folder and labels home; each goes on as long as this process. */
  readonly #listed = new Map<string, Listed>()
  /** Stores outlive a reopening, so that edits under way reach the disk in order. */
  readonly #stores = new Map<string, LabelsStore>()
  readonly #scans = new Map<string, { scan: SummariesScan; finished: Promise<void> }>()

  constructor(context: CorporaContext) {
    this.#context = context
  }

  /**
   * The corpus in the folder with this id, with what is listed of it so far; with all of it where nobody has opened it.
   * @throws WinnowError
   */
  async get(id: string): Promise<OpenCorpus> {
    return this.#open.get(id) ?? this.complete(id)
  }

  /** The corpus with all its documents: waits until they are listed. @throws WinnowError */
  async complete(id: string): Promise<OpenCorpus> {
    const corpus = this.#open.get(id) ?? (await this.#begin(id))
    await this.#listingOf(corpus).complete()
    return this.#renewed(corpus)
  }

  /** A corpus that has the document, waiting for it where it may still be found. @throws WinnowError `document-unknown` */
  async withDocument(id: string, document: string): Promise<OpenCorpus> {
    const present = this.#renewed(await this.get(id))
    if (present.documents.has(document)) return present
    const complete = await this.complete(id)
    if (complete.documents.has(document)) return complete
    throw new WinnowError(
      'document-unknown',
      say`There is no document “${document}” in ${present.folder.path}. Open the folder again if it is new.`,
    )
  }

  /** Lists the corpus anew, and begins to tell how far its documents are. @throws WinnowError */
  async open(id: string): Promise<Corpus> {
    const { state, interactive, log } = this.#context
    const begun = await this.#begin(id)
    const listing = this.#listingOf(begun)
    await (interactive ? listing.shown() : listing.complete())
    const corpus = this.#renewed(begun)
    const { folder, annotator, home } = corpus
    const { labelSet, segmentation, suggestions } = await new ProjectStore(home.path).read()
    if (interactive) await state.addRecent(folder.path).catch(log)
    const place = await state.place(folder.path, annotator)
    if (interactive) {
      this.#scan(corpus)
      removeLeftovers(home.path, annotator).catch(log)
      if (home.writable) this.#context.snapshots.begin(home.path)
    }
    const isThere = place && (!listing.isComplete || corpus.documents.has(place.document))
    return {
      folder,
      annotator,
      labelSet,
      segmentation,
      suggestions,
      labelsHome: home,
      listing: listing.snapshot(),
      place: isThere ? place : null,
    }
  }

  /** The ids of the open corpora whose labels are in the labels home `home`. */
  at(home: string): string[] {
    return [...this.#open.values()]
      .filter((corpus) => corpus.home.path === home)
      .map(({ folder }) => folder.id)
  }

  /** What could not be read. @throws WinnowError */
  async troubles(id: string): Promise<Trouble[]> {
    return this.#listingOf(await this.get(id)).troubles
  }

  /** Lists anew what could not be read, and what is new or changed. @throws WinnowError */
  async retry(id: string): Promise<void> {
    this.#listingOf(await this.get(id)).retry()
  }

  /** Ends the listing where it is. @throws WinnowError */
  async stopListing(id: string): Promise<void> {
    await this.#listingOf(await this.get(id)).stop()
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

  /** Reads all dumps by `choice` from now on. @throws WinnowError */
  async setReading(id: string, choice: ReadingChoice): Promise<void> {
    const { home, source, ...corpus } = await this.get(id)
    await new ProjectStore(home.path).update((project) => ({ ...project, readers: choice }))
    await source.readBy({ ...choice, cacheFolder: source.settings.cacheFolder })
    this.#listingOf({ ...corpus, home, source }).readAnew()
  }

  /** Tells of labels that are those of other documents now, and of those of which that is not clear. */
  labelsFollowed(corpus: OpenCorpus, followed: readonly Followed[], troubles: readonly Trouble[]): void {
    this.#listingOf(corpus).tellOfLabels(troubles)
    if (followed.length === 0) return
    const present = this.#renewed(corpus)
    this.#scan(present)
    for (const { to } of followed) present.store.lookAgain(to).catch(this.#context.log)
  }

  /** Tells how far documents are whose labels were taken away or put back. */
  labelsReplaced({ folder }: OpenCorpus, summaries: readonly Summary[]): void {
    for (const { document } of summaries) this.#scans.get(folder.id)?.scan.supersede(document)
    this.#context.events.emit('summaries', {
      corpus: folder.id,
      summaries: [...summaries],
      complete: false,
    })
  }

  /** Ends the background work and resolves once all labels are on the disk. */
  async close(): Promise<void> {
    await Promise.all([...this.#listed.values()].map(({ texts }) => texts.close()))
    await Promise.all([...this.#listed.values()].map(({ listing }) => listing.close()))
    for (const { scan } of this.#scans.values()) scan.stop()
    await Promise.all([...this.#scans.values()].map(({ finished }) => finished))
    await Promise.all([...this.#stores.values()].map((store) => store.close()))
    await this.#context.snapshots.close()
    await Promise.all([...this.#listed.values()].map(({ source }) => source.close()))
  }

  /** Begins to list the corpus, or to look for what changed in it. */
  async #begin(id: string): Promise<OpenCorpus> {
    const { folders, sample, state, userFolder, labelsFolder } = this.#context
    const folder = folders.get(id)
    if (folder === folders.register(sample.path)) await sample.ensureCopy()
    const annotator = await this.#context.annotator()
    const recorded = (await state.labelsHome(folder.path)) ?? (await homeThere(userFolder, folder.path))
    const path = labelsFolder ?? recorded ?? homeBeside(folder.path)
    if (path === homeBeside(folder.path)) await refuseLinksOut(folder.path, path)
    const elsewhere = labelsFolder === undefined ? homeElsewhere(userFolder, folder.path) : null
    const { listing, source } = await this.#list(folder, path)
    const corpus: OpenCorpus = {
      folder,
      annotator,
      home: await describeHome(path, folder.path, annotator, elsewhere),
      documents: listing.table,
      source,
      store: this.#store(folder, path, annotator, source),
    }
    // Before it is listed, as that may be over in a moment.
    this.#open.set(id, corpus)
    listing.refresh()
    return corpus
  }

  async #list(folder: Folder, home: string): Promise<Listed> {
    const key = JSON.stringify([folder.id, home])
    const known = this.#listed.get(key)
    if (known) return known
    const { events, indexing, userFolder, log } = this.#context
    const readers = await readingChosen(home)
    const settings = { ...readers, cacheFolder: await cacheFolderFor(home, folder.path, userFolder) }
    const listing: CorpusListing = new CorpusListing({
      folder: folder.path,
      labelsHome: home,
      watch: this.#context.interactive,
      get settings() {
        return source.settings
      },
      index: (files, signal, tell) => indexing.run(folder.path, files, source.settings, signal, tell),
      onTold: (told) => events.emit('listing', { corpus: folder.id, ...told }),
      onComplete: (changed) => this.#completed(folder.id, listing, changed),
      log,
    })
    const source = new DocumentSource(
      folder.path,
      () => listing.table,
      settings,
      () => listing.complete(),
    )
    const texts = new TextReading(folder.path, listing, indexing, log)
    const listed = this.#listed.get(key) ?? { listing, source, texts }
    this.#listed.set(key, listed)
    return listed
  }

  #listingOf(corpus: OpenCorpus): CorpusListing {
    return this.#listedOf(corpus).listing
  }

  #listedOf({ folder, home }: OpenCorpus): Listed {
    const listed = this.#listed.get(JSON.stringify([folder.id, home.path]))
    if (!listed) throw new Error('an open corpus is listed')
    return listed
  }

  /** The corpus with the documents that are known now. */
  #renewed(corpus: OpenCorpus): OpenCorpus {
    const { table } = this.#listingOf(corpus)
    const present = this.#open.get(corpus.folder.id) ?? corpus
    if (present.documents === table) return present
    const renewed = { ...present, documents: table }
    this.#open.set(corpus.folder.id, renewed)
    return renewed
  }

  #completed(id: string, listing: CorpusListing, changed: boolean): void {
    const corpus = this.#open.get(id)
    if (!corpus || this.#listingOf(corpus) !== listing) return
    const renewed = this.#renewed(corpus)
    // How far documents are can only be told of those that are known.
    if (changed && this.#context.interactive && this.#scans.has(id)) this.#scan(renewed)
    this.#context.onListed(renewed)
    if (this.#context.interactive) this.#listedOf(renewed).texts.begin(renewed.source.settings)
  }

  #store(folder: Folder, home: string, annotator: string, source: DocumentSource): LabelsStore {
    const key = JSON.stringify([folder.id, home, annotator])
    const known = this.#stores.get(key)
    if (known) return known
    const project = new ProjectStore(home)
    const hooks: SessionHooks = {
      rule: async () => (await project.read()).segmentation,
      beforeSave: async (path) => {
        await project.ensure()
        await this.#context.snapshots.beforeWrite(home, path)
      },
      onSaved: (saved) => this.#tell(folder.id, saved),
      onUnsettled: (document) =>
        this.#context.events.emit('labels-replaced', { corpus: folder.id, documents: [document] }),
    }
    const store = new LabelsStore(source, home, annotator, hooks)
    this.#stores.set(key, store)
    if (this.#context.interactive) store.follow(this.#context.log)
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
      .run(home.path, annotator, documents, (summaries, complete) =>
        events.emit('summaries', { corpus: folder.id, summaries, complete }),
      )
      .catch(log)
    this.#scans.set(folder.id, { scan, finished })
  }
}

/** What the corpus says about the reading of its dumps. */
async function readingChosen(home: string): Promise<ReadingChoice> {
  try {
    return (await new ProjectStore(home).read()).readers
  } catch (error) {
    // Whoever opens the corpus is told that its project is damaged; it can be looked at, as when it is checked.
    if (error instanceof WinnowError) return defaultReading
    throw error
  }
}

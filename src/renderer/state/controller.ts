import type { CallName } from '../../core/call-names.ts'
import type { CommandId } from '../../core/commands.ts'
import type { EventPayload, Request, SettleChoice, Value, WinnowEvent } from '../../core/contract.ts'
import { applyEdits, type Edit, EditMismatch } from '../../core/edit.ts'
import type { Reply } from '../../core/reply.ts'
import { i18n } from '../messages/i18n.ts'
import type { Connection } from '../transport/connection.ts'
import { ActivityClock } from './activity-clock.ts'
import { AfterPaint } from './after-paint.ts'
import { shownDocument } from './document-list.ts'
import { isOutside } from './is-outside.ts'
import { showFollowed } from './labels-followed.ts'
import { LeftDocuments } from './left-documents.ts'
import { ListingFollower } from './listing-follower.ts'
import { mergeUnsaved, type UnsavedWork } from './merge-unsaved.ts'
import { OnceCalm } from './once-calm.ts'
import { edited, type OpenWork, startWork } from './open-work.ts'
import { PlaceKeeper } from './place-keeper.ts'
import { followPreferences } from './preferences.ts'
import { offerRecovery } from './recovery.ts'
import { type SaveConflict, SaveQueue } from './save-queue.ts'
import { SummaryBook } from './summary-book.ts'
import { summaryOf } from './summary-of.ts'
import { createWinnowStore, newCorpusState, type WinnowStore } from './winnow-store.ts'
import { withUnsaved } from './with-unsaved.ts'
import { showChosenWorkList } from './work-list.ts'

/** Everything the interface does beyond drawing: calls the service, keeps the store, sends edits to the disk. */
export class Controller {
  readonly store: WinnowStore = createWinnowStore()
  /** Tells this window's changes from those of others. */
  readonly #client: string = crypto.randomUUID()
  readonly #connection: Connection
  /** Runs what may wait until keys rest. */
  readonly onceCalm: OnceCalm['run'] = new OnceCalm().run
  readonly #queue: SaveQueue
  readonly #places: PlaceKeeper
  readonly #activity = new ActivityClock()
  readonly #listing = new ListingFollower()
  readonly #left = new LeftDocuments()
  /** Summaries that overtook the reply to the call that opens their corpus; null while none is being opened. */
  #early: EventPayload<'summaries'>[] | null = null
  /** As {@link #early}. */
  #earlyFollowed: EventPayload<'labels-followed'>[] = []
  /** Documents with edits on their way, as this window has them, to merge should others have come first. */
  readonly #unsaved = new Map<string, UnsavedWork>()
  #notices = 0

  constructor(connection: Connection) {
    this.#connection = connection
    this.#places = new PlaceKeeper((place) => connection.invoke('savePlace', place), window)
    this.#queue = new SaveQueue({
      send: (corpus, document, edits, seconds) =>
        connection.invoke('applyEdits', { corpus, document, edits, seconds, client: this.#client }),
      keep: (corpus, document, id, unsaved) =>
        connection.invoke('keepEdits', { ...unsaved, corpus, document, id, edits: [...unsaved.edits] }),
      // A key press does not have to wait for what is sent.
      afterPaint: new AfterPaint(window).run,
      onState: (save) => {
        // Keys that follow each other quickly do not wait for the frames of a mark that changes to and fro.
        if (save.kind === 'saved') this.onceCalm(this.#showSaved)
        else this.store.setState({ save })
      },
      onConflict: (conflict) => void this.#merge(conflict),
    })
    connection.subscribe((event) => this.#onEvent(event))
    connection.onReconnect(() => void this.#catchUp())
  }

  invoke<N extends CallName>(name: N, request: Request<N>): Promise<Reply<Value<N>>> {
    return this.#connection.invoke(name, request)
  }

  subscribe(listener: (event: WinnowEvent) => void): () => void {
    return this.#connection.subscribe(listener)
  }

  /** Asks the host who it is and opens the folder it was started with. */
  async start(): Promise<void> {
    await this.#connection.ready
    const home = await this.invoke('home', { languages: [...navigator.languages] })
    this.store.setState(
      home.ok ? { home: home.value, preferences: home.value.preferences } : { fatal: home.message },
    )
    if (!home.ok || !home.value.start) return
    await this.openCorpus(home.value.start)
    if (home.value.trouble) this.notify('alert', home.value.trouble)
  }

  /** Shows the system's folder dialog and opens what the user chose. */
  async chooseFolder(): Promise<void> {
    const chosen = await this.invoke('chooseFolder', {})
    if (!chosen.ok) this.store.setState({ welcomeTrouble: chosen.message })
    else if (chosen.value) await this.openCorpus(chosen.value.id)
  }

  async openCorpus(folder: string): Promise<void> {
    this.store.setState({ opening: true, welcomeTrouble: null })
    this.#early = []
    this.#listing.await()
    this.#showCorpus(await this.invoke('openCorpus', { folder }))
  }

  /** Keeps the labels of a corpus that cannot be written to in the place the service proposes. */
  async keepLabelsElsewhere(): Promise<void> {
    const { corpus } = this.store.getState()
    if (!corpus) return
    this.#early = []
    this.#listing.await()
    const reply = await this.invoke('keepLabelsIn', { corpus: corpus.folder.id, place: 'elsewhere' })
    if (reply.ok) this.#showCorpus(reply)
    else {
      this.#listing.cancel()
      this.notify('alert', reply.message)
    }
  }

  #showCorpus(reply: Reply<Value<'openCorpus'>>): void {
    if (!reply.ok) {
      this.#listing.cancel()
      this.store.setState({ opening: false, welcomeTrouble: reply.message })
      return
    }
    const corpus = reply.value
    const early = (this.#early ?? [])
      .filter((payload) => payload.corpus === corpus.folder.id)
      .flatMap((payload) => payload.summaries)
    this.#early = null
    const followed = this.#earlyFollowed.filter((payload) => payload.corpus === corpus.folder.id)
    this.#earlyFollowed = []
    this.#left.clear()
    this.store.setState({
      ...newCorpusState,
      corpus,
      ...this.#listing.begin(corpus.listing, corpus.folder.id),
      opening: false,
      summaries: SummaryBook.empty().with(early),
    })
    const at = corpus.place
    const { documents } = this.store.getState()
    if (at) void this.openDocument(at.document, at.segment)
    else if (documents.size > 0) void this.openDocument(documents.idAt(0))
    void showChosenWorkList(this)
    for (const payload of followed) showFollowed(this, payload)
    void offerRecovery(this)
  }

  /** Back to the welcome screen. Edits on their way are still saved. */
  async closeCorpus(): Promise<void> {
    this.#leaveDocument()
    this.store.setState({ corpus: null, view: { kind: 'none' }, dialog: null, notice: null })
    const home = await this.invoke('home', {})
    if (home.ok) this.store.setState({ home: home.value })
  }

  /** Opens a document where the annotator was, else at its first segment without a label. */
  async openDocument(document: string, segment?: number): Promise<void> {
    const { corpus } = this.store.getState()
    if (!corpus) return
    this.#leaveDocument()
    this.store.setState({ view: { kind: 'opening', document } })
    this.#showDocument(
      document,
      await this.invoke('openDocument', { corpus: corpus.folder.id, document }),
      segment,
    )
  }

  /** Opens a document whose labels were replaced as a whole: steps to undo are of labels that are no longer there. */
  async openAnew(document: string): Promise<void> {
    const { corpus, view } = this.store.getState()
    if (!corpus) return
    const segment = view.kind === 'open' && view.work.document === document ? view.work.current : undefined
    this.#leaveDocument()
    this.#left.delete(document)
    this.store.setState({ view: { kind: 'opening', document } })
    this.#showDocument(
      document,
      await this.invoke('openDocument', { corpus: corpus.folder.id, document }),
      segment,
    )
  }

  /** Does with the labels of the document in question what the annotator chose. */
  async settleDocument(document: string, choice: SettleChoice): Promise<void> {
    const { corpus } = this.store.getState()
    if (!corpus) return
    this.#left.delete(document)
    this.#showDocument(
      document,
      await this.invoke('settleDocument', { corpus: corpus.folder.id, document, choice }),
    )
  }

  #showDocument(document: string, reply: Reply<Value<'openDocument'>>, segment?: number): void {
    const { corpus, view } = this.store.getState()
    const awaited = (view.kind === 'opening' || view.kind === 'unsettled') && view.document === document
    // The annotator has gone on to another document meanwhile.
    if (!awaited) return
    if (!reply.ok) this.store.setState({ view: { kind: 'failed', document, message: reply.message } })
    else if (reply.value.kind === 'unsettled')
      this.store.setState({ view: { kind: 'unsettled', document, question: reply.value } })
    else {
      const left = this.#left.get(document)
      const saved = startWork(reply.value, segment ?? left?.current ?? null, left ?? { undo: [], redo: [] })
      const unsaved = corpus ? this.#queue.unsaved(corpus.folder.id, document) : []
      this.store.setState({ view: { kind: 'open', work: withUnsaved(saved, unsaved) } })
      this.#activity.restart()
      this.#rememberPlace()
    }
  }

  /** The document `from` is `to` now, with the same text and labels: what is open, and on its way, goes on under that name. */
  followDocument(from: string, to: string): void {
    const { corpus, view } = this.store.getState()
    if (!corpus) return
    this.#queue.follow(corpus.folder.id, from, to)
    this.#left.follow(from, to)
    if (shownDocument(view) !== from) return
    if (view.kind !== 'open') void this.openDocument(to)
    else this.store.setState({ view: { kind: 'open', work: { ...view.work, document: to } } })
    this.#rememberPlace()
  }

  /** Replaces the open work by what `change` makes of it; nothing happens where no document is open. */
  setWork(change: (work: OpenWork) => OpenWork): void {
    const { view } = this.store.getState()
    if (view.kind !== 'open') return
    const work = change(view.work)
    if (work === view.work) return
    this.store.setState({ view: { kind: 'open', work } })
    if (work.current !== view.work.current) this.#rememberPlace()
  }

  /** Puts edits that the open work already shows on their way to the disk. */
  save(work: OpenWork, edits: OpenWork['undo'][number]['edits']): void {
    const { corpus, summaries } = this.store.getState()
    if (!corpus || edits.length === 0) return
    this.saveOf(corpus.folder.id, work.document, edits, work)
    this.store.setState({ summaries: summaries.with([summaryOf(work, new Date())]) })
  }

  /** Puts edits of any document on their way to the disk; `after` is what it is with them. */
  saveOf(corpus: string, document: string, edits: readonly Edit[], after: UnsavedWork): void {
    this.#unsaved.set(`${corpus}/${document}`, { text: after.text, annotation: after.annotation })
    this.#queue.push(corpus, document, edits, this.#activity.take())
  }

  readonly #showSaved = (): void => {
    if (!this.#queue.isEmpty) return
    this.#unsaved.clear()
    this.store.setState({ save: { kind: 'saved' } })
  }

  /** Merges edits with what others have made of the labels meanwhile; where that cannot be, they wait to be recovered. */
  async #merge(conflict: SaveConflict): Promise<void> {
    const mine = this.#unsaved.get(`${conflict.corpus}/${conflict.document}`)
    const isOpen = this.store.getState().corpus?.folder.id === conflict.corpus
    const merged = mine && isOpen ? await mergeUnsaved(this, conflict, mine) : false
    if (!merged) this.notify('alert', conflict.message, 'recovery')
  }

  /** Whether the recovery file with this id is of edits that this window still tries to save. */
  keeps(id: string): boolean {
    return this.#queue.keeps(id)
  }

  /** Tries at once to save what could not be saved. */
  retrySaving(): void {
    this.#queue.retry()
  }

  /** Shows a sentence; alerts stay until dismissed, others until the next one. */
  notify(tone: 'info' | 'alert', text: string, action: CommandId | null = null): void {
    this.store.setState({ notice: { id: ++this.#notices, tone, text, action } })
  }

  dismissNotice(): void {
    this.store.setState({ notice: null })
  }

  #rememberPlace(): void {
    const { corpus, view } = this.store.getState()
    if (!corpus || view.kind !== 'open') return
    this.#places.remember({
      corpus: corpus.folder.id,
      document: view.work.document,
      segment: view.work.current,
    })
  }

  /** After a break in the events: lists the corpus and reads the open document anew, unless edits are under way. */
  async #catchUp(): Promise<void> {
    const { corpus } = this.store.getState()
    if (!corpus) return
    this.#queue.retry()
    this.#listing.await()
    const reply = await this.invoke('openCorpus', { folder: corpus.folder.id })
    if (!reply.ok || this.store.getState().corpus?.folder.id !== corpus.folder.id) {
      this.#listing.cancel()
      return
    }
    this.store.setState({
      corpus: reply.value,
      ...this.#listing.begin(reply.value.listing, corpus.folder.id),
    })
    const { view } = this.store.getState()
    if (view.kind === 'open' && !this.#queue.holds(corpus.folder.id, view.work.document))
      await this.openDocument(view.work.document)
  }

  #onListing(listing: EventPayload<'listing'>): void {
    const { documents, view } = this.store.getState()
    const news = this.#listing.follow(documents, listing)
    if (!news) return
    this.store.setState(news)
    const shown = view.kind === 'open' ? view.work.document : null
    const before = shown === null ? undefined : documents.placeOf(shown)?.file.version
    const now = shown === null ? undefined : news.documents.placeOf(shown)?.file.version
    const held = shown !== null && this.#queue.holds(listing.corpus, shown)
    // Its dump changed: what is on the disk is shown, and asked what becomes of its labels.
    if (shown !== null && !held && before !== undefined && now !== undefined && now !== before)
      void this.openDocument(shown)
    // Nothing was there to be opened when the corpus was.
    if (view.kind === 'none' && documents.size === 0 && news.documents.size > 0)
      void this.openDocument(news.documents.idAt(0))
  }

  #leaveDocument(): void {
    const { corpus, view } = this.store.getState()
    if (view.kind !== 'open') return
    const { document, readOnly } = view.work
    if (corpus?.labelsHome.writable && readOnly === null)
      this.#queue.push(corpus.folder.id, document, [], this.#activity.take())
    this.#left.set(document, view.work)
  }

  #onEvent(event: WinnowEvent): void {
    if (event.name === 'summaries') this.#early?.push(event.payload)
    if (event.name === 'listing') this.#listing.keep(event.payload)
    if (event.name === 'labels-followed' && this.#early) this.#earlyFollowed.push(event.payload)
    if (event.name === 'preferences-changed') followPreferences(this, event.payload.change)
    const { corpus, view } = this.store.getState()
    if (
      event.name === 'preferences-changed' ||
      event.name === 'job-progress' ||
      event.name === 'search-found'
    )
      return
    if (event.payload.corpus !== corpus?.folder.id) return
    if (event.name === 'label-set-changed') {
      // Steps to undo name labels that there may not be any more.
      this.store.setState({ corpus: { ...corpus, labelSet: event.payload.labelSet } })
      if (!event.payload.relabelled) return
      this.#left.clear()
      this.setWork((work) => ({ ...work, undo: [], redo: [] }))
      void this.#catchUp()
      return
    }
    if (event.name === 'summaries') {
      // Edits on their way make this window's own figures the newer ones.
      const news = event.payload.summaries.filter(
        ({ document }) => !this.#queue.holds(corpus.folder.id, document),
      )
      this.store.setState(({ summaries }) => ({ summaries: summaries.with(news) }))
      return
    }
    if (event.name === 'listing') {
      this.#onListing(event.payload)
      return
    }
    if (event.name === 'labels-followed') showFollowed(this, event.payload)
    if (event.name !== 'annotation-changed') return
    const { document, edits, client } = event.payload
    if (client === this.#client || view.kind !== 'open' || view.work.document !== document) return
    try {
      applyEdits(view.work.annotation, edits)
      this.setWork((work) => edited(work, edits))
      if (isOutside(client, edits)) this.notify('info', i18n.t('notice.changed-outside', { document }))
    } catch (error) {
      if (!(error instanceof EditMismatch)) throw error
      // What is not saved here will be found not to fit, and merged; until then it stays in sight.
      if (this.#queue.holds(corpus.folder.id, document)) this.#queue.retry()
      else {
        this.notify('info', i18n.t('notice.changed-elsewhere'))
        void this.openDocument(document)
      }
    }
  }
}

import { Low } from 'lowdb'
import type { Annotation } from '../core/annotation.ts'
import { applySent } from '../core/apply-sent.ts'
import type { SettleChoice, Value } from '../core/contract.ts'
import { type Edit, EditMismatch } from '../core/edit.ts'
import { editsBetween } from '../core/edits-between.ts'
import { type LabelsFile, type LabelsFileFacts, toLabelsFile } from '../core/labels-file.ts'
import { segmentBy } from '../core/segmentation/rules.ts'
import { SerialTasks } from '../core/serial-tasks.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { DurableFile } from './durable-file.ts'
import { fileExists } from './file-exists.ts'
import { withFileLock } from './file-lock.ts'
import { isAtRest } from './is-at-rest.ts'
import { labelsFileKind } from './labels-file-kind.ts'
import { readOnlyAdvice } from './labels-home.ts'
import { describeUnsettled, settleLabels } from './labels-settlement.ts'
import type { MergeChoice } from './merging/labels-sides.ts'
import { openReply } from './open-reply.ts'
import type { Dump } from './read-dump.ts'
import type { EditMaker, SavedEdits, SessionHooks, SessionPlace } from './session-hooks.ts'
import { judgeSession, neverSaved, type Present, type SessionState, soundly } from './session-state.ts'
import { changedMeanwhile, contentOf, refuseFaults, refuseUnfit } from './unfit-edits.ts'

interface Waiting {
  readonly edits: readonly Edit[] | EditMaker
  readonly client: string
  readonly seconds: number
  readonly resolve: (revision: number) => void
  readonly reject: (error: unknown) => void
}

/** One annotator's work on one document: what is asked of it is done in order, and what it answers is on the disk. */
export class DocumentSession {
  readonly #place: SessionPlace
  readonly #hooks: SessionHooks
  readonly #file: DurableFile<LabelsFile>
  readonly #db: Low<LabelsFile>
  readonly #tasks = new SerialTasks()
  readonly #waiting: Waiting[] = []
  #dump: Dump | null = null
  #state: SessionState | null = null
  /** How the document begins while it has no labels file. */
  #fresh: Present | null = null
  /** What windows know of the document: what another program makes of it is told as a change of that. */
  #told: Present | null = null
  /** What was last shown, see {@link contentOf}: edits are meant for that content. */
  #shown: string | null = null
  #pending = 0

  constructor(place: SessionPlace, hooks: SessionHooks) {
    this.#place = place
    this.#hooks = hooks
    this.#file = new DurableFile(place.labelsPath, labelsFileKind)
    this.#db = new Low(this.#file, neverSaved)
  }

  /** What is on the disk now, or what the annotator has to decide first. Writes nothing. @throws WinnowError */
  open(): Promise<Value<'openDocument'>> {
    return this.#run(() => this.#open())
  }

  /** The document as its dump has it now. @throws WinnowError */
  read(): Promise<Dump> {
    return this.#run(async () => (await this.#look()).dump)
  }

  /** The labels as they are saved, or those that the document starts with. @throws WinnowError where they are unsettled */
  present(): Promise<Present> {
    return this.#run(async () => {
      const { dump, state } = await this.#look()
      refuseUnfit(this.#place, dump, state, this.#shown)
      return this.#present(dump, state)
    })
  }

  /** Does what the annotator chose, unless someone settled it meanwhile, and opens the document. @throws WinnowError */
  settle(choice: SettleChoice | MergeChoice): Promise<Value<'settleDocument'>> {
    return this.#run(async () => {
      await this.#locked(async () => {
        const { dump, state } = await this.#look()
        if (state.kind !== 'damaged' && state.kind !== 'dump-changed') return
        await this.#hooks.beforeSave(this.#place.labelsPath)
        await settleLabels(this.#place.labelsPath, dump, state, choice, await this.#hooks.rule())
      })
      return this.#open()
    })
  }

  /**
   * Resolves to the revision in which `edits` are durable. What comes in while a write runs is written together by
   * the next one. `seconds` of work are added to those of the labels.
   * @param edits or what makes them; called when it is their turn, again should that have to be repeated
   * @throws WinnowError, with nothing of these edits saved
   */
  apply(edits: readonly Edit[] | EditMaker, client: string, seconds = 0): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ edits, client, seconds, resolve, reject })
      if (this.#waiting.length === 1) void this.#run(() => this.#saveWaiting())
    })
  }

  /**
   * Adds seconds of work to those of the labels, where there are any; nothing else changes, so the backup stays as it
   * is. Resolves to the revision. @throws WinnowError
   */
  addTime(seconds: number): Promise<number> {
    const { labelsPath } = this.#place
    return this.#run(async () => {
      // The lock would make the folder that it lies in.
      if (!(await fileExists(labelsPath))) return 0
      return this.#locked(async () => {
        const { state } = await this.#look()
        if (state.kind !== 'sound') return 0
        const { file, annotation } = state
        const longer = { ...file, seconds: file.seconds + seconds, revision: file.revision + 1 }
        await this.#file.writeKeepingBackup(longer)
        this.#state = { kind: 'sound', file: longer, annotation }
        return longer.revision
      })
    })
  }

  /** Tells the windows how the document is cut now, if it has no labels file and the corpus's rule changed. @throws WinnowError */
  followRule(): Promise<void> {
    return this.#run(async () => {
      if (this.#dump && this.#fresh) await this.#present(this.#dump, (await this.#look()).state)
    })
  }

  /** Tells the windows what another program has made of the labels since they were read, if it has. @throws WinnowError */
  async lookAgain(): Promise<void> {
    if (!this.#told || this.#pending > 0 || !(await this.#file.changedOnDisk())) return
    if (await isAtRest(this.#place.labelsPath)) await this.#run(() => this.#look())
  }

  /** Forgets the text and labels, which are on the disk; not, and then returns false, while there is work to do. */
  release(): boolean {
    if (this.#pending > 0) return false
    this.#dump = null
    this.#state = null
    this.#fresh = null
    this.#told = null
    this.#db.data = neverSaved
    this.#file.forget()
    return true
  }

  /** Resolves once everything asked for is done. */
  idle(): Promise<void> {
    return this.#tasks.idle()
  }

  async #run<T>(task: () => Promise<T>): Promise<T> {
    this.#pending++
    try {
      return await this.#tasks.run(task)
    } finally {
      this.#pending--
    }
  }

  #locked<T>(work: () => Promise<T>): Promise<T> {
    const { labelsPath, annotator } = this.#place
    return withFileLock(
      labelsPath,
      (lock) => {
        this.#file.writeUnder(lock)
        return work()
      },
      annotator,
    )
  }

  async #open(): Promise<Value<'openDocument'>> {
    const { document, labelsPath, source } = this.#place
    const { dump, state } = await this.#look()
    this.#shown = contentOf(dump)
    if (state.kind === 'damaged' || state.kind === 'dump-changed') {
      const { message, choices, isConflict } = await describeUnsettled(
        labelsPath,
        source.pathOf(document),
        dump,
        state,
        await this.#hooks.rule(),
      )
      const damage = isConflict ? 'labels-conflict' : 'labels-damaged'
      const trouble = state.kind === 'damaged' ? damage : 'dump-changed'
      return { kind: 'unsettled', document, trouble, message, choices }
    }
    this.#told = await this.#present(dump, state)
    const reply = openReply(document, dump, this.#told)
    return state.kind === 'newer' ? { ...reply, readOnly: `${state.newer} ${readOnlyAdvice()}` } : reply
  }

  /**
   * Dump and labels as they are on the disk now, read again only where they changed.
   * @param toSave whether what is known counts where another program took the file away: the windows show it still, and
   * a label beside it must not be all that is left
   */
  async #look(toSave = false): Promise<{ dump: Dump; state: SessionState }> {
    const { document, source } = this.#place
    const before = this.#dump
    let dump = before
    if (!dump || (await source.stamp(document)) !== dump.stamp) {
      dump = await source.read(document)
      this.#dump = dump
      if (before?.sha256 !== dump.sha256 || before.text !== dump.text) {
        this.#state = null
        this.#fresh = null
        this.#told = null
      }
    }
    if (this.#state && !(await this.#file.changedOnDisk())) return { dump, state: this.#state }
    const known = this.#state
    // Forgotten first, so that a read that fails does not leave a state that the disk no longer has.
    this.#state = null
    const state = await judgeSession(
      () => this.#readFile(),
      () => this.#file.readKnown(),
      dump,
    )
    if (toSave && state.kind === 'none' && known?.kind === 'sound') {
      this.#state = known
      return { dump, state: known }
    }
    this.#state = state
    if (state.kind !== 'none') this.#fresh = null
    await this.#tellOfOthers(dump, state)
    return { dump, state }
  }

  async #readFile(): Promise<LabelsFile | null> {
    this.#db.data = neverSaved
    await this.#db.read()
    return this.#db.data === neverSaved ? null : this.#db.data
  }

  /** The annotation as it is saved, or the one that the document starts with where none is. */
  async #present(dump: Dump, state: SessionState): Promise<Present> {
    if (state.kind === 'sound' || state.kind === 'newer') return soundly(state)
    const before = this.#fresh
    const rule = await this.#hooks.rule()
    if (before?.rule === rule) return before
    const fresh: Present = {
      annotation: { segments: segmentBy(rule, dump.text), status: 'new', note: '' },
      revision: 0,
      rule,
      saved: null,
    }
    this.#fresh = fresh
    if (before) {
      this.#told = fresh
      this.#tell(fresh, editsBetween(before, fresh))
    }
    return fresh
  }

  /** Tells our own windows of what another program made of the labels: saved, put back, took away or damaged. */
  async #tellOfOthers(dump: Dump, state: SessionState): Promise<void> {
    const before = this.#told
    if (!before) return
    if (state.kind === 'sound' || state.kind === 'none') {
      const after = await this.#present(dump, state)
      this.#told = after
      this.#tell(after, editsBetween(before, after))
    } else {
      this.#told = null
      this.#hooks.onUnsettled(this.#place.document)
    }
  }

  #tell({ annotation, revision, saved }: Present, edits: readonly Edit[]): void {
    if (edits.length > 0)
      this.#hooks.onSaved({
        document: this.#place.document,
        revision,
        edits,
        client: null,
        annotation,
        saved,
      })
  }

  async #saveWaiting(): Promise<void> {
    const batch = this.#waiting.splice(0)
    try {
      const saved = await this.#locked(() => this.#save(batch))
      for (const { waiting, result } of saved) {
        waiting.resolve(result.revision)
        if (result.edits.length > 0) this.#hooks.onSaved(result)
      }
    } catch (error) {
      // What is in memory may be ahead of the disk now; the next one to ask reads it again.
      this.#state = null
      for (const waiting of batch) waiting.reject(error)
    }
  }

  /** Saves what fits of the batch and returns it; rejects what does not. */
  async #save(batch: readonly Waiting[]): Promise<{ waiting: Waiting; result: SavedEdits }[]> {
    const { dump, state } = await this.#look(true)
    refuseUnfit(this.#place, dump, state, this.#shown)
    let { annotation, revision, rule } = await this.#present(dump, state)
    let seconds = state.kind === 'sound' ? state.file.seconds : 0
    const now = new Date().toISOString()
    const saved: { waiting: Waiting; result: SavedEdits }[] = []
    for (const waiting of batch) {
      const { client } = waiting
      try {
        const edits =
          typeof waiting.edits === 'function' ? waiting.edits(dump.text, annotation) : waiting.edits
        refuseFaults(this.#place, dump, edits)
        annotation = applySent(annotation, edits)
        for (const edit of edits) if (edit.kind === 'resegment' && edit.rule) rule = edit.rule.after
        if (edits.length > 0) revision++
        seconds += waiting.seconds
        saved.push({
          waiting,
          result: { document: this.#place.document, revision, edits, client, annotation, saved: now },
        })
      } catch (error) {
        if (error instanceof EditMismatch) waiting.reject(changedMeanwhile(this.#place, error))
        else if (error instanceof WinnowError) waiting.reject(error)
        else throw error
      }
    }
    if (saved.some(({ result }) => result.edits.length > 0))
      await this.#write(dump, annotation, { segmentation: rule, seconds, revision, saved: now }, state)
    return saved
  }

  async #write(
    dump: Dump,
    annotation: Annotation,
    facts: Pick<LabelsFileFacts, 'segmentation' | 'seconds' | 'revision' | 'saved'>,
    before: SessionState,
  ): Promise<void> {
    const { document, annotator, labelsPath } = this.#place
    await this.#hooks.beforeSave(labelsPath)
    this.#db.data = toLabelsFile(
      dump.text,
      annotation,
      { document, annotator, dump: dump.filed, ...facts },
      before.kind === 'sound' ? before : undefined,
    )
    await this.#db.write()
    this.#state = { kind: 'sound', file: this.#db.data, annotation }
    this.#told = soundly(this.#state)
    this.#fresh = null
  }
}

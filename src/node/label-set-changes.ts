import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, Value } from '../core/contract.ts'
import { mostCompared, type Restored } from '../core/contract-backups.ts'
import type { LabelSetOutcome, LabelUses } from '../core/contract-label-set.ts'
import type { Label, LabelSet } from '../core/label-set.ts'
import { changeFaults, labelAfter, withLabels } from '../core/label-set-change.ts'
import { labelSetFile } from '../core/label-set-file.ts'
import { bareMark, unlabelled } from '../core/segment.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { countRelabelled, isRunOf, type RemovedFrom, removedFrom } from './backups/compare-removed.ts'
import { RemovalTrash } from './backups/removal-trash.ts'
import { entryFolder, removeEntry } from './backups/trash-bin.ts'
import { isAbsent } from './disk-error.ts'
import { DurableFile } from './durable-file.ts'
import { eachLabelsFile, type LeftOut } from './each-labels-file.ts'
import type { EventHub } from './event-hub.ts'
import { defaultLabelSetPath } from './export/export-target.ts'
import { Jobs } from './jobs.ts'
import {
  countMoved,
  leaveOut,
  type MovedRun,
  type RewriteJob,
  type Rewriting,
  rewriteLabels,
} from './label-set-rewrite.ts'
import { likelyDocument } from './labelled-ids.ts'
import { labelsFileKind } from './labels-file-kind.ts'
import type { OpenCorpus } from './open-corpora.ts'
import { ProjectStore } from './project-store.ts'
import { backupOf, replaceFile } from './replace-file.ts'

/** A change of this session that can be taken back. */
interface DoneChange {
  readonly before: LabelSet
  /** The label set that the change left in the project file. */
  readonly left: LabelSet
  /** New names by which a renamed label goes, and the name it had. */
  readonly renamed: ReadonlyMap<string, string>
  readonly moved: ReadonlyMap<string, readonly MovedRun[]>
  /** The entry of the trash with the labels that were removed. */
  readonly entry: string | null
}

/** One way from a label set to another through all labels files. */
interface Way {
  readonly from: LabelSet
  readonly to: LabelSet
  readonly markOf: RewriteJob['markOf'] | null
  /** The labels that are removed for good, for the trash. */
  readonly removed?: readonly Label[]
}

/** What changes of label sets need of the service around them. */
export interface LabelSetContext {
  /** Makes a file one that the web host offers for download, and returns its id. */
  readonly offer: (path: string) => string
  /** Resolves once the labels of a labels home may be rewritten. */
  readonly beforeRewriting: (home: string) => Promise<void>
  readonly now: () => Date
}

/** Changes label sets, with the labels of all annotators, and takes such changes back. */
export class LabelSetChanges {
  readonly #events: EventHub
  readonly #context: LabelSetContext
  readonly #jobs = new Jobs()
  /** The changes that can be taken back, by labels home, the last one last. */
  readonly #done = new Map<string, DoneChange[]>()
  /** Labels homes whose labels are being rewritten. */
  readonly #busy = new Set<string>()

  constructor(events: EventHub, context: LabelSetContext) {
    this.#events = events
    this.#context = context
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  close(): Promise<void> {
    return this.#jobs.close()
  }

  /** Who uses the labels, and how much. Writes nothing. @throws WinnowError `cancelled` */
  preview(corpus: OpenCorpus, { labels, job }: Request<'previewLabelSet'>): Promise<LabelUses> {
    return this.#jobs.run(job, async (signal) => {
      const uses: LabelUses['uses'] = []
      const leftOut = await eachLabelsFile(
        corpus.home.path,
        async ({ annotator, path }) => {
          const file = await new DurableFile(path, labelsFileKind).read()
          for (const label of labels) {
            const segments = file?.segments.filter((segment) => segment.label === label).length ?? 0
            if (segments === 0) continue
            const known = uses.find((use) => use.label === label && use.annotator === annotator)
            if (known) {
              known.documents++
              known.segments += segments
            } else uses.push({ label, annotator, documents: 1, segments })
          }
        },
        { signal, onProgress: this.#progress(job), leaveOut },
      )
      return { uses, leftOut }
    })
  }

  /** @throws WinnowError, with nothing changed */
  change(corpus: OpenCorpus, request: Request<'changeLabelSet'>): Promise<LabelSetOutcome> {
    const { before, after, fates, job } = request
    const [fault] = changeFaults(before, after, fates)
    if (fault !== undefined)
      throw new WinnowError('bad-request', say`The label set was not changed: ${fault}.`)
    const markOf: RewriteJob['markOf'] = (_path, segment) => {
      const label = labelAfter(fates, segment.label)
      return label === null ? unlabelled : { ...bareMark(segment), label }
    }
    return this.#alone(corpus, job, async (signal) => {
      const old = new Set(before.labels.map(({ name }) => name))
      // What only gets another name is not lost.
      const lost = fates.filter(({ becomes }) => becomes === null || old.has(becomes))
      const removed = before.labels.filter(({ name }) => lost.some(({ label }) => label === name))
      const way = { from: before, to: after, markOf: fates.length > 0 ? markOf : null, removed }
      const { outcome, moved, entry } = await this.#go(corpus, way, job, signal)
      const renamed = new Map(
        fates.flatMap(({ label, becomes }): [string, string][] =>
          becomes === null || old.has(becomes) ? [] : [[becomes, label]],
        ),
      )
      this.#doneIn(corpus).push({ before, left: outcome.labelSet, renamed, moved, entry })
      return outcome
    })
  }

  /** Takes the last change back. Labels given since keep their segments. @throws WinnowError, with nothing changed */
  undo(corpus: OpenCorpus, { job }: Request<'undoLabelSet'>): Promise<LabelSetOutcome> {
    return this.#alone(corpus, job, async (signal) => {
      const done = this.#doneIn(corpus)
      const last = done.at(-1)
      if (!last)
        throw new WinnowError(
          'bad-request',
          say`There is no change of the label set to take back. Nothing was changed.`,
        )
      const markOf: RewriteJob['markOf'] = (path, segment) => {
        const run = last.moved.get(path)?.find((each) => isRunOf(each, segment))
        if (run) return run.before
        // Labelled since under the new name of a label that gets its old one back.
        const label = segment.label === null ? undefined : last.renamed.get(segment.label)
        return label === undefined ? segment : { ...bareMark(segment), label }
      }
      const way = {
        from: last.left,
        to: last.before,
        markOf: last.moved.size + last.renamed.size > 0 ? markOf : null,
      }
      const { outcome } = await this.#go(corpus, way, job, signal)
      if (!outcome.cancelled && outcome.trouble === null) {
        done.pop()
        if (last.entry !== null) await removeEntry(corpus.home.path, last.entry)
      } else done.splice(-1, 1, { ...last, left: outcome.labelSet })
      return outcome
    })
  }

  /**
   * Puts labels that were removed back into the label set, and to the segments that had them; where these have another
   * label since, only if `overwrite`. Can be taken back as any change. @throws WinnowError, with nothing changed
   */
  restore(
    corpus: OpenCorpus,
    removal: { readonly entry: string; readonly labels: readonly Label[] },
    overwrite: boolean,
    job: string,
  ): Promise<Restored> {
    const home = corpus.home.path
    const { entry, labels } = removal
    return this.#alone(corpus, job, async (signal) => {
      const files = await removedFrom(home, entryFolder(home, entry))
      const runs = new Map(files.map((file) => [file.path, file.runs]))
      const before = (await new ProjectStore(home).read()).labelSet
      const markOf: RewriteJob['markOf'] = (path, segment) =>
        runs.get(path)?.find((each) => isRunOf(each, segment, overwrite))?.before ?? segment
      const way = { from: before, to: withLabels(before, labels), markOf: runs.size > 0 ? markOf : null }
      const inTheWay: RemovedFrom[] = []
      for (const file of overwrite ? [] : files) if ((await countRelabelled(file)) > 0) inTheWay.push(file)
      const { outcome, moved } = await this.#go(corpus, way, job, signal)
      this.#doneIn(corpus).push({
        before,
        left: outcome.labelSet,
        renamed: new Map(),
        moved,
        entry: null,
      })
      const { documents, segments, cancelled, trouble } = outcome
      if (!cancelled && trouble === null && inTheWay.length === 0) await removeEntry(home, entry)
      return {
        documents,
        segments,
        inTheWay: inTheWay
          .slice(0, mostCompared)
          .map(({ annotator, file }) => ({ annotator, document: likelyDocument(file) })),
        inTheWayCount: inTheWay.length,
        replaced: null,
        cancelled,
        trouble,
      }
    })
  }

  /** Writes `labelSet` as a file of its own. @throws WinnowError */
  async export(corpus: OpenCorpus, labelSet: LabelSet): Promise<Value<'exportLabelSet'>> {
    const path = await defaultLabelSetPath(corpus.home.path, corpus.folder.path, labelSet.name)
    await replaceFile(path, labelSetFile(labelSet), { keepPrevious: false })
    return { path, download: this.#context.offer(path) }
  }

  /**
   * First makes both label sets valid, then rewrites the labels, and only then lets go of the labels that nothing uses
   * any more: wherever this ends, each label on the disk is one of the project's.
   */
  async #go(
    corpus: OpenCorpus,
    { from, to, markOf, removed = [] }: Way,
    job: string,
    signal: AbortSignal,
  ): Promise<{ outcome: LabelSetOutcome; moved: Rewriting['moved']; entry: string | null }> {
    const home = corpus.home.path
    const project = new ProjectStore(home)
    const rewriting: Rewriting = { moved: new Map(), leftOut: [], used: new Set() }
    const stop: { cancelled: boolean; trouble: string | null } = { cancelled: false, trouble: null }
    const both = withLabels(to, from.labels)
    await project.update((present) => {
      refuseChanged(present.labelSet, from)
      return { ...present, labelSet: markOf ? both : to }
    })
    let labelSet = markOf ? both : to
    let trash: RemovalTrash | null = null
    try {
      if (markOf) {
        await this.#context.beforeRewriting(home)
        // Windows are told once all is rewritten, and not of each document as if another program had changed it.
        corpus.store.release()
        if (removed.length > 0) trash = await RemovalTrash.begin(home, removed, this.#context.now())
        const onRewrite = trash?.add
        await rewriteLabels({ home, markOf, onRewrite, signal, onProgress: this.#progress(job) }, rewriting)
        const kept = await stillUsed(home, both.labels.slice(to.labels.length), rewriting)
        const settled = withLabels(to, kept)
        await project.update((present) => {
          refuseChanged(present.labelSet, both)
          return { ...present, labelSet: settled }
        })
        labelSet = settled
      }
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      if (error.code === 'cancelled') stop.cancelled = true
      else stop.trouble = error.message
    } finally {
      await trash?.close()
      const relabelled = markOf !== null
      this.#events.emit('label-set-changed', { corpus: corpus.folder.id, labelSet, relabelled })
    }
    const outcome: LabelSetOutcome = {
      labelSet,
      documents: rewriting.moved.size,
      segments: countMoved(rewriting),
      leftOut: rewriting.leftOut,
      kept: labelSet.labels.slice(to.labels.length).map(({ name }) => name),
      ...stop,
    }
    return { outcome, moved: rewriting.moved, entry: trash?.entry ?? null }
  }

  /** Does `work` as a job, unless the labels of this home are being rewritten already. */
  async #alone<T>(corpus: OpenCorpus, job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const home = corpus.home.path
    if (this.#busy.has(home))
      throw new WinnowError(
        'bad-request',
        say`The label set of this corpus is being changed already. Nothing else was changed. Wait until that is done.`,
      )
    this.#busy.add(home)
    try {
      return await this.#jobs.run(job, work)
    } finally {
      this.#busy.delete(home)
    }
  }

  #doneIn(corpus: OpenCorpus): DoneChange[] {
    const known = this.#done.get(corpus.home.path) ?? []
    this.#done.set(corpus.home.path, known)
    return known
  }

  #progress(job: string): (done: number, total: number) => void {
    return (done, total) => this.#events.emit('job-progress', { job, done, total })
  }
}

function refuseChanged(present: LabelSet, expected: LabelSet): void {
  if (JSON.stringify(present) !== JSON.stringify(expected))
    throw new WinnowError(
      'changed-meanwhile',
      say`Someone else changed the label set of this corpus meanwhile. Theirs was kept and yours was not saved. Open the label set again to see it.`,
    )
}

/** Those of `labels` that a labels file has, or that one which was left out may have. */
async function stillUsed(home: string, labels: readonly Label[], rewriting: Rewriting): Promise<Label[]> {
  const contents = await Promise.all(rewriting.leftOut.map((file) => contentOf(home, file)))
  return labels.filter(
    ({ name }) =>
      rewriting.used.has(name) ||
      contents.some((content) => content === null || content.includes(JSON.stringify(name))),
  )
}

/** What a labels file that was left out holds, with its backup, to look for names in; null if it cannot be read. */
async function contentOf(home: string, { annotator, file }: LeftOut[number]): Promise<string | null> {
  const path = join(home, 'labels', annotator, ...file.split('/'))
  try {
    const backup = await readFile(backupOf(path), 'utf8').catch((error: unknown) => {
      if (isAbsent(error)) return ''
      throw error
    })
    return (await readFile(path, 'utf8')) + backup
  } catch {
    // Whatever keeps it from being read: what it holds is not known, which is the answer.
    return null
  }
}

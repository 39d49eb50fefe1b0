import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import type { ExportFormat, Request, Value } from '../core/contract.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { EventHub } from './event-hub.ts'
import { exportCorpus, exportFailed } from './export-corpus.ts'
import { defaultExportPath, type ExportTarget, refuseBadTarget } from './export-target.ts'
import { Jobs } from './jobs.ts'
import { JsonlExport } from './jsonl-export.ts'
import { LabelledDocuments } from './labelled-documents.ts'
import { chooseAnnotator } from './labels-files.ts'
import { makeFolder } from './make-folder.ts'
import type { OpenCorpus } from './open-corpora.ts'
import { ProjectStore } from './project-store.ts'
import { TextExport } from './text-export.ts'
import { documentsOfList } from './work-lists/work-list-store.ts'

/** The exports of this process: where they may go, those under way, and the files of those that are done. */
export class CorpusExports {
  readonly #events: EventHub
  readonly #jobs = new Jobs()
  readonly #targets = new Map<string, ExportTarget>()
  readonly #files = new Map<string, string>()

  constructor(events: EventHub) {
    this.#events = events
  }

  /** The id by which a window can name this place. */
  registerTarget(target: ExportTarget): string {
    const id = randomUUID()
    this.#targets.set(id, target)
    return id
  }

  /** The path of a finished JSONL export, or null. */
  file(download: string): string | null {
    return this.#files.get(download) ?? null
  }

  /** Where an export goes if nobody says. */
  suggestedPath(corpus: OpenCorpus, format: ExportFormat): Promise<string> {
    return defaultExportPath(corpus.home.path, corpus.folder.path, corpus.annotator, format)
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  close(): Promise<void> {
    return this.#jobs.close()
  }

  /** @throws WinnowError, with nothing written */
  run(corpus: OpenCorpus, request: Request<'exportCorpus'>): Promise<Value<'exportCorpus'>> {
    return this.#jobs.run(request.job, (signal) => this.#export(corpus, request, signal))
  }

  async #export(
    corpus: OpenCorpus,
    {
      format,
      offsets,
      onlyDone,
      by,
      list,
      annotator: wanted,
      target: targetId,
      job,
    }: Request<'exportCorpus'>,
    signal: AbortSignal,
  ): Promise<Value<'exportCorpus'>> {
    const home = corpus.home.path
    const only = await documentsOfList(home, list)
    const annotator = await chooseAnnotator(home, wanted, corpus.annotator)
    const target = await this.target(corpus, annotator, format, targetId)
    const { labelSet } = await new ProjectStore(home).read()
    const counts = await exportCorpus({
      path: target.path,
      documents: await LabelledDocuments.find(corpus.source, home, annotator, corpus.documents, only),
      writer:
        format === 'jsonl'
          ? new JsonlExport(target, annotator, offsets)
          : new TextExport(target.path, labelSet),
      onlyDone,
      by,
      signal,
      onProgress: (done, total) => this.#events.emit('job-progress', { job, done, total }),
    })
    return { path: target.path, download: format === 'jsonl' ? this.offer(target.path) : null, ...counts }
  }

  /** Where an export goes: the place with this id, or a new one if none is given. @throws WinnowError */
  async target(
    corpus: OpenCorpus,
    annotator: string,
    format: ExportFormat,
    id: string | undefined,
  ): Promise<ExportTarget> {
    if (id === undefined) return this.#defaultTarget(corpus, annotator, format)
    const target = this.#targets.get(id)
    if (!target)
      throw new WinnowError(
        'bad-request',
        'Winnow does not know the place for this export any more. Nothing was exported. Choose the place again.',
      )
    try {
      await refuseBadTarget(target, format, corpus.folder.path, corpus.home.path)
    } catch (error) {
      throw error instanceof WinnowError ? error : exportFailed(target.path, error)
    }
    return target
  }

  async #defaultTarget(corpus: OpenCorpus, annotator: string, format: ExportFormat): Promise<ExportTarget> {
    const path = await defaultExportPath(corpus.home.path, corpus.folder.path, annotator, format)
    try {
      await makeFolder(dirname(path))
    } catch (error) {
      throw exportFailed(path, error)
    }
    return { path, overwrite: false }
  }

  /** The id under which the web host offers the file at `path` for download. */
  offer(path: string): string {
    const id = randomUUID()
    this.#files.set(id, path)
    return id
  }
}

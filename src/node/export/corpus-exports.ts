import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import type { Request, Value } from '../../core/contract.ts'
import { builtInMappings } from '../../core/datasets/built-in-mappings.ts'
import { exportOptionsSchema } from '../../core/datasets/export-options.ts'
import type { ExportFormat } from '../../core/datasets/format-names.ts'
import type { LabelMapping } from '../../core/datasets/label-mapping.ts'
import { say } from '../../core/sentences/say.ts'
import { splitOutcome } from '../../core/splits/split-outcome.ts'
import { splitSummary, warningSentence } from '../../core/splits/split-sentences.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { EventHub } from '../event-hub.ts'
import { Jobs } from '../jobs.ts'
import { makeFolder } from '../make-folder.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import { datasetKind } from './dataset-kinds.ts'
import { type Exported, exportDataset, exportFailed } from './export-dataset.ts'
import { defaultExportPath, type ExportLayout, type ExportTarget, refuseBadTarget } from './export-target.ts'
import { MappingStore } from './mapping-store.ts'
import { prepareExport } from './prepare-export.ts'
import { previewExport } from './preview-export.ts'

/** The exports of this process: where they may go, those under way, and the files of those that are done. */
export class CorpusExports {
  readonly #events: EventHub
  readonly #version: string
  readonly #jobs = new Jobs()
  readonly #targets = new Map<string, ExportTarget>()
  readonly #files = new Map<string, string>()

  /** @param version Winnow's, for the manifests */
  constructor(events: EventHub, version: string) {
    this.#events = events
    this.#version = version
  }

  /** The id by which a window can name this place. */
  registerTarget(target: ExportTarget): string {
    const id = randomUUID()
    this.#targets.set(id, target)
    return id
  }

  /** The path of a finished export that is one file, or null. */
  file(download: string): string | null {
    return this.#files.get(download) ?? null
  }

  /** Where an export goes if nobody says. */
  suggestedPath(corpus: OpenCorpus, request: Request<'chooseExportPath'>): Promise<string> {
    const options = exportOptionsSchema.parse(request.options ?? {})
    const layout = datasetKind(request.format).layout(options, request.isSplit ?? false)
    const { home, folder, annotator } = corpus
    return defaultExportPath(home.path, folder.path, annotator, request.format, layout)
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

  /** @throws WinnowError */
  async preview(corpus: OpenCorpus, request: Request<'previewExport'>): Promise<Value<'previewExport'>> {
    const { signal } = new AbortController()
    return previewExport(await prepareExport(corpus, request, this.#version, signal))
  }

  /** @throws WinnowError */
  async mappings({ home }: OpenCorpus): Promise<Value<'exportMappings'>> {
    const { labelSet } = await new ProjectStore(home.path).read()
    return { builtIn: builtInMappings(labelSet), saved: await new MappingStore(home.path).read() }
  }

  /** Resolves once the mapping is durable. @throws WinnowError */
  async saveMapping({ home }: OpenCorpus, mapping: LabelMapping): Promise<void> {
    const { labelSet } = await new ProjectStore(home.path).read()
    if (builtInMappings(labelSet).some(({ name }) => name === mapping.name))
      throw new WinnowError(
        'bad-request',
        say`Every corpus has a mapping “${mapping.name}” already. Nothing was saved. Choose another name.`,
      )
    await new MappingStore(home.path).save(mapping)
  }

  /** Resolves once that is durable. @throws WinnowError */
  removeMapping({ home }: OpenCorpus, name: string): Promise<void> {
    return new MappingStore(home.path).remove(name)
  }

  async #export(
    corpus: OpenCorpus,
    request: Request<'exportCorpus'>,
    signal: AbortSignal,
  ): Promise<Value<'exportCorpus'>> {
    const { format, job } = request
    const prepared = await prepareExport(corpus, request, this.#version, signal)
    const { kind, context } = prepared
    const layout = kind.layout(context.options, context.split !== null)
    const target = await this.target(corpus, context.annotator, format, layout, request.target)
    const exported = await exportDataset({
      ...prepared,
      target,
      signal,
      onProgress: (done, total) => this.#events.emit('job-progress', { job, done, total }),
    })
    const download = layout.kind === 'file' ? this.offer(target.path) : null
    return { path: target.path, download, ...replyOf(exported) }
  }

  /** Where an export goes: the place with this id, or a new one if none is given. @throws WinnowError */
  async target(
    corpus: OpenCorpus,
    annotator: string,
    format: ExportFormat,
    layout: ExportLayout,
    id: string | undefined,
  ): Promise<ExportTarget> {
    if (id === undefined) return this.#defaultTarget(corpus, annotator, format, layout)
    const target = this.#targets.get(id)
    if (!target)
      throw new WinnowError(
        'bad-request',
        say`Winnow does not know the place for this export any more. Nothing was exported. Choose the place again.`,
      )
    try {
      await refuseBadTarget(target, layout.kind, corpus.folder.path, corpus.home.path)
    } catch (error) {
      throw error instanceof WinnowError ? error : exportFailed(target.path, error)
    }
    return target
  }

  async #defaultTarget(
    { home, folder }: OpenCorpus,
    annotator: string,
    format: ExportFormat,
    layout: ExportLayout,
  ): Promise<ExportTarget> {
    const path = await defaultExportPath(home.path, folder.path, annotator, format, layout)
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

const replyOf = ({ counts, leftOut, report }: Exported) => ({
  documents: counts.documents,
  segments: counts.segments,
  unlabelled: counts.unlabelled,
  leftOut,
  split: report && {
    summary: splitSummary(report),
    warnings: report.warnings.map(warningSentence),
    outcome: splitOutcome(report),
  },
})

import type { Request, Value } from '../../core/contract.ts'
import type { ImportPreview, ImportReply, ImportRequest } from '../../core/contract-import.ts'
import { formatOfManifest, guessFormat } from '../../core/datasets/guess-format.ts'
import { type ImportFormat, importFormats } from '../../core/datasets/import-formats.ts'
import { readerOf, taggedFormats } from '../../core/datasets/import-readers.ts'
import { type LabelChoice, withLabel } from '../../core/import/chosen-labels.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { EventHub } from '../event-hub.ts'
import { Jobs } from '../jobs.ts'
import { LabelsStore } from '../labels-store.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import { decodedHead } from './decoded-chunks.ts'
import type { DocumentImport, ImportContext } from './document-import.ts'
import { ImportJournal, journalHead, journalsIn } from './import-journal.ts'
import { ImportReading } from './import-reading.ts'
import { ImportSources, type LabelsSource } from './import-sources.ts'
import { ImportedLabels } from './imported-labels.ts'
import { LabelsOfAnnotator } from './labels-of-annotator.ts'
import { PreviewImport } from './preview-import.ts'
import { RunImport } from './run-import.ts'
import { SuggestionsOfModel } from './suggestions-of-model.ts'
import { undoImport } from './undo-import.ts'

/** Takes labels in from files that the host names or a window sends, and takes that back. */
export class CorpusImports {
  readonly sources = new ImportSources()
  readonly #events: EventHub
  readonly #jobs = new Jobs()

  constructor(events: EventHub) {
    this.#events = events
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  async close(): Promise<void> {
    await this.#jobs.close()
    await this.sources.close()
  }

  /** What {@link run} would do. Writes nothing. @throws WinnowError `import-failed` */
  preview(corpus: OpenCorpus, request: ImportRequest): Promise<ImportPreview> {
    return this.#jobs.run(request.job, async (signal) => {
      const { files, format } = await this.#files(request)
      const { labelSet, segmentation } = await new ProjectStore(corpus.home.path).read()
      refuseUnknownRest(labelSet, request)
      const labels = new ImportedLabels(labelSet, choiceOf(request, format), null)
      const documents = importInto({ corpus, request, labels, rule: segmentation })
      const work = new PreviewImport(labels, documents)
      await new ImportReading(corpus, request, signal, this.#events).run(files, format, work)
      return { format, ...work.result(), cancelled: signal.aborted }
    })
  }

  /** Takes labels in; what cannot be is refused by name. @throws WinnowError `import-failed` */
  run(corpus: OpenCorpus, request: ImportRequest): Promise<ImportReply> {
    return this.#jobs.run(request.job, async (signal) => {
      const { files, format } = await this.#files(request)
      const project = new ProjectStore(corpus.home.path)
      const { labelSet, segmentation } = await project.read()
      refuseUnknownRest(labelSet, request)
      const labels = new ImportedLabels(labelSet, choiceOf(request, format), (added) =>
        this.#addLabels(corpus, project, added),
      )
      const documents = importInto({ corpus, request, labels, rule: segmentation })
      const { as } = request
      const journal = new ImportJournal(
        corpus.home.path,
        as.kind === 'labels' ? { ...as, annotator: as.annotator ?? corpus.annotator } : as,
        new Date(),
      )
      const stopped = new AbortController()
      const work = new RunImport(labels, documents, journal, () => stopped.abort())
      const either = AbortSignal.any([signal, stopped.signal])
      try {
        await new ImportReading(corpus, request, either, this.#events).run(files, format, work)
      } finally {
        await journal.close()
      }
      if (as.kind === 'suggestions') await this.#tellOfSuggestions(corpus, project)
      return { format, ...work.result(), cancelled: signal.aborted }
    })
  }

  /** The imports that can be taken back, the latest first. @throws WinnowError */
  async list({ home }: OpenCorpus): Promise<Value<'listImports'>> {
    const imports: Value<'listImports'>['imports'] = []
    const troubles: string[] = []
    for (const step of (await journalsIn(home.path)).reverse()) {
      try {
        const { made, as } = await journalHead(home.path, step)
        imports.push({ step, made, as })
      } catch (error) {
        if (!(error instanceof WinnowError)) throw error
        troubles.push(error.message)
      }
    }
    return { imports, troubles }
  }

  /** Takes an import back. @throws WinnowError */
  undo(corpus: OpenCorpus, { step, job }: Request<'undoImport'>): Promise<Value<'undoImport'>> {
    return this.#jobs.run(job, async (signal) => {
      const home = corpus.home.path
      const { as } = await journalHead(home, step)
      const undone = await undoImport({
        home,
        step,
        store: storeOf(corpus, as.kind === 'labels' ? as.annotator : corpus.annotator),
        signal,
        onProgress: (done, total) => this.#events.emit('job-progress', { job, done, total }),
      })
      if (as.kind === 'suggestions') await this.#tellOfSuggestions(corpus, new ProjectStore(home))
      return undone
    })
  }

  /** The files of the request and their format. @throws WinnowError */
  async #files({
    source,
    format: chosen,
  }: ImportRequest): Promise<{ files: LabelsSource[]; format: ImportFormat }> {
    const { files: all, said } = await besideManifest(await this.sources.files(source))
    const format = chosen ?? (said === null ? await guessed(all) : importable(said))
    const { extension } = readerOf(format)
    const fitting = all.filter(({ name }) => name.toLowerCase().endsWith(extension))
    return { files: fitting.length > 0 ? fitting : [...all], format }
  }

  async #addLabels(corpus: OpenCorpus, project: ProjectStore, added: readonly string[]): Promise<LabelSet> {
    let labelSet: LabelSet | null = null
    await project.update((present) => {
      labelSet = added.reduce(withLabel, present.labelSet)
      return { ...present, labelSet }
    })
    labelSet ??= (await project.read()).labelSet
    this.#events.emit('label-set-changed', { corpus: corpus.folder.id, labelSet, relabelled: false })
    return labelSet
  }

  /** Has windows ask anew for what they show. */
  async #tellOfSuggestions({ folder }: OpenCorpus, project: ProjectStore): Promise<void> {
    const { suggestions } = await project.read()
    this.#events.emit('suggestion-settings', { corpus: folder.id, ...suggestions })
  }
}

const choiceOf = ({ labels, others }: ImportRequest, format: ImportFormat): LabelChoice => ({
  labels,
  others,
  areTags: taggedFormats.has(format),
})

function importInto(context: ImportContext): DocumentImport {
  const { corpus, request } = context
  return request.as.kind === 'suggestions'
    ? new SuggestionsOfModel(context, request.as.model)
    : new LabelsOfAnnotator(context, storeOf(corpus, request.as.annotator ?? corpus.annotator))
}

/** The labels of an annotator: those of another one than this Winnow's are shown in no window. */
function storeOf({ annotator: own, home, source, store }: OpenCorpus, annotator: string): LabelsStore {
  if (annotator === own) return store
  const project = new ProjectStore(home.path)
  return new LabelsStore(source, home.path, annotator, {
    rule: async () => (await project.read()).segmentation,
    beforeSave: () => project.ensure(),
    onSaved: () => {},
    onUnsettled: () => {},
  })
}

function refuseUnknownRest({ labels }: LabelSet, { rest }: ImportRequest): void {
  if (rest === undefined || labels.some(({ name }) => name === rest)) return
  throw new WinnowError(
    'bad-request',
    say`The label set has no label “${rest}” for the rest of the text. Nothing was imported. It has: ${labels.map(({ name }) => name).join(', ')}.`,
  )
}

/** The files but for the manifest, which a dataset of Winnow's own has, and the format that it says they have. */
async function besideManifest(all: readonly LabelsSource[]) {
  const manifest = all.find(({ name }) => name === 'manifest.json')
  const said = manifest ? formatOfManifest(await decodedHead(manifest)) : null
  return { files: said === null ? all : all.filter((file) => file !== manifest), said }
}

/** @throws WinnowError where labels in a dataset of this format cannot be taken in */
function importable(said: string): ImportFormat {
  const format = importFormats.find((name) => name === said)
  if (format) return format
  throw new WinnowError(
    'import-failed',
    say`The manifest of this dataset says that its format is ${said}, from which labels cannot be taken in. Nothing was imported. Export them as jsonl, which keeps everything.`,
  )
}

async function guessed(files: readonly LabelsSource[]): Promise<ImportFormat> {
  for (const file of files) {
    const format = guessFormat(file.name, await decodedHead(file))
    if (format !== null) return format
  }
  const [first] = files
  throw new WinnowError(
    'import-failed',
    first === undefined
      ? say`There are no files in this folder. Nothing was imported. Choose another one.`
      : say`What format ${first.path} has could not be told. Nothing was imported. Say which one it is.`,
  )
}

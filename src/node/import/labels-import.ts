import { stat } from 'node:fs/promises'
import type { Request, Value } from '../../core/contract.ts'
import { type LabelRecord, labelRecordSchema } from '../../core/import/label-record.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { freeKey, mostLabels } from '../../core/label-set-change.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskReason } from '../disk-error.ts'
import type { EventHub } from '../event-hub.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import { DocumentsByContent } from './documents-by-content.ts'
import { importRecord } from './import-record.ts'
import { type FileLine, readLines } from './read-lines.ts'

/** How many documents are dealt with at the same time: while one waits for the disk, another is worked on. */
const atOnce = 16
/** How often progress is told, in milliseconds. */
const progressEvery = 50

type Outcome = Value<'importLabels'>

/** One import that is under way. */
export class LabelsImport {
  readonly #corpus: OpenCorpus
  readonly #request: Request<'importLabels'>
  readonly #signal: AbortSignal
  readonly #project: ProjectStore
  readonly #byContent: DocumentsByContent
  readonly #outcome: Outcome = {
    documents: 0,
    segments: 0,
    unchanged: 0,
    added: [],
    refused: [],
    cancelled: false,
  }

  constructor(corpus: OpenCorpus, request: Request<'importLabels'>, signal: AbortSignal) {
    this.#corpus = corpus
    this.#request = request
    this.#signal = signal
    this.#project = new ProjectStore(corpus.home.path)
    this.#byContent = new DocumentsByContent(corpus)
  }

  async run(path: string, events: EventHub): Promise<Outcome> {
    const { job, status, overwrite } = this.#request
    const { segmentation, labelSet } = await this.#project.read()
    let labels = labelSet
    const options = { rule: segmentation, status, overwrite }
    const bytes = await sizeOf(path)
    const running = new Set<Promise<void>>()
    const lines = new Map<string, number>()
    let told = Number.NEGATIVE_INFINITY
    for await (const line of linesOf(path)) {
      if (this.#signal.aborted) break
      if (performance.now() - told >= progressEvery) {
        told = performance.now()
        events.emit('job-progress', { job, done: Math.min(line.end, bytes), total: bytes })
      }
      const record = this.#parse(line)
      if (!record) continue
      const first = lines.get(record.id)
      if (first !== undefined) {
        this.#refuse(
          line,
          record.id,
          `Line ${first} is about the same document, so this one does not count. Leave one of them out.`,
        )
        continue
      }
      lines.set(record.id, line.number)
      const known = await this.#withLabels(labels, line, record)
      if (!known) continue
      if (known !== labels)
        events.emit('label-set-changed', {
          corpus: this.#corpus.folder.id,
          labelSet: known,
          relabelled: false,
        })
      labels = known
      if (running.size >= atOnce) await Promise.race(running)
      const task: Promise<void> = this.#importOne(line, record, options).finally(() => running.delete(task))
      running.add(task)
    }
    await Promise.all(running)
    events.emit('job-progress', { job, done: bytes, total: bytes })
    this.#outcome.refused.sort((a, b) => a.line - b.line)
    return { ...this.#outcome, cancelled: this.#signal.aborted }
  }

  #parse(line: FileLine): LabelRecord | null {
    const text = decoded(line)
    if (text === null) {
      this.#refuse(line, null, 'It is not UTF-8.')
      return null
    }
    if (text.trim() === '') return null
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch (error) {
      this.#refuse(line, null, `It is not JSON: ${diskReason(error)}.`)
      return null
    }
    const parsed = labelRecordSchema.safeParse(json)
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    const id = labelRecordSchema.pick({ id: true }).safeParse(json)
    this.#refuse(
      line,
      id.success ? id.data.id : null,
      `It is no record of a document with labels: ${issue?.message ?? 'it does not fit'}${issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''}.`,
    )
    return null
  }

  /** The label set with all labels of the record; null where that may not be, and the record is refused. */
  async #withLabels(labelSet: LabelSet, line: FileLine, record: LabelRecord): Promise<LabelSet | null> {
    const used = new Set(record.segments.flatMap(({ label }) => (label === null ? [] : [label])))
    for (const { name } of labelSet.labels) used.delete(name)
    const missing = [...used]
    if (missing.length === 0) return labelSet
    const names = missing.map((name) => `“${name}”`).join(', ')
    if (!this.#request.addLabels) {
      this.#refuse(
        line,
        record.id,
        `The label set has no label ${names}. Add it to the label set, or use --add-labels to have that done.`,
      )
      return null
    }
    if (labelSet.labels.length + missing.length > mostLabels) {
      this.#refuse(
        line,
        record.id,
        `The label set has no label ${names}, and no room for more than ${mostLabels} labels.`,
      )
      return null
    }
    let result = labelSet
    await this.#project.update((project) => {
      result = missing.reduce(withLabel, project.labelSet)
      return { ...project, labelSet: result }
    })
    this.#outcome.added.push(...missing)
    return result
  }

  async #importOne(
    line: FileLine,
    record: LabelRecord,
    options: Parameters<typeof importRecord>[3],
  ): Promise<void> {
    try {
      const { labelled, changed } = await importRecord(this.#corpus, this.#byContent, record, options)
      if (!changed) this.#outcome.unchanged++
      else {
        this.#outcome.documents++
        this.#outcome.segments += labelled
      }
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      this.#refuse(line, record.id, error.message)
    }
  }

  #refuse({ number }: FileLine, document: string | null, reason: string): void {
    this.#outcome.refused.push({ line: number, document, reason })
  }
}

/** The label set with a label of this name, which a cleaner drops until someone says otherwise. */
function withLabel(labelSet: LabelSet, name: string): LabelSet {
  if (labelSet.labels.some((label) => label.name === name)) return labelSet
  const key = freeKey(labelSet.labels)
  const added = { name, colour: 'stone' as const, key, keep: false, description: '', examples: [] }
  return { ...labelSet, labels: [...labelSet.labels, added] }
}

/** The line as text, without the byte order mark that a file may begin with; null if it is not UTF-8. */
function decoded({ bytes }: FileLine): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // What the caller says of it is all there is to say.
    return null
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    throw importFailed(path, error)
  }
}

async function* linesOf(path: string): AsyncGenerator<FileLine> {
  try {
    yield* readLines(path)
  } catch (error) {
    throw importFailed(path, error)
  }
}

const importFailed = (path: string, cause: unknown): WinnowError =>
  new WinnowError(
    'import-failed',
    `The file ${path} could not be read: ${diskReason(cause)}. What was imported before that is saved; nothing else was changed. Mend the cause and import it again.`,
    { cause },
  )

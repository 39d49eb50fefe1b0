import { join, posix } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isToDo, type Status } from '../../core/annotation.ts'
import type { Value } from '../../core/contract.ts'
import { learnModel } from '../../core/suggestions/learn-model.ts'
import type { SuggestionModel } from '../../core/suggestions/model.ts'
import type { LabelledModelDocument, ModelDocument } from '../../core/suggestions/model-document.ts'
import { priorModel } from '../../core/suggestions/prior-model.ts'
import { partSize, suggestPart } from '../../core/suggestions/suggest-part.ts'
import type { Suggestion } from '../../core/suggestions/suggestion.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { type LabelledDocument, LabelledDocuments, readLabelled } from '../labelled-documents.ts'
import { dumpStamp, readDumpText } from '../read-dump.ts'
import { SerialTasks } from '../serial-tasks.ts'
import type { SuggestionTask, ThreadCorpus } from './suggestion-task.ts'

type LearnTask = Extract<SuggestionTask, { kind: 'learn' }>
type SuggestTask = Extract<SuggestionTask, { kind: 'suggest' }>

/** The document that was last asked for: a window asks for it part by part. */
interface Shown {
  readonly document: ModelDocument
  readonly stamp: string
  readonly bounds: Uint32Array
  readonly version: number
  readonly parts: Map<number, readonly (Suggestion | null)[]>
}

/** What a suggestion thread knows of its corpus: the labels it learns from, and the model that it has learned. */
export class ModelCorpus {
  readonly #corpus: ThreadCorpus
  readonly #labelled = new Map<string, LabelledModelDocument>()
  readonly #statuses = new Map<string, Status>()
  #model: SuggestionModel
  #version: number
  #learned = 0
  #shown: Shown | null = null
  readonly #asked = new SerialTasks()

  constructor(corpus: ThreadCorpus) {
    this.#corpus = corpus
    this.#version = corpus.version
    this.#model = priorModel(corpus.labelSet)
  }

  /** Reads the labels that changed, and learns from all labels. Documents that cannot be read teach nothing. */
  async learn({
    labelSet,
    changed,
    version,
  }: LearnTask): Promise<{ documents: number; milliseconds: number }> {
    const { corpus, home, annotator, documents } = this.#corpus
    if (changed)
      for (const document of changed) this.#take(await readLabelled(corpus, home, annotator, document))
    else {
      const labelled = await LabelledDocuments.find(corpus, home, annotator, documents)
      this.#labelled.clear()
      this.#statuses.clear()
      for await (const found of labelled.read()) {
        this.#take(found)
        // Lets those go first who ask for suggestions.
        await nextTurn()
      }
    }
    const start = performance.now()
    const learnt = [...this.#labelled.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    this.#model = learnModel(labelSet, learnt)
    this.#version = version
    this.#learned = learnt.length
    return { documents: learnt.length, milliseconds: Math.round(performance.now() - start) }
  }

  #take(found: LabelledDocument): void {
    const { document } = found
    this.#labelled.delete(document)
    this.#statuses.delete(document)
    if ('reason' in found) return
    const { segments, status } = found.annotation
    this.#statuses.set(document, status)
    const labels = segments.map(({ label }) => label)
    // What was put aside says little of the corpus, and may be labelled with little care.
    if ((status !== 'done' && !isToDo(status)) || labels.every((label) => label === null)) return
    const { text } = found.dump
    this.#labelled.set(document, {
      id: document,
      site: siteOf(document),
      text,
      segments,
      repetition: [],
      labels,
    })
  }

  /** What the model suggests for a run of the segments; what was asked for first is answered first. @throws WinnowError if the dump cannot be read */
  suggest(task: SuggestTask): Promise<Value<'suggestDocument'>> {
    return this.#asked.run(() => this.#suggest(task))
  }

  async #suggest(task: SuggestTask): Promise<Value<'suggestDocument'>> {
    const { document, parts } = await this.#show(task)
    const end = Math.min(task.first + task.count, document.segments.length)
    const suggestions: (Suggestion | null)[] = []
    for (let at = task.first; at < end; ) {
      const part = Math.floor(at / partSize)
      const found = parts.get(part) ?? suggestPart(this.#model, document, part)
      parts.set(part, found)
      const until = Math.min(end, (part + 1) * partSize)
      suggestions.push(...found.slice(at - part * partSize, until - part * partSize))
      at = until
    }
    return { model: { learned: this.#learned, version: this.#version }, first: task.first, suggestions }
  }

  /** Documents that are not finished, in their order. */
  next(count: number): Value<'nextDocuments'> {
    const waiting = this.#corpus.documents.filter((id) => isToDo(this.#statuses.get(id) ?? 'new'))
    return {
      ready: false,
      documents: waiting.slice(0, count).map((document) => ({ document, why: 'random', score: 0 })),
    }
  }

  async #show({ document, bounds }: SuggestTask): Promise<Shown> {
    const path = join(this.#corpus.corpus, ...document.split('/'))
    const stamp = await dumpStamp(path)
    const before = this.#shown
    const sameText = before?.document.id === document && before.stamp === stamp
    if (sameText && before.version === this.#version && sameBounds(before.bounds, bounds)) return before
    const text = sameText ? before.document.text : readDumpText(path)
    const segments = segmentsOf(document, text, bounds)
    const shown: Shown = {
      document: { id: document, site: siteOf(document), text, segments, repetition: [] },
      stamp,
      bounds,
      version: this.#version,
      parts: new Map(),
    }
    this.#shown = shown
    return shown
  }
}

const siteOf = (document: string): string => posix.dirname(document)

/** @throws WinnowError if that is no segmentation of the text */
function segmentsOf(document: string, text: string, bounds: Uint32Array): ModelDocument['segments'] {
  const segments: { start: number; end: number }[] = []
  let last = 0
  for (let at = 0; at < bounds.length; at += 2) {
    const start = bounds[at] ?? 0
    const end = bounds[at + 1] ?? 0
    if (start < last || end <= start || end > text.length)
      throw new WinnowError(
        'bad-request',
        `The segments that suggestions were asked for do not fit “${document}”. Nothing was changed. Open it again.`,
      )
    segments.push({ start, end })
    last = end
  }
  return segments
}

const sameBounds = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((offset, index) => offset === b[index])

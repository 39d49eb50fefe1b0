import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LabelSet } from '../../core/label-set.ts'
import type { DocumentTable } from '../../core/listing/document-table.ts'
import { hashLine } from '../../core/repetition/line-hash.ts'
import { RepetitionIndex } from '../../core/repetition/repetition-index.ts'
import { type RuleBook, ruleBook } from '../../core/repetition/rules.ts'
import type { Segment } from '../../core/segment.ts'
import { type SegmentationRule, segmentBy } from '../../core/segmentation/rules.ts'
import { say } from '../../core/sentences/say.ts'
import { learnModel } from '../../core/suggestions/learn-model.ts'
import type { SuggestionModel } from '../../core/suggestions/model.ts'
import type { LabelledModelDocument, Repetition } from '../../core/suggestions/model-document.ts'
import { withRules } from '../../core/suggestions/rule-suggestions.ts'
import { suggestWhole } from '../../core/suggestions/suggest-whole.ts'
import { suggestionRecord } from '../../core/suggestions/suggestion-record.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { DocumentSource } from '../document-source.ts'
import type { ExportTarget } from '../export/export-target.ts'
import { LabelledDocuments } from '../labelled-documents.ts'
import { LinesFile } from '../lines-file.ts'
import { countedLines } from '../repetition/counted-document.ts'
import { RulesStore } from '../repetition/rules-store.ts'
import { labelsOf, modelDocument, teaches } from './labels-to-learn.ts'

/** What is asked of {@link suggestCorpus}. */
export interface CorpusToSuggest {
  readonly source: DocumentSource
  readonly table: DocumentTable
  readonly home: string
  readonly documents: readonly string[]
  readonly labelSet: LabelSet
  readonly rule: SegmentationRule
  /** Whose labels count. */
  readonly annotator: string
  /** Whether the model learns from no labels. */
  readonly priorOnly: boolean
  /** For which documents alone; null: for all. What the others repeat and teach counts all the same. */
  readonly only: readonly string[] | null
  readonly target: ExportTarget
  readonly onProgress: (done: number, total: number) => void
  readonly stopped: () => boolean
}

/** What was written. */
export interface SuggestedCorpus {
  readonly documents: number
  readonly segments: number
  /** From how many documents the model learned. */
  readonly learned: number
  readonly leftOut: { document: string; reason: string }[]
}

/**
 * Writes suggestions for all documents that are not done, one a line, in their order. Reads the corpus twice: what
 * repeats in it is counted first. The same corpus with the same labels gives the same bytes.
 * @throws WinnowError or an error of the disk, with nothing left behind
 */
export async function suggestCorpus(asked: CorpusToSuggest): Promise<SuggestedCorpus> {
  const file = new LinesFile(asked.target)
  await file.begin()
  try {
    const suggested = await new CorpusSuggesting(asked).run((line) => file.add(line))
    await file.finish()
    return suggested
  } catch (error) {
    await file.abandon()
    throw error
  }
}

class CorpusSuggesting {
  readonly #asked: CorpusToSuggest
  readonly #index = new RepetitionIndex()
  readonly #done = new Set<string>()
  /** The segments of unfinished documents that have a labels file. */
  readonly #begun = new Map<string, readonly Segment[]>()
  readonly #labelled: LabelledModelDocument[] = []
  readonly #leftOut = new Map<string, string>()
  #steps = 0

  constructor(asked: CorpusToSuggest) {
    this.#asked = asked
  }

  async run(write: (line: string) => Promise<void>): Promise<SuggestedCorpus> {
    const { documents, home, labelSet, only } = this.#asked
    const wanted = only && new Set(only)
    await this.#count()
    await this.#readLabels()
    const model = learnModel(labelSet, this.#labelled)
    const known = await new RulesStore(home).read()
    if (known.trouble !== null) throw new WinnowError('rules-damaged', known.trouble)
    const rules = ruleBook(known.rules)
    const counts = { documents: 0, segments: 0 }
    for (const document of documents) {
      await this.#step()
      if (wanted?.has(document) === false) continue
      if (this.#done.has(document) || this.#leftOut.has(document)) continue
      const record = await this.#suggest(document, model, rules)
      if (!record) continue
      await write(JSON.stringify(record))
      counts.documents++
      counts.segments += record.segments.length
    }
    const leftOut = Array.from(this.#leftOut, ([document, reason]) => ({ document, reason }))
    return { ...counts, learned: this.#labelled.length, leftOut }
  }

  /** Counts on how many documents each line stands. */
  async #count(): Promise<void> {
    const { documents, rule, table } = this.#asked
    for (const document of documents) {
      await this.#step()
      const text = await this.#read(document)
      if (text !== null) this.#index.set(document, table.siteOf(document), '', countedLines(text, rule))
    }
  }

  async #readLabels(): Promise<void> {
    const { source, home, annotator, table, priorOnly } = this.#asked
    const found = await LabelledDocuments.find(source, home, annotator, table)
    for await (const one of found.read()) {
      await this.#look()
      const { document } = one
      if ('reason' in one) {
        this.#leftOut.set(document, one.reason)
        continue
      }
      const { segments, status } = one.annotation
      if (status === 'done') this.#done.add(document)
      else this.#begun.set(document, segments)
      if (priorOnly || !teaches(one)) continue
      const { text } = one.dump
      const repetition = this.#repetition(document, text, segments)
      const shown = modelDocument(table, document, text, segments, repetition)
      this.#labelled.push({ ...shown, labels: labelsOf(segments) })
    }
  }

  async #suggest(document: string, model: SuggestionModel, rules: RuleBook) {
    const text = await this.#read(document)
    if (text === null) return null
    const { labelSet, rule, table } = this.#asked
    const segments = this.#begun.get(document) ?? segmentBy(rule, text)
    const repetition = this.#repetition(document, text, segments)
    const shown = modelDocument(table, document, text, segments, repetition)
    const labels = new Set(labelSet.labels.map(({ name }) => name))
    const suggestions = withRules(suggestWhole(model, shown), shown, 0, rules, labels)
    return suggestionRecord(document, text, segments, suggestions)
  }

  #repetition(document: string, text: string, segments: readonly Segment[]): Repetition[] {
    const site = this.#asked.table.siteOf(document)
    const siteSize = this.#index.siteSize(site)
    return segments.map(({ start, end }) => ({
      ...this.#index.counts(hashLine(text.slice(start, end)), site, document),
      siteSize,
    }))
  }

  /** The document's text; null if it cannot be read, and is left out. */
  async #read(document: string): Promise<string | null> {
    if (this.#leftOut.has(document)) return null
    try {
      return await this.#asked.source.textWaiting(document)
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      this.#leftOut.set(document, error.message)
      return null
    }
  }

  async #step(): Promise<void> {
    const { documents, onProgress } = this.#asked
    onProgress(++this.#steps, 2 * documents.length)
    await this.#look()
  }

  /** Lets a cancellation in. @throws WinnowError `cancelled` */
  async #look(): Promise<void> {
    await nextTurn()
    if (this.#asked.stopped())
      throw new WinnowError('cancelled', say`The suggestions were stopped. Nothing was written.`)
  }
}

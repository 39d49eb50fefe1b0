import { cutByLabels } from '../../core/import/cut-by-labels.ts'
import type { PlacedLabel, PlacedLabels } from '../../core/import/placed-label.ts'
import type { ImportChange } from '../../core/import/plan-import.ts'
import { refused } from '../../core/import/refused.ts'
import type { SegmentationRule } from '../../core/segmentation/rules.ts'
import { say } from '../../core/sentences/say.ts'
import {
  fromNamedSuggestionsFile,
  type NamedSuggestionsFile,
  toNamedSuggestionsFile,
} from '../../core/suggestions/named-suggestions-file.ts'
import { isSameText } from '../judge-labels.ts'
import type { Dump } from '../read-dump.ts'
import { NamedSuggestionsStore } from '../suggestions/named-suggestions-store.ts'
import {
  type DocumentImport,
  type DocumentOutcome,
  type ImportContext,
  placeFound,
} from './document-import.ts'
import type { JournalStep } from './import-journal.ts'
import type { FoundLabels } from './import-reading.ts'

interface Planned {
  readonly outcome: DocumentOutcome
  readonly before: NamedSuggestionsFile | null
  readonly after: NamedSuggestionsFile
}

/** Takes labels in as suggestions of one model. */
export class SuggestionsOfModel implements DocumentImport {
  readonly #context: ImportContext
  readonly #model: string
  readonly #store: NamedSuggestionsStore

  constructor(context: ImportContext, model: string) {
    this.#context = context
    this.#model = model
    this.#store = new NamedSuggestionsStore(context.corpus.home.path)
  }

  async preview(found: FoundLabels): Promise<DocumentOutcome> {
    return (await this.#plan(found)).outcome
  }

  async take(found: FoundLabels): Promise<{ outcome: DocumentOutcome; step: JournalStep | null }> {
    const { outcome, before, after } = await this.#plan(found)
    const { document } = found
    if (outcome.change === 'conflict')
      throw refused(
        say`It has other suggestions of “${this.#model}” already. They were left as they are; have them overwritten to take these in their place.`,
      )
    if (outcome.change === 'unchanged') return { outcome, step: null }
    await this.#store.save(after)
    return { outcome, step: { document, before, after } }
  }

  async #plan(found: FoundLabels): Promise<Planned> {
    const { corpus, request, rule } = this.#context
    const { document } = found
    const dump = await corpus.source.read(document)
    const placed = placeFound(dump.text, found, this.#context)
    const { aligned } = placed
    const labels =
      request.rest === undefined ? placed.labels : withRest(dump.text, placed, rule, request.rest)
    const after = toNamedSuggestionsFile(dump.text, labels, {
      document,
      model: this.#model,
      dump: dump.filed,
    })
    const before = await this.#store.read(this.#model, document)
    const others = before === null ? [] : otherSuggestions(dump, before, after)
    const change = changeOf(before, after, request.overwrite)
    return { outcome: { change, labelled: after.segments.length, others, aligned }, before, after }
  }
}

/** What is placed, and the label `rest` on everything else, segment by segment. */
function withRest(text: string, placed: PlacedLabels, rule: SegmentationRule, rest: string): PlacedLabel[] {
  const given = placed.labels.filter(({ label }) => label !== null)
  const known = new Set(given.map(({ start }) => start))
  const others = cutByLabels(text, { labels: given, aligned: null }, [], rule, rest)
  return [...given, ...others.filter(({ start }) => !known.has(start))].sort((a, b) => a.start - b.start)
}

function changeOf(
  before: NamedSuggestionsFile | null,
  after: NamedSuggestionsFile,
  overwrite: boolean,
): ImportChange {
  if (before === null) return 'new'
  if (JSON.stringify(before) === JSON.stringify(after)) return 'unchanged'
  return overwrite ? 'changed' : 'conflict'
}

/** The suggestions of `before` that `after` does not have. */
function otherSuggestions(
  { text, filed }: Dump,
  before: NamedSuggestionsFile,
  after: NamedSuggestionsFile,
): DocumentOutcome['others'] {
  // Of another text of the dump they are of no use, nor can they be shown.
  if (!isSameText(before.dump, filed)) return []
  const kept = new Set(after.segments.map(({ start, end, label }) => `${start} ${end} ${label}`))
  const runs = fromNamedSuggestionsFile(text, before)
  return before.segments.flatMap(({ start, end, label }, index) => {
    const run = runs[index]
    return run && !kept.has(`${start} ${end} ${label}`)
      ? [{ text: text.slice(run.start, run.end), label }]
      : []
  })
}

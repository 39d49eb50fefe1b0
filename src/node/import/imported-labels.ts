import type { ImportPreview } from '../../core/contract-import.ts'
import { ChosenLabels, hasRoom, type LabelChoice, withLabel } from '../../core/import/chosen-labels.ts'
import type { ReadLabels } from '../../core/import/place-labels.ts'
import { refused } from '../../core/import/refused.ts'
import { type LabelSet, labelSchema } from '../../core/label-set.ts'
import { mostLabels } from '../../core/label-set-change.ts'
import { say } from '../../core/sentences/say.ts'

/** The names of the labels of a document, as its file has them. */
function* labelsIn({ spans, lines }: ReadLabels): Generator<string> {
  for (const { label } of spans ?? lines ?? []) if (label !== null) yield label
}

/** What becomes of the labels of an import: what was chosen, and the label set with what is added to it. */
export class ImportedLabels {
  readonly #choice: LabelChoice
  readonly #save: ((labels: readonly string[]) => Promise<LabelSet>) | null
  readonly #added: string[] = []
  /** In how many segments each label of the files is. */
  readonly #segments = new Map<string, number>()
  #labelSet: LabelSet
  #chosen: ChosenLabels

  /** @param save adds labels to the label set of the corpus and returns it; null where nothing may be written */
  constructor(
    labelSet: LabelSet,
    choice: LabelChoice,
    save: ((labels: readonly string[]) => Promise<LabelSet>) | null,
  ) {
    this.#choice = choice
    this.#save = save
    this.#labelSet = labelSet
    this.#chosen = new ChosenLabels(labelSet, choice)
  }

  /** Those that were added so far. */
  get added(): readonly string[] {
    return this.#added
  }

  /** The label that `label` of the file becomes; null if it is left out. */
  readonly becomes = (label: string): string | null => this.#chosen.becomes(label)

  /** The labels of the files so far, and what becomes of each. */
  report(): ImportPreview['labels'] {
    return Array.from(this.#segments, ([name, segments]) => ({
      name,
      segments,
      becomes: this.#chosen.becomes(name),
      missing: this.#chosen.missing([name]).length > 0,
    }))
  }

  /**
   * Counts the labels of a document, and adds those to the label set that they need, where that was asked for.
   * @throws WinnowError `record-refused` where it was not, or cannot be
   */
  async provide(content: ReadLabels): Promise<void> {
    for (const label of labelsIn(content)) this.#segments.set(label, (this.#segments.get(label) ?? 0) + 1)
    const missing = this.#chosen.missing(labelsIn(content))
    if (missing.length === 0) return
    const names = missing.map((name) => `“${name}”`).join(', ')
    if (this.#choice.others !== 'add')
      throw refused(
        say`The label set has no label ${names}. Add it to the label set, say which label it becomes, or have it added or left out.`,
      )
    if (!hasRoom(this.#labelSet, missing.length))
      throw refused(say`The label set has no label ${names}, and no room for more than ${mostLabels} labels.`)
    if (missing.some((name) => !labelSchema.shape.name.safeParse(name).success))
      throw refused(say`It has a label that is longer than 64 characters. Say which label it becomes.`)
    this.#added.push(...missing)
    this.#labelSet = this.#save ? await this.#save(missing) : missing.reduce(withLabel, this.#labelSet)
    this.#chosen = new ChosenLabels(this.#labelSet, this.#choice)
  }
}

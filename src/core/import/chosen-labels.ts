import { labelForGold } from '../datasets/gold-labels.ts'
import type { Label, LabelSet } from '../label-set.ts'
import { freeKey, mostLabels } from '../label-set-change.ts'

/** What becomes of labels that the label set does not have and for which nothing was chosen. */
export const otherLabels = ['refuse', 'add', 'leave-out'] as const

export type OtherLabels = (typeof otherLabels)[number]

/** What becomes of the labels of a file. */
export interface LabelChoice {
  /** Of the file: a label of the label set that each becomes; null: left out. */
  readonly labels: readonly { readonly label: string; readonly becomes: string | null }[]
  readonly others: OtherLabels
  /** Whether the file has tags that mean labels: `h` means a title. */
  readonly areTags: boolean
}

/** What becomes of the labels of a file in a label set. */
export class ChosenLabels {
  readonly #known: ReadonlySet<string>
  readonly #meaning: (tag: string) => string | null
  readonly #labels: ReadonlyMap<string, string | null>
  readonly #others: OtherLabels

  constructor(labelSet: LabelSet, { labels, others, areTags }: LabelChoice) {
    this.#known = new Set(labelSet.labels.map(({ name }) => name))
    this.#labels = new Map(labels.map(({ label, becomes }) => [label, becomes]))
    this.#others = others
    this.#meaning = areTags ? (tag) => labelForGold(tag, labelSet.labels) : () => null
  }

  /** The label of the label set that `label` of the file becomes; null where it is left out, as all that are missing. */
  becomes(label: string): string | null {
    const wanted = this.#wanted(label)
    return wanted !== null && this.#known.has(wanted) ? wanted : null
  }

  /** Those that the label set would need so that each of `labels`, of the file, becomes what was chosen. */
  missing(labels: Iterable<string | null>): string[] {
    const missing = new Set<string>()
    for (const label of labels) {
      const wanted = label === null ? null : this.#wanted(label)
      if (wanted === null || this.#known.has(wanted)) continue
      if (this.#others !== 'leave-out' || this.#labels.has(label ?? '')) missing.add(wanted)
    }
    return [...missing]
  }

  #wanted(label: string): string | null {
    const chosen = this.#labels.get(label)
    return chosen === undefined ? (this.#meaning(label) ?? label) : chosen
  }
}

/** Whether the label set has room for that many labels more. */
export const hasRoom = (labelSet: LabelSet, more: number): boolean =>
  labelSet.labels.length + more <= mostLabels

/** The label set with a label of this name, which a cleaner drops until someone says otherwise. */
export function withLabel(labelSet: LabelSet, name: string): LabelSet {
  if (labelSet.labels.some((label) => label.name === name)) return labelSet
  const key = freeKey(labelSet.labels)
  const added: Label = { name, colour: 'stone', key, keep: false, description: '', examples: [] }
  return { ...labelSet, labels: [...labelSet.labels, added] }
}

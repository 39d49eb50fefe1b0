import { fineLabelSet } from '../fine-label-set.ts'
import { type LabelSet, simpleLabelSet } from '../label-set.ts'

/** The labels that someone practises with. */
export interface PracticeLabels {
  /** The preset that the page is labelled in. */
  readonly preset: 'simple' | 'fine'
  readonly labelSet: LabelSet
  /** Whether the corpus works with other labels than these. */
  readonly differ: boolean
}

const presets = [
  { preset: 'fine', names: new Set(fineLabelSet.labels.map(({ name }) => name)) },
  { preset: 'simple', names: new Set(simpleLabelSet.labels.map(({ name }) => name)) },
] as const

/**
 * The labels for practice in a corpus with the label set `own`, or in none: those of the first preset that the corpus
 * has all of, on the keys and in the colours that they have there, so that the hand learns what it will need. Labels
 * that the corpus has beside them are left out, since no guidelines of ours say what they are. Where it has neither
 * preset, the simple one shows the way of working at least.
 */
export function practiceLabels(own: LabelSet | null): PracticeLabels {
  for (const { preset, names } of presets) {
    const labels = own?.labels.filter(({ name }) => names.has(name)) ?? []
    if (labels.length === names.size) return { preset, labelSet: { name: preset, labels }, differ: false }
  }
  return { preset: 'simple', labelSet: simpleLabelSet, differ: own !== null }
}

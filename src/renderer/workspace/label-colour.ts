import type { LabelColour, LabelSet } from '../../core/label-set.ts'

/** The colour of a label; `stone` for one that the set does not know, null for none. */
export function colourOf(labelSet: LabelSet, label: string | null): LabelColour | null {
  if (label === null) return null
  return labelSet.labels.find(({ name }) => name === label)?.colour ?? 'stone'
}

/**
 * What labelled pages can tell of a line of another page:
 * - `same`: how the same line was labelled on pages like this one; `same-over-prior`: the same, against what was
 *   expected of the line
 * - `after-same`, `before-same`: how lines were that came after the line above this one, or before the one below
 * - `lead`: how lines that begin with the same words were
 * - `slot-form`: how lines of the same form were that stand between the same two lines as this one does
 * - `from-above`: how the line was that is as many lines below the same line
 * - `slot-bias`: how much more often than expected lines between the same two lines were so; `slot-zone-bias`: those
 *   of them that stand alike to the body; `step-bias`, `setting-bias`: lines like this below a line like that above
 *   it, and also above a line like that below it
 */
export const evidenceSources = [
  'same',
  'same-over-prior',
  'after-same',
  'before-same',
  'lead',
  'slot-form',
  'from-above',
  'slot-bias',
  'slot-zone-bias',
  'step-bias',
  'setting-bias',
] as const

export type EvidenceSource = (typeof evidenceSources)[number]

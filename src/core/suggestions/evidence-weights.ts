import type { EvidenceSource } from './evidence-source.ts'

/** How much the prior, a label like that of the line above, and each source of evidence count, for any label. */
export interface EvidenceWeights {
  readonly prior: number
  readonly stay: number
  readonly sources: Readonly<Record<EvidenceSource, number>>
}

/**
 * Fitted by `npm run train:evidence` on pages of sites of which one or two other pages were labelled, with priors that had
 * not seen the sites.
 */
export const evidenceWeights: EvidenceWeights = {
  prior: 0.8,
  stay: 0.55,
  sources: {
    same: 0.85,
    'same-over-prior': 0.72,
    'after-same': 0.52,
    'before-same': 0.68,
    lead: 0.39,
    'slot-form': 0.35,
    'from-above': 0.21,
    'slot-bias': 0.33,
    'slot-zone-bias': 0.13,
    'step-bias': 0.18,
    'setting-bias': 0.45,
  },
}

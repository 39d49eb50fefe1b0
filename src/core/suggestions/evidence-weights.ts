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
  prior: 0.73,
  stay: 0.49,
  sources: {
    same: 0.33,
    'same-over-prior': 0.36,
    'after-same': 0.45,
    'before-same': 0.56,
    lead: 0.41,
    'slot-form': 0.35,
    'from-above': 0.18,
    'slot-bias': 0.53,
    'slot-zone-bias': 0.26,
    'step-bias': 0.24,
    'setting-bias': 0.24,
  },
}

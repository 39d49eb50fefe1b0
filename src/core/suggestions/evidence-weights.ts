import type { EvidenceSource } from './site-memory.ts'

/**
 * How much the prior, a label like that of the line above, and each source of evidence count, for any label. Fitted on
 * pages of sites of which one or two other pages were labelled, with a prior that had not seen the sites.
 */
export const evidenceWeights: {
  readonly prior: number
  readonly stay: number
  readonly sources: Readonly<Record<EvidenceSource, number>>
} = {
  prior: 0.8,
  stay: 0.6,
  sources: {
    same: 0.95,
    'same-over-prior': 0.75,
    lead: 0.42,
    'slot-form': 0.35,
    'from-above': 0.31,
    'from-below': 0.12,
    'slot-bias': 0.35,
    'slot-zone-bias': 0.22,
  },
}

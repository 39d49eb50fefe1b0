import type { ModelDocument } from '../model-document.ts'
import weights from './prior-weights.json' with { type: 'json' }
import { genres, type PriorReading, priorNetwork, readDocument } from './read-prior.ts'

const network = priorNetwork(weights.size, Float64Array.from(weights.values), weights.means, weights.scales)

/** What the network that ships makes of a document. */
export function readPrior(document: ModelDocument): PriorReading {
  return readDocument(network, document, genres.unknown)
}

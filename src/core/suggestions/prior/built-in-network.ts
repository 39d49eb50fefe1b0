import type { ModelDocument } from '../model-document.ts'
import weights from './prior-weights.json' with { type: 'json' }
import { documentReader, type PriorReading, priorNetwork } from './read-prior.ts'

const network = priorNetwork(weights.size, Float64Array.from(weights.values), weights.means, weights.scales)

/** What the network that ships makes of a document, by the genre that it is taken for. */
export const readPrior = (document: ModelDocument): ((genre: number) => PriorReading) =>
  documentReader(network, document)

import { type Chain, likeliest, marginals } from '../crf.ts'
import type { ModelDocument } from '../model-document.ts'
import { priorClasses } from '../prior-class.ts'
import { featureCount, features } from './features.ts'
import { activate, type NetworkSize, type NetworkWeights, networkWeights, standardise } from './network.ts'
import { type PageShape, pageShape } from './page-shape.ts'

/**
 * What the pages of a training set are like, as an input of its own: news, whose body is paragraphs, or guides and blogs,
 * whose body holds many short headings and list items. A page of which that is not known is taken to be like news rather
 * than not.
 */
export const genres = { news: 1, unknown: 0.5, guide: -1 } as const

/** The features of rows with the genre of their page after each: rows × (features + 1). */
export function withGenre(values: Float32Array, genre: number): Float32Array {
  const rows = values.length / featureCount
  const out = new Float32Array(rows * (featureCount + 1)).fill(genre)
  for (let row = 0; row < rows; row++)
    out.set(values.subarray(row * featureCount, (row + 1) * featureCount), row * (featureCount + 1))
  return out
}

/** The kind of the step to each row: 1 where blank lines or images part it from the one before, else 0. */
export function rowSteps(page: PageShape): Uint8Array {
  return page.blankBefore.map((blanks, row) => (blanks > 0 || (page.imagesBefore[row] ?? 0) > 0 ? 1 : 0))
}

/** A network that is ready to read pages. */
export interface PriorNetwork {
  readonly size: NetworkSize
  readonly weights: NetworkWeights
  readonly means: ArrayLike<number>
  readonly scales: ArrayLike<number>
}

/** What the network makes of the segments of a document. */
export interface PriorReading {
  readonly page: PageShape
  /** The class of each segment, as an index into {@link priorClasses}. */
  readonly classes: Uint8Array
  /** How likely each class is: segments × classes, each row sums to 1. */
  readonly likely: Float64Array
}

/** Makes a network of what was trained. */
export function priorNetwork(
  size: NetworkSize,
  values: Float64Array,
  means: ArrayLike<number>,
  scales: ArrayLike<number>,
): PriorNetwork {
  return { size, weights: networkWeights(size, values), means, scales }
}

/**
 * Tells the classes of all segments of a document, each together with its neighbours. Takes time in proportion to the
 * length of the document.
 * @returns what the network makes of it where it is taken for a page of a genre, as in {@link genres}
 */
export function documentReader(
  network: PriorNetwork,
  document: ModelDocument,
): (genre: number) => PriorReading {
  const page = pageShape(document)
  const values = features(page)
  const steps = rowSteps(page)
  return (genre) => {
    const inputs = standardise(withGenre(values, genre), network.means, network.scales)
    const chain: Chain = {
      length: page.rows.length,
      classes: classCount,
      unary: activate(network.size, network.weights, inputs).scores,
      transition: network.weights.transition,
      steps,
    }
    return ofSegments(page, likeliest(chain), marginals(chain).classes)
  }
}

const classCount = priorClasses.length
const boilerplate = priorClasses.indexOf('boilerplate')
const caption = priorClasses.indexOf('caption')

/** Puts the rows back among the segments; what is left of images goes with what stands around it. */
function ofSegments(page: PageShape, path: Uint8Array, rowLikely: Float64Array): PriorReading {
  const count = page.shapes.length
  const classes = new Uint8Array(count).fill(boilerplate)
  const likely = new Float64Array(count * classCount)
  const outside = (row: number): number => rowLikely[row * classCount + boilerplate] ?? 1
  let row = 0
  for (let segment = 0; segment < count; segment++) {
    if (page.segments[row] === segment) {
      classes[segment] = path[row] ?? boilerplate
      likely.set(rowLikely.subarray(row * classCount, (row + 1) * classCount), segment * classCount)
      row++
    } else {
      // Residue is a caption in the article and boilerplate elsewhere, as the guidelines have it.
      const apart = (outside(row - 1) + outside(row)) / 2
      classes[segment] = apart < 0.5 ? caption : boilerplate
      likely[segment * classCount + boilerplate] = apart
      likely[segment * classCount + caption] = 1 - apart
    }
  }
  return { page, classes, likely }
}

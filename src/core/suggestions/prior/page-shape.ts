import type { ModelDocument } from '../model-document.ts'
import { type LineShape, lineShape } from './line-shape.ts'
import { Vocabulary } from './vocabulary.ts'

/** A run of rows `[from, to)`. */
export interface Block {
  readonly from: number
  readonly to: number
}

/** The lines of a page that have words, as rows, and where each stands among the others. */
export interface PageShape {
  /** Shapes of all segments. */
  readonly shapes: readonly LineShape[]
  /** The segment of each row, and the row of each segment, -1 where it has no words. */
  readonly segments: readonly number[]
  readonly rowOf: Int32Array
  /** The shape of each row. */
  readonly rows: readonly LineShape[]
  /** How much each row looks like a paragraph, 0 to 1. */
  readonly mass: Float64Array
  /** Blank lines and images between the row and the one before it. */
  readonly blankBefore: Uint8Array
  readonly imagesBefore: Uint8Array
  /** The share of the row's words that the image right before it has in its description. */
  readonly likeImage: Float64Array
  /** 1 if other pages of the site (or the corpus) have the line, -1 if none has, 0 if not known. */
  readonly repeatedOnSite: Int8Array
  readonly repeatedInCorpus: Int8Array
  readonly sums: Sums
  /** The densest run of paragraphs: strict, and one that forgives longer gaps. */
  readonly strict: Block
  readonly loose: Block
  /** The row that most looks like the headline of the densest run; -1 if none does. */
  readonly headline: number
  /** The share of the row's words that paragraphs of the densest run have, and of its longer words. */
  readonly shared: Float64Array
  readonly sharedLong: Float64Array
  /** Rows with the same text, and with the same first words; the first of the former. */
  readonly twins: Uint16Array
  readonly firstTwin: Uint32Array
  readonly headTwins: Uint16Array
  /** How many rows right before and right after it are no paragraphs, and how many are. */
  readonly runs: Record<'thinBefore' | 'thinAfter' | 'fullBefore' | 'fullAfter', Uint32Array>
}

/** Running sums over the rows, so that the mean of any window costs nothing. */
export type Sums = Record<
  'mass' | 'short' | 'length' | 'terminal' | 'repeated' | 'dated' | 'pictured',
  Float64Array
>

/** How much a line looks like a paragraph, 0 to 1. */
export function paragraphMass(line: LineShape): number {
  const long = Math.max(0, Math.min(1, (line.length - 35) / 120))
  if (long === 0) return 0
  const ends = line.endsTerminal || line.endsColon ? 1 : line.sentenceEnds > 0 || line.endsQuote ? 0.7 : 0.35
  const prose = line.cased > 3 ? Math.min(1, 1.6 - (1.6 * line.capitalised) / line.cased) : 1
  const noise = line.hasCopyright || line.hasCredit || line.bars > 2 || line.isLink ? 0.4 : 1
  return long * ends * prose * noise
}

/** Reads a page. Takes time in proportion to its length. */
export function pageShape(document: ModelDocument): PageShape {
  const shapes = document.segments.map(({ start, end }) => lineShape(document.text.slice(start, end)))
  const segments = shapes.flatMap((shape, index) => (shape.isResidue ? [] : [index]))
  const rowOf = new Int32Array(shapes.length).fill(-1)
  segments.forEach((segment, row) => {
    rowOf[segment] = row
  })
  const rows = segments.map((segment) => shapes[segment]).filter((shape) => shape !== undefined)
  const mass = Float64Array.from(rows, paragraphMass)
  const { blankBefore, imagesBefore, likeImage } = gaps(document, shapes, segments)
  const repetition = segments.map((segment) => document.repetition[segment])
  const repeatedOnSite = Int8Array.from(repetition, (found) =>
    found && found.siteSize > 1 ? (found.siteDocuments > 1 ? 1 : -1) : 0,
  )
  const repeatedInCorpus = Int8Array.from(repetition, (found) => (found ? (found.documents > 1 ? 1 : -1) : 0))
  const strict = densest(mass, 0.12)
  const vocabulary = new Vocabulary(
    rows,
    (row) => row >= strict.from && row < strict.to && (mass[row] ?? 0) > 0.3,
  )
  const shared = new Float64Array(rows.length)
  const sharedLong = new Float64Array(rows.length)
  rows.forEach((_, row) => {
    const share = vocabulary.share(row)
    shared[row] = share.words
    sharedLong[row] = share.longWords
  })
  const page = {
    shapes,
    segments,
    rowOf,
    rows,
    mass,
    blankBefore,
    imagesBefore,
    likeImage,
    repeatedOnSite,
    repeatedInCorpus,
    strict,
    loose: densest(mass, 0.3),
    shared,
    sharedLong,
    headline: headlineOf(rows, strict, sharedLong),
    ...twinsOf(rows),
    runs: runsOf(mass),
  }
  return { ...page, sums: sumsOf(page) }
}

/** What stands between the rows. */
function gaps(
  document: ModelDocument,
  shapes: readonly LineShape[],
  segments: readonly number[],
): Pick<PageShape, 'blankBefore' | 'imagesBefore' | 'likeImage'> {
  const blankBefore = new Uint8Array(segments.length)
  const imagesBefore = new Uint8Array(segments.length)
  const likeImage = new Float64Array(segments.length)
  let row = 0
  let at = 0
  let described: ReadonlySet<string> = new Set()
  document.segments.forEach((segment, index) => {
    let breaks = 0
    for (; at < segment.start; at++) if (document.text.charCodeAt(at) === 10) breaks++
    at = segment.end
    const shape = shapes[index]
    if (shape === undefined || row >= segments.length) return
    blankBefore[row] = Math.min(255, (blankBefore[row] ?? 0) + Math.max(0, breaks - 1))
    if (shape.hasImage) described = new Set(shape.imageWords)
    if (shape.isResidue) {
      imagesBefore[row] = Math.min(255, (imagesBefore[row] ?? 0) + 1)
      return
    }
    const same = shape.words.filter((word) => described.has(word)).length
    likeImage[row] = shape.words.length > 0 ? same / shape.words.length : 0
    if (!shape.hasImage) described = new Set()
    row++
  })
  return { blankBefore, imagesBefore, likeImage }
}

/** The run whose masses, less `cost` each, sum to most (Kadane's algorithm; Bentley 1984). */
function densest(mass: Float64Array, cost: number): Block {
  let best = 0
  let sum = 0
  let start = 0
  let found = { from: 0, to: 0 }
  mass.forEach((value, row) => {
    if (sum <= 0) {
      sum = 0
      start = row
    }
    sum += value - cost
    if (sum <= best) return
    best = sum
    found = { from: start, to: row + 1 }
  })
  return found
}

/** How far above the densest run a headline is looked for, in rows. */
const headlineReach = 25

/** The row at or above the beginning of the densest run that shares most words with it, and is neither short nor long. */
function headlineOf(rows: readonly LineShape[], block: Block, sharedLong: Float64Array): number {
  let best = 0.3
  let found = -1
  for (
    let row = Math.max(0, block.from - headlineReach);
    row < Math.min(rows.length, block.from + 3);
    row++
  ) {
    const line = rows[row]
    if (!line || line.wordCount < 3 || line.wordCount > 30 || line.sentenceEnds > 1 || line.bars > 0) continue
    const like = (sharedLong[row] ?? 0) * Math.log1p(line.wordCount)
    if (like <= best) continue
    best = like
    found = row
  }
  return found
}

function twinsOf(rows: readonly LineShape[]): Pick<PageShape, 'twins' | 'firstTwin' | 'headTwins'> {
  const head = (line: LineShape): string =>
    line.words.length < 2 ? '' : `${line.words[0]} ${line.words[1]}${line.isLabelled ? ':' : ''}`
  const first = new Map<string, number>()
  const keys = new Map<string, number>()
  const heads = new Map<string, number>()
  rows.forEach((line, row) => {
    if (!first.has(line.key)) first.set(line.key, row)
    keys.set(line.key, (keys.get(line.key) ?? 0) + 1)
    heads.set(head(line), (heads.get(head(line)) ?? 0) + 1)
  })
  const others = (count = 1): number => Math.min(65_535, count - 1)
  return {
    twins: Uint16Array.from(rows, (line) => others(keys.get(line.key))),
    firstTwin: Uint32Array.from(rows, (line, row) => first.get(line.key) ?? row),
    headTwins: Uint16Array.from(rows, (line) => (head(line) === '' ? 0 : others(heads.get(head(line))))),
  }
}

/** Less mass than this is no paragraph; more than that is one. */
const thin = 0.15
const full = 0.4

function runsOf(mass: Float64Array): PageShape['runs'] {
  const count = (step: 1 | -1, is: (value: number) => boolean): Uint32Array => {
    const runs = new Uint32Array(mass.length)
    for (let row = step > 0 ? 1 : mass.length - 2; row >= 0 && row < mass.length; row += step)
      runs[row] = is(mass[row - step] ?? 0) ? (runs[row - step] ?? 0) + 1 : 0
    return runs
  }
  return {
    thinBefore: count(1, (value) => value < thin),
    thinAfter: count(-1, (value) => value < thin),
    fullBefore: count(1, (value) => value > full),
    fullAfter: count(-1, (value) => value > full),
  }
}

function sumsOf(page: Omit<PageShape, 'sums'>): Sums {
  const running = (value: (line: LineShape, row: number) => number): Float64Array => {
    const sums = new Float64Array(page.rows.length + 1)
    page.rows.forEach((line, row) => {
      sums[row + 1] = (sums[row] ?? 0) + value(line, row)
    })
    return sums
  }
  return {
    mass: running((_, row) => page.mass[row] ?? 0),
    short: running((line) => (line.wordCount <= 4 ? 1 : 0)),
    length: running((line) => Math.log1p(line.length)),
    terminal: running((line) => (line.endsTerminal ? 1 : 0)),
    repeated: running((_, row) => Math.max(page.repeatedOnSite[row] ?? 0, page.repeatedInCorpus[row] ?? 0)),
    dated: running((line) => (line.hasDate || line.hasTime || line.hasArrow ? 1 : 0)),
    pictured: running((_, row) => Math.min(1, page.imagesBefore[row] ?? 0)),
  }
}

import { CountMinSketch } from './count-min-sketch.ts'
import type { LineHash } from './line-hash.ts'
import { LineTable } from './line-table.ts'

/** Up to where an index counts exactly, and how much it keeps. */
export interface IndexLimits {
  /** Documents counted exactly; those beyond go into the sketch. */
  readonly documents: number
  /** Different lines counted exactly. */
  readonly lines: number
  /** How much text of repeated lines is kept to be listed, in UTF-16 units. */
  readonly text: number
  /** Counters in a row of the sketch, a power of two; it takes no room before it is needed. */
  readonly sketchColumns: number
}

export const defaultLimits: IndexLimits = {
  documents: 100_000,
  lines: 8_000_000,
  text: 16_000_000,
  sketchColumns: 2 ** 22,
}

/** A document as the index knows it. */
interface IndexedDocument {
  readonly site: string
  /** Tells whether the document is still what was counted. */
  readonly stamp: string
  /** The numbers of its lines, ascending, one as often as it stands there; null where they went into the sketch. */
  readonly lines: Uint32Array<ArrayBuffer> | null
}

/** How often each line stands on one site, by the line's number. */
interface SiteCounts {
  readonly site: string
  readonly documents: Uint32Array
  readonly occurrences: Uint32Array
}

/** What a saved index is made of; the counts follow from it. */
export interface IndexSnapshot {
  readonly high: Uint32Array<ArrayBuffer>
  readonly low: Uint32Array<ArrayBuffer>
  /** The lines of all documents, one document after the other. */
  readonly lines: Uint32Array<ArrayBuffer>
  readonly documents: { id: string; site: string; stamp: string; lines: number }[]
  readonly texts: { line: number; text: string }[]
}

/** The lines of a document: their hashes, high and low in turn, and the text of each on demand. */
export interface CountedLines {
  readonly hashes: Uint32Array
  readonly textOf: (index: number) => string
}

/**
 * On how many documents each line of a corpus stands. Exact for the documents within {@link IndexLimits}; what comes
 * beyond is counted in a sketch, whose estimates are added and never too small.
 */
export class RepetitionIndex {
  readonly #limits: IndexLimits
  readonly #table: LineTable
  readonly #documents = new Map<string, IndexedDocument>()
  readonly #siteSizes = new Map<string, number>()
  /** The text of lines that stood on two documents at some time, by the line's number. */
  readonly #texts = new Map<number, string>()
  #textLength = 0
  #sketch: CountMinSketch | null = null
  #siteCounts: SiteCounts | null = null

  constructor(limits: IndexLimits = defaultLimits, room?: number) {
    this.#limits = limits
    this.#table = new LineTable(room)
  }

  /** How many documents it knows. */
  get size(): number {
    return this.#documents.size
  }

  get documents(): Iterable<string> {
    return this.#documents.keys()
  }

  /** The stamp with which the document was counted; null if it is not known. */
  stampOf(document: string): string | null {
    return this.#documents.get(document)?.stamp ?? null
  }

  /** The site with which the document was counted; null if it is not known. */
  siteOf(document: string): string | null {
    return this.#documents.get(document)?.site ?? null
  }

  siteSize(site: string): number {
    return this.#siteSizes.get(site) ?? 0
  }

  /** Whether documents went into the sketch: they cannot be taken out again, only all be counted anew. */
  get sketched(): boolean {
    return this.#sketch !== null
  }

  /** Counts a document, in place of what was counted for it before. */
  set(document: string, site: string, stamp: string, { hashes, textOf }: CountedLines): void {
    this.delete(document)
    this.#siteCounts = null
    this.#siteSizes.set(site, this.siteSize(site) + 1)
    const { documents, lines: mostLines } = this.#limits
    if (this.#documents.size >= documents || this.#table.size + hashes.length / 2 > mostLines) {
      this.#documents.set(document, { site, stamp, lines: null })
      this.#addToSketch(site, hashes)
      return
    }
    const lines = new Uint32Array(hashes.length / 2)
    for (let index = 0; index < lines.length; index++) {
      const line = this.#table.add(hashes[2 * index] ?? 0, hashes[2 * index + 1] ?? 0)
      lines[index] = line
      // It stands on another document already, so that a list shows it from now on.
      if (this.#table.documents(line) === 1 && !this.#texts.has(line)) this.#keepText(line, textOf(index))
    }
    lines.sort()
    this.#table.count(lines, 1)
    this.#documents.set(document, { site, stamp, lines })
  }

  /** Has a document belong to another site. What went into the sketch stays counted on the one before. */
  moveTo(document: string, site: string): void {
    const known = this.#documents.get(document)
    if (!known || known.site === site) return
    this.#siteCounts = null
    this.#siteSizes.set(known.site, this.siteSize(known.site) - 1)
    this.#siteSizes.set(site, this.siteSize(site) + 1)
    this.#documents.set(document, { ...known, site })
  }

  /** Counts a document no longer. What went into the sketch stays counted there. */
  delete(document: string): void {
    const known = this.#documents.get(document)
    if (!known) return
    this.#siteCounts = null
    this.#documents.delete(document)
    this.#siteSizes.set(known.site, this.siteSize(known.site) - 1)
    if (known.lines) this.#table.count(known.lines, -1)
  }

  /** The number of the line with this hash; -1 if the index does not know it by a number. */
  find({ high, low }: LineHash): number {
    return this.#table.find(high, low)
  }

  hash(line: number): LineHash {
    return { high: this.#table.high(line), low: this.#table.low(line) }
  }

  /**
   * On how many documents of the corpus and of `site` a line stands.
   * @param document counted as one with the line even where it is cut otherwise there than the index knows; null: no
   */
  counts(
    hash: LineHash,
    site: string,
    document: string | null,
  ): { documents: number; siteDocuments: number } {
    const line = this.find(hash)
    let documents = line === -1 ? 0 : this.#table.documents(line)
    let siteDocuments = line === -1 ? 0 : (this.#countsOn(site).documents[line] ?? 0)
    const known = document === null ? undefined : this.#documents.get(document)
    const own = known?.lines
    if (this.#sketch) {
      documents += this.#sketch.estimate(hash.high, hash.low)
      const mixed = onSite(hash.high, hash.low, siteMark(site))
      siteDocuments += this.#sketch.estimate(mixed.high, mixed.low)
    }
    if (document !== null && own !== null && (line === -1 || !own || !includes(own, line))) {
      documents++
      siteDocuments++
    }
    return { documents, siteDocuments: Math.min(siteDocuments, documents) }
  }

  /**
   * How many of the lines of a document stand on others too, from 0 to 1; null where they were not counted exactly, or
   * there are none.
   */
  repeatedShare(document: string): number | null {
    const lines = this.#documents.get(document)?.lines
    if (!lines || lines.length === 0) return null
    let repeated = 0
    for (const line of lines) if (this.#table.documents(line) > 1) repeated++
    return repeated / lines.length
  }

  /** The numbers of the lines that stand on two or more documents of the corpus, or of `site`, and whose text is kept. */
  repeated(site: string | null): number[] {
    const counts = site === null ? null : this.#countsOn(site)
    const lines: number[] = []
    for (const line of this.#texts.keys())
      if ((counts ? (counts.documents[line] ?? 0) : this.#table.documents(line)) >= 2) lines.push(line)
    return lines
  }

  /** Of a line by its number: on how many documents and how often it stands in the corpus, or on `site`; and its text. */
  line(line: number, site: string | null): { documents: number; occurrences: number; text: string } {
    const counts = site === null ? null : this.#countsOn(site)
    return {
      documents: counts ? (counts.documents[line] ?? 0) : this.#table.documents(line),
      occurrences: counts ? (counts.occurrences[line] ?? 0) : this.#table.occurrences(line),
      text: this.#texts.get(line) ?? '',
    }
  }

  /** The documents that have one of these lines, as their lines were counted; all that are only in the sketch may. */
  documentsWith(hashes: readonly LineHash[]): string[] {
    const wanted = new Uint8Array(this.#table.size)
    for (const hash of hashes) {
      const line = this.find(hash)
      if (line !== -1) wanted[line] = 1
    }
    const found: string[] = []
    for (const [id, { lines }] of this.#documents) if (lines === null || hasOne(lines, wanted)) found.push(id)
    return found
  }

  /** All that is counted exactly, without lines that stand nowhere any more. */
  snapshot(): IndexSnapshot {
    const numbers = new Uint32Array(this.#table.size)
    let kept = 0
    for (let line = 0; line < numbers.length; line++)
      if (this.#table.documents(line) > 0) numbers[line] = ++kept
    const high = new Uint32Array(kept)
    const low = new Uint32Array(kept)
    for (const [line, number] of numbers.entries())
      if (number > 0) {
        high[number - 1] = this.#table.high(line)
        low[number - 1] = this.#table.low(line)
      }
    const exact = [...this.#documents].flatMap(([id, { site, stamp, lines }]) =>
      lines ? [{ id, site, stamp, lines }] : [],
    )
    const lines = new Uint32Array(exact.reduce((sum, document) => sum + document.lines.length, 0))
    let at = 0
    for (const document of exact) for (const line of document.lines) lines[at++] = (numbers[line] ?? 1) - 1
    return {
      high,
      low,
      lines,
      documents: exact.map((document) => ({ ...document, lines: document.lines.length })),
      texts: [...this.#texts].flatMap(([line, text]) => {
        const number = numbers[line] ?? 0
        return number > 0 && this.#table.documents(line) >= 2 ? [{ line: number - 1, text }] : []
      }),
    }
  }

  /** The index that a snapshot was taken of. @throws RangeError if its parts do not fit each other */
  static from(snapshot: IndexSnapshot, limits: IndexLimits = defaultLimits): RepetitionIndex {
    const { high, low, lines, documents, texts } = snapshot
    const index = new RepetitionIndex(limits, high.length + 1024)
    for (const [line, each] of high.entries())
      if (index.#table.add(each, low[line] ?? 0) !== line) throw new RangeError('a line is there twice')
    let at = 0
    for (const { id, site, stamp, lines: count } of documents) {
      // Not a view, which would keep all of the snapshot in memory.
      const own = lines.slice(at, at + count).sort()
      at += count
      if (own.length < count || (own.at(-1) ?? -1) >= high.length)
        throw new RangeError('a document has lines that are not there')
      index.#table.count(own, 1)
      index.#documents.set(id, { site, stamp, lines: own })
      index.#siteSizes.set(site, index.siteSize(site) + 1)
    }
    for (const { line, text } of texts) index.#keepText(line, text)
    return index
  }

  #keepText(line: number, text: string): void {
    if (this.#textLength + text.length > this.#limits.text) return
    this.#texts.set(line, text)
    this.#textLength += text.length
  }

  #addToSketch(site: string, hashes: Uint32Array): void {
    this.#sketch ??= new CountMinSketch(this.#limits.sketchColumns)
    const mark = siteMark(site)
    const seen = new Set<bigint>()
    for (let at = 0; at < hashes.length; at += 2) {
      const high = hashes[at] ?? 0
      const low = hashes[at + 1] ?? 0
      const whole = (BigInt(high) << 32n) | BigInt(low)
      if (seen.has(whole)) continue
      seen.add(whole)
      this.#sketch.add(high, low)
      const mixed = onSite(high, low, mark)
      this.#sketch.add(mixed.high, mixed.low)
    }
  }

  #countsOn(site: string): SiteCounts {
    if (this.#siteCounts?.site === site) return this.#siteCounts
    const documents = new Uint32Array(this.#table.size)
    const occurrences = new Uint32Array(this.#table.size)
    for (const document of this.#documents.values()) {
      if (document.site !== site || !document.lines) continue
      let last = -1
      for (const line of document.lines) {
        occurrences[line] = (occurrences[line] ?? 0) + 1
        if (line !== last) documents[line] = (documents[line] ?? 0) + 1
        last = line
      }
    }
    this.#siteCounts = { site, documents, occurrences }
    return this.#siteCounts
  }
}

/** A number that stands for a site in the sketch; never 0. */
function siteMark(site: string): number {
  let mark = 0x811c9dc5
  for (let at = 0; at < site.length; at++) mark = Math.imul(mark ^ site.charCodeAt(at), 0x01000193)
  return mark | 1
}

/** The hash by which a line on a site is counted in the sketch. */
const onSite = (high: number, low: number, mark: number): LineHash => ({
  high: Math.imul(high ^ mark, 0x9e3779b1) >>> 0,
  low: Math.imul(low ^ (mark >>> 7), 0x85ebca6b) >>> 0,
})

function hasOne(lines: Uint32Array, wanted: Uint8Array): boolean {
  // Three times as fast as `some`, which shows with millions of lines.
  for (const line of lines) if (wanted[line] === 1) return true
  return false
}

/** Whether `value` is in `ascending`, by halving. */
function includes(ascending: Uint32Array, value: number): boolean {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return ascending[low] === value
}

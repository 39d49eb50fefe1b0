import type { LabelsFile } from '../../core/labels-file.ts'
import { hashLine, type LineHash } from '../../core/repetition/line-hash.ts'
import type { RepetitionIndex } from '../../core/repetition/repetition-index.ts'

/** The segments of one labels file: the hash of each, high and low in turn, and its label as a number; 0: none. */
interface TalliedDocument {
  readonly hashes: Uint32Array
  readonly labels: Uint16Array
}

/** How often a line has each label. */
export type LabelCounts = Map<string, number>

/** Which labels one annotator has given to which lines, document by document. */
export class LabelTally {
  readonly #names: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #documents = new Map<string, TalliedDocument>()

  /** Takes over what the labels file of a document says; null: there is none that can be read. */
  set(document: string, file: LabelsFile | null): void {
    if (!file) {
      this.#documents.delete(document)
      return
    }
    const hashes = new Uint32Array(2 * file.segments.length)
    const labels = new Uint16Array(file.segments.length)
    for (const [at, { text, label }] of file.segments.entries()) {
      const { high, low } = hashLine(text)
      hashes[2 * at] = high
      hashes[2 * at + 1] = low
      labels[at] = label === null ? 0 : this.#numberOf(label)
    }
    this.#documents.set(document, { hashes, labels })
  }

  clear(): void {
    this.#documents.clear()
  }

  /** The labels of the lines that the index lists, by the number of the line; in the corpus, or on `site`. */
  counts(index: RepetitionIndex, site: string | null): Map<number, LabelCounts> {
    const counts = new Map<number, LabelCounts>()
    for (const [document, { hashes, labels }] of this.#documents) {
      if (site !== null && index.siteOf(document) !== site) continue
      for (const [at, label] of labels.entries()) {
        if (label === 0) continue
        const line = index.find({ high: hashes[2 * at] ?? 0, low: hashes[2 * at + 1] ?? 0 })
        if (line === -1) continue
        const name = this.#names[label - 1] ?? ''
        const known = counts.get(line) ?? new Map<string, number>()
        counts.set(line, known.set(name, (known.get(name) ?? 0) + 1))
      }
    }
    return counts
  }

  /** The documents whose segments, as the annotator cut them, have one of these lines. */
  documentsWith(wanted: readonly LineHash[]): string[] {
    const lows = new Map<number, number[]>()
    for (const { high, low } of wanted) lows.set(high, [...(lows.get(high) ?? []), low])
    const found: string[] = []
    for (const [document, { hashes }] of this.#documents) {
      const has = hashes.some(
        (high, at) => at % 2 === 0 && (lows.get(high)?.includes(hashes[at + 1] ?? 0) ?? false),
      )
      if (has) found.push(document)
    }
    return found
  }

  #numberOf(label: string): number {
    const known = this.#numbers.get(label)
    if (known !== undefined) return known
    this.#names.push(label)
    this.#numbers.set(label, this.#names.length)
    return this.#names.length
  }
}

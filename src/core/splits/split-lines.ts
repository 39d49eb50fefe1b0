import { type SplitName, splitNames } from '../datasets/dataset-document.ts'
import { hashLine, type LineHash } from '../repetition/line-hash.ts'
import { LineTable } from '../repetition/line-table.ts'
import type { LineCounts } from './split-report.ts'

/** How many different lines are kept, at some 30 bytes each. */
const defaultRoom = 1_000_000

/**
 * The lines of each split by their hashes, to tell which stand in more than one. Where there are more than there is room
 * for, only those whose hash ends with enough zeros are kept (Gibbons 2001), so that shares stay right.
 */
export class SplitLines {
  readonly #room: number
  #table = new LineTable()
  /** Of each line by its number: a bit for each split that it stands in, and one for each where it is kept. */
  #stands: Uint8Array
  #zeros = 0

  constructor(room = defaultRoom) {
    this.#room = room
    this.#stands = new Uint8Array(room)
  }

  /** @param kept whether a cleaner keeps it there */
  add(line: string, split: SplitName, kept: boolean): void {
    this.#put(hashLine(line), standing(split) | (kept ? keeping(split) : 0))
    while (this.#table.size === this.#room) this.#thinOut()
  }

  /** What share of the different lines was kept. */
  get share(): number {
    return 2 ** -this.#zeros
  }

  counts(): Record<SplitName, LineCounts> {
    const counts = { train: noLines(), validation: noLines(), test: noLines() }
    for (let line = 0; line < this.#table.size; line++) {
      const stands = this.#stands[line] ?? 0
      for (const split of splitNames) {
        if (!(stands & standing(split))) continue
        const repeated = splitNames.some((other) => other !== split && stands & standing(other)) ? 1 : 0
        const kept = stands & keeping(split) ? 1 : 0
        const count = counts[split]
        count.lines++
        count.repeated += repeated
        count.kept += kept
        count.keptRepeated += kept & repeated
      }
    }
    return counts
  }

  #put({ high, low }: LineHash, bits: number): void {
    if (high % 2 ** this.#zeros !== 0) return
    const line = this.#table.add(high, low)
    this.#stands[line] = (this.#stands[line] ?? 0) | bits
  }

  #thinOut(): void {
    const [table, stands] = [this.#table, this.#stands]
    this.#zeros++
    this.#table = new LineTable()
    this.#stands = new Uint8Array(this.#room)
    for (let line = 0; line < table.size; line++)
      this.#put({ high: table.high(line), low: table.low(line) }, stands[line] ?? 0)
  }
}

const standing = (split: SplitName): number => 1 << splitNames.indexOf(split)
const keeping = (split: SplitName): number => standing(split) << splitNames.length

const noLines = () => ({ lines: 0, repeated: 0, kept: 0, keptRepeated: 0 })

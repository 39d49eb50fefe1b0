import { firstAfter, type Gap, type LetterLines } from './letter-lines.ts'
import type { CommonRun } from './longest-chain.ts'

/**
 * Lines that are wholly the same, in the order of the gold text. Of a line that occurs several times, the n-th goes with
 * the n-th; where the dump has more of them, the last ones count before a text that is matched, and the first ones
 * where nothing follows: a title stands right above its article, and the lists of titles are elsewhere.
 */
export function commonLines(dump: LetterLines, gold: LetterLines, gap: Gap): CommonRun[] {
  const inDump = new Map<string, number[]>()
  for (const { start, text } of wholeLines(dump, gap.a0, gap.a1)) {
    const places = inDump.get(text)
    if (places) places.push(start)
    else inDump.set(text, [start])
  }
  const inGold = [...wholeLines(gold, gap.b0, gap.b1)]
  const times = new Map<string, number>()
  for (const { text } of inGold) times.set(text, (times.get(text) ?? 0) + 1)
  const isBeforeMatched = gap.b1 < gold.numbers.length
  const seen = new Map<string, number>()
  const runs: CommonRun[] = []
  for (const { start, length, text } of inGold) {
    const places = inDump.get(text) ?? []
    const nth = seen.get(text) ?? 0
    seen.set(text, nth + 1)
    const skipped = isBeforeMatched ? Math.max(0, places.length - (times.get(text) ?? 0)) : 0
    const a = places[skipped + nth]
    if (a !== undefined) runs.push({ a, b: start, length })
  }
  return runs
}

interface LetterLine {
  readonly start: number
  readonly length: number
  readonly text: string
}

/** The lines that lie in `[from, to)` from beginning to end and have letters. */
function* wholeLines({ numbers, lineStarts }: LetterLines, from: number, to: number): Generator<LetterLine> {
  for (let line = firstAfter(lineStarts, from - 1); line < lineStarts.length; line++) {
    const start = lineStarts[line] ?? 0
    const end = lineStarts[line + 1] ?? numbers.length
    if (end > to) return
    if (end > start) yield { start, length: end - start, text: numbers.subarray(start, end).join() }
  }
}

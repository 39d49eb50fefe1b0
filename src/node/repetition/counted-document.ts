import { longestListedLine } from '../../core/contract-repetition.ts'
import { hashLine } from '../../core/repetition/line-hash.ts'
import type { CountedLines } from '../../core/repetition/repetition-index.ts'
import { type SegmentationRule, segmentBy } from '../../core/segmentation/rules.ts'

/** The lines of `text` by the rule, to be counted. */
export function countedLines(text: string, rule: SegmentationRule): CountedLines {
  const segments = segmentBy(rule, text)
  const hashes = new Uint32Array(2 * segments.length)
  for (const [at, { start, end }] of segments.entries()) {
    const { high, low } = hashLine(text.slice(start, end))
    hashes[2 * at] = high
    hashes[2 * at + 1] = low
  }
  return {
    hashes,
    textOf: (index) => {
      const { start, end } = segments[index] ?? { start: 0, end: 0 }
      const shown = text
        .slice(start, Math.min(end, start + longestListedLine))
        .replace(/[\ud800-\udbff]$/, '')
      // A copy: a slice would keep all of the document's text in memory.
      return Buffer.from(shown).toString()
    },
  }
}

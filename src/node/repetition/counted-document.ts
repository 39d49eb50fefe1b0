import { statSync } from 'node:fs'
import { join } from 'node:path'
import { longestListedLine } from '../../core/contract-repetition.ts'
import { hashLine } from '../../core/repetition/line-hash.ts'
import type { CountedLines } from '../../core/repetition/repetition-index.ts'
import { type SegmentationRule, segmentBy } from '../../core/segmentation/rules.ts'
import { readDumpText } from '../read-dump.ts'

/** Tells whether the document is still what it was; null if it is not there. Keeps the thread waiting. */
export function documentStamp(corpus: string, document: string): string | null {
  const stat = statSync(join(corpus, ...document.split('/')), { throwIfNoEntry: false })
  return stat ? `${stat.size}-${stat.mtimeMs}` : null
}

/** The text of a document. Keeps the thread waiting. @throws WinnowError */
export const documentText = (corpus: string, document: string): string =>
  readDumpText(join(corpus, ...document.split('/')))

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

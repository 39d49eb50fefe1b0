import { imageResidue } from '../image-residue.ts'
import { lines } from '../lines.ts'
import { type Segment, unlabelled } from '../segment.ts'
import { trimmed } from './trimmed.ts'

// Images, linked ones whole, and pipes with white space or an end of the line on both sides; what follows each other
// with nothing but white space between is one piece.
const piece = String.raw`(?:\[${imageResidue}\]\([^)\n]{0,1000}\)|${imageResidue}|(?<!\S)\|(?!\S)|^\||\|$)`
const residue = new RegExp(String.raw`${piece}(?:\s*${piece})*`, 'gu')

/**
 * The segments of {@link segmentByLine}, with image residue and table pipes cut off as segments of their own, so that
 * a teaser or caption that shares a line with them can be labelled apart. Adjacent residue stays together.
 * Offsets in UTF-16 code units.
 */
export function segmentByMarkdownBlock(text: string): Segment[] {
  const segments: Segment[] = []
  const push = (start: number, end: number): void => {
    const run = trimmed(text, start, end)
    if (run) segments.push({ ...run, ...unlabelled })
  }
  for (const line of lines(text)) {
    const run = trimmed(text, line.start, line.end)
    if (!run) continue
    let at = run.start
    for (const match of text.slice(run.start, run.end).matchAll(residue)) {
      const start = run.start + match.index
      push(at, start)
      at = start + match[0].length
      push(start, at)
    }
    push(at, run.end)
  }
  return segments
}

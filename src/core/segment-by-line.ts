import { lines } from './lines.ts'
import { type Segment, unlabelled } from './segment.ts'

/** The name under which labels files record this rule. */
export const lineRule = 'line'

/**
 * One unlabelled segment per line of `text` that is not blank, trimmed of white space at both ends.
 * Offsets in UTF-16 code units.
 */
export function segmentByLine(text: string): Segment[] {
  const segments: Segment[] = []
  for (const line of lines(text)) {
    const content = text.slice(line.start, line.end)
    const start = line.start + content.length - content.trimStart().length
    const end = line.start + content.trimEnd().length
    if (start < end) segments.push({ start, end, ...unlabelled })
  }
  return segments
}

import { lines } from '../lines.ts'
import { type Segment, unlabelled } from '../segment.ts'
import { trimmed } from './trimmed.ts'

/** One unlabelled segment per line of `text` that is not blank, trimmed. Offsets in UTF-16 code units. */
export function segmentByLine(text: string): Segment[] {
  const segments: Segment[] = []
  for (const line of lines(text)) {
    const run = trimmed(text, line.start, line.end)
    if (run) segments.push({ ...run, ...unlabelled })
  }
  return segments
}

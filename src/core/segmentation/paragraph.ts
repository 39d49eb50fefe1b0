import { lines } from '../lines.ts'
import { type Segment, unlabelled } from '../segment.ts'
import { trimmed } from './trimmed.ts'

/** One unlabelled segment per run of lines between blank lines, trimmed. Offsets in UTF-16 code units. */
export function segmentByParagraph(text: string): Segment[] {
  const segments: Segment[] = []
  let open: { start: number; end: number } | null = null
  for (const line of lines(text)) {
    const run = trimmed(text, line.start, line.end)
    if (run && open) open.end = run.end
    else if (run) open = { start: run.start, end: run.end }
    else if (open) {
      segments.push({ ...open, ...unlabelled })
      open = null
    }
  }
  if (open) segments.push({ ...open, ...unlabelled })
  return segments
}

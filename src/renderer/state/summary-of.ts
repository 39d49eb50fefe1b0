import type { Summary } from '../../core/contract.ts'
import type { OpenWork } from './open-work.ts'

/** What the list of documents shows of the open one, whose edits are put on their way to the disk at `now`. */
export function summaryOf({ document, annotation, counts }: OpenWork, now: Date): Summary {
  const segments = annotation.segments.length
  return {
    document,
    status: annotation.status,
    labelled: segments - (counts.get(null) ?? 0),
    segments,
    note: annotation.note !== '',
    saved: now.toISOString(),
    trouble: null,
  }
}

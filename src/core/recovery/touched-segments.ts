import type { Status } from '../annotation.ts'
import type { Edit } from '../edit.ts'
import type { Segment } from '../segment.ts'

/** Those of `segments` whose text some of `edits` cut or labelled. */
export function touchedSegments(segments: readonly Segment[], edits: readonly Edit[]): Segment[] {
  const runs = edits
    .flatMap((edit): { start: number; end: number }[] => {
      if (edit.kind === 'label') return edit.runs
      if (edit.kind !== 'resegment') return []
      return [{ start: edit.before[0]?.start ?? 0, end: edit.before.at(-1)?.end ?? 0 }]
    })
    .sort((a, b) => a.start - b.start)
  const touched: Segment[] = []
  let next = 0
  let reached = 0
  for (const segment of segments) {
    for (let run = runs[next]; run && run.start < segment.end; run = runs[++next])
      reached = Math.max(reached, run.end)
    if (reached > segment.start) touched.push(segment)
  }
  return touched
}

/** The status and the note after `edits`, where they change them. */
export function lastWords(edits: readonly Edit[]): { status?: Status; note?: string } {
  const status = edits.findLast((edit) => edit.kind === 'status')?.after
  const note = edits.findLast((edit) => edit.kind === 'note')?.after
  return { ...(status === undefined ? {} : { status }), ...(note === undefined ? {} : { note }) }
}

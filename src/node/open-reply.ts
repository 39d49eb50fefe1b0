import type { Annotation } from '../core/annotation.ts'
import type { OpenDocument } from '../core/contract.ts'
import { bareMark, sameMark } from '../core/segment.ts'
import type { SegmentationRule } from '../core/segmentation/rules.ts'
import type { Dump } from './read-dump.ts'

/** An opened document as it travels to a window: offsets in one array, marks run by run. */
export function openReply(
  document: string,
  dump: Dump,
  present: { readonly annotation: Annotation; readonly revision: number; readonly rule: SegmentationRule },
): OpenDocument {
  const { annotation, revision, rule } = present
  const bounds: number[] = []
  const marks: OpenDocument['marks'] = []
  for (const segment of annotation.segments) {
    bounds.push(segment.start, segment.end)
    const last = marks.at(-1)
    const mark = bareMark(segment)
    if (last && sameMark(last.mark, mark)) last.count++
    else marks.push({ count: 1, mark })
  }
  return {
    kind: 'open',
    document,
    text: dump.text,
    encoding: dump.encoding,
    bytes: dump.bytes,
    status: annotation.status,
    note: annotation.note,
    revision,
    rule,
    bounds,
    marks,
  }
}

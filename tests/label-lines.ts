import type { Edit } from '../src/core/edit.ts'
import { segmentByLine } from '../src/core/segmentation/line.ts'

/** The edit that gives `count` unlabelled lines of `text`, from line `at` of those that are not blank on, the label. */
export function labelLines(text: string, at: number, count: number, label: string): Edit {
  const lines = segmentByLine(text)
  // Tests also ask for more lines than there are.
  const start = lines[at]?.start ?? text.length
  const end = lines[at + count - 1]?.end ?? text.length + 1
  const before = { label: null, by: null }
  return { kind: 'label', runs: [{ start, end, count, before, after: { label, by: 'human' } }] }
}

import { guessColumns } from '../../core/columns/guess-columns.ts'
import { extensionOf } from './dump-name.ts'
import { completeLines } from './jsonl-head.ts'
import { jsonlLine } from './jsonl-lines.ts'
import { looksLikeText } from './text-recognition.ts'

/** From this size on the head of a file may be cut. */
const headSize = 65_536

/** The beginning of a record in a line that is longer than what is looked at. */
const objectBegins = /^\ufeff?\s*\{\s*"(?:[^"\\]|\\.){0,200}"\s*:/

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether a file holds JSON lines. A `.jsonl` or `.ndjson` file does if it is text at all, so that its broken lines are
 * named; any other, if all of its first lines are records and they have text.
 */
export function looksLikeJsonl(name: string, head: Uint8Array): boolean {
  if (['jsonl', 'ndjson'].includes(extensionOf(name))) return looksLikeText(head)
  const lines = completeLines(head, head.length < headSize)
  const [first] = lines
  if (!first) return false
  if (lines.length === 1 && head.length >= headSize) return objectBegins.test(new TextDecoder().decode(first))
  const read = lines.map((line) => jsonlLine(line, 'utf-8')).filter(({ kind }) => kind !== 'blank')
  const records = read.flatMap((line) => (line.kind === 'value' && isRecord(line.value) ? [line.value] : []))
  const { text, html } = guessColumns(records)
  return records.length > 0 && records.length === read.length && (text !== undefined || html !== undefined)
}

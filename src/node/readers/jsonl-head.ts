import type { Encoding } from '../../core/encoding.ts'
import type { Content } from './content/content.ts'
import { jsonlLine, longestJsonlLine } from './jsonl-lines.ts'

const mostValues = 20
const firstLook = 262_144

/** The values of the first lines of a file that are JSON: up to twenty, of what lies in its first 256 KB. */
export async function firstValues(content: Content, encoding: Encoding): Promise<unknown[]> {
  let head = await content.read(0, firstLook)
  if (head.length === firstLook && !head.includes(0x0a)) head = await content.read(0, longestJsonlLine)
  return completeLines(head, head.length < firstLook)
    .map((line) => jsonlLine(line, encoding))
    .flatMap((line) => (line.kind === 'value' ? [line.value] : []))
    .slice(0, mostValues)
}

/** The lines of `head`; the last one only if the file ends there or it is the only one. */
export function completeLines(head: Uint8Array, isWhole: boolean): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  for (let end = head.indexOf(0x0a); end !== -1; end = head.indexOf(0x0a, from)) {
    lines.push(head.subarray(from, end))
    from = end + 1
  }
  if (from < head.length && (isWhole || lines.length === 0)) lines.push(head.subarray(from))
  return lines
}

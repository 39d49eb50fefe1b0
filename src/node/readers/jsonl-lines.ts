import type { Encoding } from '../../core/encoding.ts'
import { say } from '../../core/sentences/say.ts'
import { decodeAs } from './decode.ts'

/** What a line of a JSONL file holds: a value, nothing, or the sentence that says why it cannot be read. */
export type JsonlLine =
  | { readonly kind: 'value'; readonly value: unknown; readonly undecodable: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unusable'; readonly reason: string }

/** Longer lines are left out, in bytes. */
export const longestJsonlLine = 64 * 1024 * 1024

const longestMessage = 120

/** Reads a line; `bytes` are null where it is too long. */
export function jsonlLine(bytes: Uint8Array | null, encoding: Encoding): JsonlLine {
  if (bytes === null)
    return { kind: 'unusable', reason: say`It is longer than ${longestJsonlLine / 1024 / 1024} MB.` }
  const { text, undecodable } = decodeAs(bytes, encoding)
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  if (json.trim() === '') return { kind: 'blank' }
  try {
    return { kind: 'value', value: JSON.parse(json), undecodable }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'unusable', reason: say`It is not JSON: ${message.slice(0, longestMessage)}` }
  }
}

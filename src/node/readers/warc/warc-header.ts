import type { OwnFacts } from '../reader.ts'
import { NamedFields } from './named-fields.ts'

/** What stands before the block of a WARC record (ISO 28500). */
export interface WarcHeader {
  readonly type: string
  /** How long the block is, in bytes. */
  readonly blockLength: number
  readonly fields: NamedFields
}

/** How every record begins; the digits of the version follow. */
export const warcMark = Buffer.from('WARC/')

export const longestWarcHeader = 65_536

/** Where the header ends that `bytes` begin with, counted from its beginning, or -1. */
export function warcHeaderEnd(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longestWarcHeader))
  const end = head.indexOf('\r\n\r\n')
  const plainEnd = head.indexOf('\n\n')
  if (end === -1) return plainEnd === -1 ? -1 : plainEnd + 2
  return plainEnd === -1 || end < plainEnd ? end + 4 : plainEnd + 2
}

/** The header in `bytes`, or null if it does not say how long its record is. */
export function warcHeader(bytes: Uint8Array): WarcHeader | null {
  const text = Buffer.from(bytes).toString('utf8')
  const fields = new NamedFields(text.slice(text.indexOf('\n') + 1))
  const length = fields.get('Content-Length')
  if (length === undefined || !/^\d{1,15}$/.test(length)) return null
  return { type: (fields.get('WARC-Type') ?? '').toLowerCase(), blockLength: Number(length), fields }
}

const withoutBrackets = (value: string): string => value.replace(/^<(.*)>$/, '$1')

/** What a record says of itself in its header. */
export function warcFacts({ fields }: WarcHeader): OwnFacts {
  const id = fields.get('WARC-Record-ID')
  const url = fields.get('WARC-Target-URI')
  const [language] = (fields.get('WARC-Identified-Content-Language') ?? '').split(/[,\s]+/)
  const date = fields.get('WARC-Date')
  return {
    ...(id && { id: withoutBrackets(id) }),
    ...(url && { url: withoutBrackets(url) }),
    ...(language && { language }),
    ...(date && { date }),
  }
}

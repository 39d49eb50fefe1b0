import { NamedFields } from './named-fields.ts'

/** What a server replied, before its body. */
export interface HttpHead {
  /** How long it is, in bytes. */
  readonly length: number
  /** 200 where no status is told. */
  readonly status: number
  readonly fields: NamedFields
}

/** The head of the reply in `block`, or an empty one where there is only a body. */
export function httpHead(block: Uint8Array): HttpHead {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  const status = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})/.exec(bytes.toString('latin1', 0, 20))
  if (!status) return { length: 0, status: 200, fields: new NamedFields('') }
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  const lengths = [4, 2].flatMap((length, index) => {
    const end = ends[index] ?? -1
    return end === -1 ? [] : [end + length]
  })
  const length = Math.min(bytes.length, ...lengths)
  const text = bytes.toString('latin1', 0, length)
  return { length, status: Number(status[1]), fields: new NamedFields(text.slice(text.indexOf('\n') + 1)) }
}

/** The type of what is replied, without its parameters and in lower case; '' if it is not told. */
export const mediaType = (fields: NamedFields): string =>
  (fields.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/**
 * A body in chunks (RFC 9112) put together, as far as it is whole, or null if it is not in chunks: crawlers often put
 * it together themselves and leave the field as it was.
 */
export function joinedChunks(body: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf(0x0a, at)
    const size =
      lineEnd === -1
        ? null
        : /^([\da-f]{1,8})[ \t]*(;[^\n]*)?\r?$/i.exec(bytes.toString('latin1', at, lineEnd))
    if (!size) return parts.length > 0 ? Buffer.concat(parts) : null
    const length = Number.parseInt(size[1] ?? '', 16)
    if (length === 0) return Buffer.concat(parts)
    const from = lineEnd + 1
    parts.push(bytes.subarray(from, from + length))
    at = from + length
    if (bytes[at] === 0x0d) at++
    if (bytes[at] === 0x0a) at++
  }
}

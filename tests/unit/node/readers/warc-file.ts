import { gzipSync } from 'node:zlib'

/** A record to write; fields beyond those that every record has. */
export interface WrittenRecord {
  readonly type: string
  readonly block: Uint8Array | string
  readonly fields?: Readonly<Record<string, string>>
  /** What it says of its length where that is wrong. */
  readonly length?: number
}

/** One record of a WARC file with what ends it. */
export function warcRecord({ type, block, fields = {}, length }: WrittenRecord, number = 1): Buffer {
  const bytes = Buffer.from(block)
  const all = {
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:uuid:${number}>`,
    'WARC-Date': '2026-01-08T15:59:00Z',
    'Content-Length': String(length ?? bytes.length),
    ...fields,
  }
  const header = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${header.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

/** A WARC file, as it is or with each record a gzip member, as crawlers write it. */
export const warcFile = (records: readonly WrittenRecord[], isCompressed = false): Buffer =>
  Buffer.concat(
    records.map((record, index) => {
      const bytes = warcRecord(record, index + 1)
      return isCompressed ? gzipSync(bytes) : bytes
    }),
  )

/** A page of a WET file. */
export const converted = (text: string, fields: Record<string, string> = {}): WrittenRecord => ({
  type: 'conversion',
  block: text,
  fields: { 'WARC-Target-URI': 'https://a.example/', 'Content-Type': 'text/plain', ...fields },
})

/** A server's reply. */
export function reply(head: string, body: Uint8Array | string): WrittenRecord {
  return {
    type: 'response',
    block: Buffer.concat([
      Buffer.from(`${head.replaceAll('\n', '\r\n')}\r\n\r\n`, 'latin1'),
      Buffer.from(body),
    ]),
    fields: {
      'WARC-Target-URI': '<https://a.example/page>',
      'Content-Type': 'application/http; msgtype=response',
    },
  }
}

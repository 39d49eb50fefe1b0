import { createHash } from 'node:crypto'
import { charsetOf } from '../../../core/html/declared-charset.ts'
import { say } from '../../../core/sentences/say.ts'
import { decodeText } from '../decode.ts'
import { htmlPage } from '../html-page.ts'
import { beginsAsHtml } from '../html-recognition.ts'
import { longestMetadata, type ReaderSettings, type ReadRecord } from '../reader.ts'
import { decodedBody } from './decoded-body.ts'
import { httpHead, mediaType } from './http-reply.ts'
import { type WarcHeader, warcFacts } from './warc-header.ts'

const htmlTypes = ['text/html', 'application/xhtml+xml']

/** What a record is: a document, or why it is none, in a few words that many records share. */
export type RecordKind = 'html' | 'text' | { readonly leftOut: string }

/** What the record is that begins so. Replies that are pages or plain text are documents, and what was converted to text. */
export function recordKind(header: WarcHeader, blockHead: Uint8Array): RecordKind {
  if (header.blockLength === 0) return { leftOut: say`empty` }
  if (header.type === 'conversion') return kindOfType(mediaType(header.fields), blockHead)
  if (header.type !== 'response') return { leftOut: header.type || say`without a type` }
  const { length, status, fields } = httpHead(blockHead)
  if (status < 200 || status > 299) return { leftOut: say`response with status ${status}` }
  return kindOfType(mediaType(fields), blockHead.subarray(length))
}

function kindOfType(type: string, body: Uint8Array): RecordKind {
  if (body.length === 0) return { leftOut: say`empty` }
  if (htmlTypes.includes(type)) return 'html'
  if (type === 'text/plain') return 'text'
  if (type === '' && beginsAsHtml(body)) return 'html'
  return { leftOut: type === '' ? say`response of type unknown` : say`response of type ${type}` }
}

/** The document in `block`. @throws UnreadableBody */
export async function warcDocument(
  header: WarcHeader,
  block: Uint8Array,
  kind: 'html' | 'text',
  { encoding }: Pick<ReaderSettings, 'encoding'>,
): Promise<ReadRecord> {
  const isReply = header.type === 'response'
  const head = httpHead(isReply ? block : new Uint8Array(0))
  const body = isReply ? await decodedBody(head, block.subarray(head.length)) : block
  const declared = charsetOf((isReply ? head.fields : header.fields).get('Content-Type') ?? '')
  const hints = { chosen: encoding, declared: declared ?? (isReply ? null : 'utf-8') }
  const page = kind === 'html' ? await htmlPage(body, hints) : textPage(body, hints)
  const status = isReply && head.length > 0 ? { 'HTTP status': head.status } : {}
  const fields = header.fields.all.map(({ name, value }) => [name, value.slice(0, longestMetadata)])
  return {
    ...page,
    facts: { ...page.facts, ...warcFacts(header) },
    metadata: { ...Object.fromEntries(fields), ...status, ...page.metadata },
  }
}

function textPage(bytes: Uint8Array, hints: Parameters<typeof decodeText>[1]): ReadRecord {
  return {
    ...decodeText(bytes, hints),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    conversion: null,
    facts: {},
    metadata: {},
  }
}

import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { type Encoding, encodingNamed } from '../../core/encoding.ts'
import { byteOrderMark } from './byte-order-mark.ts'
import { detectEncoding } from './detect-encoding.ts'

/** A text as it was decoded. */
export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  /** How many characters could not be decoded and are U+FFFD in `text`. */
  readonly undecodable: number
}

/** What is known of a text's encoding before looking at its bytes. */
export interface EncodingHints {
  /** What the user chose for the corpus. */
  readonly chosen?: Encoding | undefined
  /** What the page or its server says, as it is written there. */
  readonly declared?: string | null | undefined
}

/**
 * Decodes a text. What decides, in this order: a byte order mark, the user's choice, what is declared if all can be
 * decoded so, UTF-8 if all or nearly all is, detection.
 */
export function decodeText(bytes: Uint8Array, { chosen, declared }: EncodingHints = {}): DecodedText {
  const mark = byteOrderMark(bytes)
  if (mark) return decodeAs(bytes, mark.encoding)
  if (chosen) return decodeAs(bytes, unmarked(chosen))
  const named = declared ? encodingNamed(declared) : null
  const asDeclared = named && decodeAs(bytes, unmarked(named))
  if (asDeclared?.undecodable === 0) return asDeclared
  if (isUtf8(bytes) && !shiftsByEscapes(bytes) && !bytes.includes(0)) return decodeAs(bytes, 'utf-8')
  const detected = detectEncoding(bytes)
  const asUtf8 = decodeAs(bytes, 'utf-8')
  if (detected === null || isNearlyUtf8(asUtf8)) return asDeclared ?? asUtf8
  const asDetected = decodeAs(bytes, unmarked(detected))
  return asDeclared && asDeclared.undecodable <= asDetected.undecodable ? asDeclared : asDetected
}

/** ISO-2022-JP is ASCII with sequences that begin with Escape. */
const shiftsByEscapes = (bytes: Uint8Array): boolean => {
  const at = bytes.indexOf(0x1b)
  return at !== -1 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28)
}

/** Where a page in UTF-8 was cut within a character, or holds a few foreign bytes, it is still UTF-8. */
function isNearlyUtf8({ text, undecodable }: DecodedText): boolean {
  let others = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) others++
  return (others - undecodable) / 10 > undecodable
}

/** Names that tell of a byte order mark, for bytes without one. */
function unmarked(encoding: Encoding): Encoding {
  if (encoding === 'utf-8-sig') return 'utf-8'
  if (encoding === 'utf-16') return 'utf-16-le'
  return encoding === 'utf-32' ? 'utf-32-le' : encoding
}

/** How U+FFFD itself is written, in the encodings that can: it is then no sign that something was undecodable. */
const replacementWritten: Partial<Record<Encoding, Buffer>> = {
  'utf-8': Buffer.from([0xef, 0xbf, 0xbd]),
  'utf-16-le': Buffer.from([0xfd, 0xff]),
  'utf-16-be': Buffer.from([0xff, 0xfd]),
  'utf-32-le': Buffer.from([0xfd, 0xff, 0, 0]),
  'utf-32-be': Buffer.from([0, 0, 0xff, 0xfd]),
  gb18030: Buffer.from([0x84, 0x31, 0xa4, 0x37]),
}

/** The encodings that Node decodes by itself. Made once: a decoder that is not streaming keeps nothing. */
const byNode: Partial<Record<Encoding, InstanceType<typeof TextDecoder>>> = {
  'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
  'utf-16-le': new TextDecoder('utf-16le', { ignoreBOM: true }),
  'utf-16-be': new TextDecoder('utf-16be', { ignoreBOM: true }),
  iso2022_jp: new TextDecoder('iso-2022-jp'),
}

const iconvNames: Partial<Record<Encoding, string>> = {
  'utf-32-le': 'utf32le',
  'utf-32-be': 'utf32be',
  euc_jp: 'euc-jp',
  cp874: 'windows-874',
  big5hkscs: 'big5-hkscs',
}

/** Decodes all of `bytes`; a byte order mark is left out only if `encoding` tells of one. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const mark = byteOrderMark(bytes)
  const skip = mark?.encoding === encoding ? mark.length : 0
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + skip, bytes.byteLength - skip)
  const plain = encoding.startsWith('utf-') ? inItsOrder(encoding, bytes) : encoding
  const text =
    byNode[plain]?.decode(body) ?? iconv.decode(body, iconvNames[plain] ?? plain, { stripBOM: false })
  return { text, encoding, undecodable: Math.max(0, replacements(text) - written(body, plain)) }
}

/** UTF-16 and UTF-32 with a byte order mark have the order that it tells. */
function inItsOrder(encoding: Encoding, bytes: Uint8Array): Encoding {
  if (encoding === 'utf-8-sig') return 'utf-8'
  if (encoding === 'utf-16') return bytes[0] === 0xfe ? 'utf-16-be' : 'utf-16-le'
  if (encoding === 'utf-32') return bytes[0] === 0 ? 'utf-32-be' : 'utf-32-le'
  return encoding
}

function replacements(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}

/** How often U+FFFD itself stands in `body`, only where a character can begin. */
function written(body: Buffer, encoding: Encoding): number {
  const sequence = replacementWritten[encoding]
  if (!sequence) return 0
  const step = encoding.startsWith('utf-16') ? 2 : encoding.startsWith('utf-32') ? 4 : 1
  let count = 0
  for (let at = body.indexOf(sequence); at !== -1; at = body.indexOf(sequence, at + 1))
    if (at % step === 0) count++
  return count
}

import { chardet } from 'jschardet'
import { type Encoding, encodingNamed } from '../../core/encoding.ts'

/** How much of a text is looked at, in bytes; more makes no guess better and takes time. */
const looked = 65_536

/** The likeliest encoding of a text that is not UTF-8, or null if `bytes` look like none. */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, looked)
  if (isBrokenAscii(head)) return null
  const { encoding } = chardet.detect(head, { encodingEra: chardet.EncodingEra.MODERN_WEB })
  return encoding === null ? utf16Order(head) : encodingNamed(encoding)
}

/** What no text holds: control characters, halves of pairs, and what stands for no character. */
const noText = /[\p{Cn}\p{Co}\p{Cs}\ufffd]|(?![\t\n\f\r])\p{Cc}/u

/**
 * The order of bytes in which they are UTF-16 and nothing but characters, or null if there is none or if both are. The
 * detector takes UTF-16 for binary where it has few spaces, as Chinese and Japanese have.
 */
function utf16Order(bytes: Uint8Array): Encoding | null {
  const whole = bytes.subarray(0, bytes.length & ~1)
  const fits = (['utf-16le', 'utf-16be'] as const).filter(
    (name) => !noText.test(new TextDecoder(name).decode(whole, { stream: true })),
  )
  if (fits.length !== 1 || bytes.length % 2 !== 0) return null
  return fits[0] === 'utf-16le' ? 'utf-16-le' : 'utf-16-be'
}

/** Printable ASCII with a few NUL bytes would be Chinese as UTF-16; every other byte of a Latin one is NUL. */
function isBrokenAscii(bytes: Uint8Array): boolean {
  let zeros = 0
  for (const byte of bytes) {
    if (byte === 0) zeros++
    else if ((byte < 0x20 || byte > 0x7e) && !(byte >= 0x09 && byte <= 0x0d)) return false
  }
  return zeros > 0 && zeros < bytes.length * 0.4
}

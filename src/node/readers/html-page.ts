import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { charsetSearchLength, declaredCharset } from '../../core/html/declared-charset.ts'
import { type HtmlPage, htmlLinesInSteps, htmlLinesVersion } from '../../core/html/html-lines.ts'
import { decodeText, type EncodingHints } from './decode.ts'
import { longestMetadata, type OwnFacts, type ReadRecord } from './reader.ts'

/**
 * The document that a page in HTML becomes. `declared` is what its server says of its encoding, which goes before what
 * the page says. Lets others work in between while a long page is converted.
 */
export async function htmlPage(bytes: Uint8Array, { chosen, declared }: EncodingHints): Promise<ReadRecord> {
  const hints = { chosen, declared: declared ?? charsetInPage(bytes) }
  const { text: source, encoding, undecodable } = decodeText(bytes, hints)
  const { text, lines, facts } = await convertedInSteps(source)
  const { title, ...own } = facts
  return {
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    encoding,
    undecodable,
    conversion: {
      name: 'html-lines',
      version: htmlLinesVersion,
      sourceSha256: createHash('sha256').update(source).digest('hex'),
      source,
      lines,
    },
    facts: own satisfies OwnFacts,
    metadata: title === undefined ? {} : { title: title.slice(0, longestMetadata) },
  }
}

async function convertedInSteps(source: string): Promise<HtmlPage> {
  const steps = htmlLinesInSteps(source)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await setImmediate()
  }
}

/** What the page itself says of its encoding. That could be read here, so it is none of two bytes a letter. */
function charsetInPage(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, charsetSearchLength))
  const declared = declaredCharset(head.toString('latin1'))
  return declared !== null && /^utf-?(16|32)/i.test(declared) ? 'utf-8' : declared
}

import { say } from '../sentences/say.ts'
import type { DatasetDocument } from './dataset-document.ts'
import type { DatasetFile, DatasetFormat, FormatContext } from './dataset-format.ts'
import { isTrouble, type ReadDocument } from './read-document.ts'
import { unitSlices } from './unit-slices.ts'

/**
 * Reads back what a document became in a format and compares it, span by span, sliced in the unit that the file
 * declares. Formats that nothing reads are not compared.
 * @param pieces what `format.pieces` made of the document
 * @throws RangeError naming the first difference
 */
export async function verifyDocument(
  format: DatasetFormat,
  document: DatasetDocument,
  pieces: readonly DatasetFile[],
  context: FormatContext,
): Promise<void> {
  const { read } = format
  if (!read) return
  const found: ReadDocument[] = []
  const { before = '', after = '' } = format.frame?.(context) ?? {}
  for (const { path, text } of pieces) {
    const whole = format.layout === 'file' ? before + text + after : text
    for await (const one of read(onePiece(whole), path)) {
      if (isTrouble(one)) throw new RangeError(say`it is not read back: ${one.reason}`)
      found.push(one)
    }
  }
  const [first, ...others] = found
  if (!first || others.length > 0) throw new RangeError(say`${found.length} documents are read back, not one`)
  if (format.carries) compareTexts(document, first, format.carries(document, context))
  else compareSpans(document, first, format.carriesUnlabelled ?? false)
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield text
}

type Carried = readonly { readonly text: string; readonly label: string | null }[]

function compareSpans(document: DatasetDocument, read: ReadDocument, carriesUnlabelled: boolean): void {
  const { text } = document
  if (read.text !== null && read.text !== text) throw new RangeError(say`its text is read back differently`)
  const segments = document.segments.filter(({ label }) => label !== null || carriesUnlabelled)
  const spans = read.spans ?? []
  if (spans.length !== segments.length)
    throw new RangeError(say`${spans.length} segments are read back, not ${segments.length}`)
  const slice = unitSlices(text, read.unit)
  for (const [index, segment] of segments.entries()) {
    const span = spans[index]
    const expected = text.slice(segment.start, segment.end)
    const isSame =
      span?.label === segment.label &&
      slice(span.start, span.end) === expected &&
      (span.text === null || span.text === expected)
    if (!isSame)
      throw new RangeError(say`segment ${index + 1} does not slice to its own text in ${read.unit} offsets`)
  }
}

function compareTexts({ text }: DatasetDocument, read: ReadDocument, carried: Carried): void {
  const found = read.lines ?? slicesOf(text, read)
  if (found.length !== carried.length)
    throw new RangeError(say`${found.length} segments are read back, not ${carried.length}`)
  for (const [index, expected] of carried.entries()) {
    const one = found[index]
    if (one?.text !== expected.text || one.label !== expected.label)
      throw new RangeError(say`segment ${index + 1} is read back differently`)
  }
}

function slicesOf(text: string, { spans, unit }: ReadDocument): Carried {
  const slice = unitSlices(text, unit)
  return (spans ?? []).map(({ start, end, label }) => ({ text: slice(start, end) ?? '', label }))
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DatasetDocument } from '../../../../src/core/datasets/dataset-document.ts'
import { datasetFormats } from '../../../../src/core/datasets/formats.ts'
import { jsonlFormat } from '../../../../src/core/datasets/jsonl/jsonl-format.ts'
import { verifyDocument } from '../../../../src/core/datasets/verify-document.ts'
import { anyContext, anyDatasetDocument, datasetDocument } from './any-dataset-document.ts'

/** Null where the format says that it cannot write the document. */
function piecesOf(
  format: (typeof datasetFormats)[number],
  document: DatasetDocument,
  context: typeof anyContext,
) {
  try {
    return format.pieces(document, context)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const withUnits = datasetFormats.flatMap((format) =>
  (format.units.length === 0 ? (['codepoint'] as const) : format.units).map(
    (unit) => [format.name, unit, format] as const,
  ),
)

describe.each(withUnits)('%s with %s offsets', (_, unit, format) => {
  it('is found right on any document that it writes', async () => {
    await fc.assert(
      fc.asyncProperty(anyDatasetDocument, async (document) => {
        const context = { ...anyContext, unit }
        const pieces = piecesOf(format, document, context)
        if (pieces) await verifyDocument(format, document, pieces, context)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a document that was not written as it is', () => {
  const document = datasetDocument('a.txt', '🏮 Đèn\nđược thả', [
    { start: 0, end: 6, label: 'title', by: 'human' },
    { start: 7, end: 15, label: 'body', by: 'human' },
  ])
  const [piece] = jsonlFormat.pieces(document, anyContext)
  const verify = (text: string) => verifyDocument(jsonlFormat, document, [{ path: '', text }], anyContext)

  it.each([
    ['another offset', (text: string) => text.replace('"start":6', '"start":5'), /segment 2/],
    ['another unit', (text: string) => text.replace('codepoint', 'utf16'), /segment 1/],
    ['another label', (text: string) => text.replace('"label":"body"', '"label":"title"'), /segment 2/],
    ['another text', (text: string) => text.replace('được thả"', 'được"'), /text/],
    ['another document too', (text: string) => text + text, /2 documents/],
    ['no document', () => '', /0 documents/],
    ['half a line', (text: string) => text.slice(0, 20), /not read back/],
  ])('is noticed: %s', async (_, change, message) => {
    await expect(verify(piece?.text ?? '')).resolves.toBeUndefined()
    const changed = change(piece?.text ?? '')
    expect(changed).not.toBe(piece?.text)
    await expect(verify(changed)).rejects.toThrow(message)
  })
})

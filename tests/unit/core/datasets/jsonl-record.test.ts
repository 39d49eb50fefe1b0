import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jsonlFormat } from '../../../../src/core/datasets/jsonl/jsonl-format.ts'
import { jsonlRecord, jsonlRecordSchema } from '../../../../src/core/datasets/jsonl/jsonl-record.ts'
import { offsetUnits, type StoredUnit } from '../../../../src/core/offsets.ts'
import { anyContext, anyDatasetDocument, datasetDocument } from './any-dataset-document.ts'
import { anyFullDocument } from './any-full-document.ts'

/** Slices as a language whose strings count in `unit` does. */
const slice: Record<StoredUnit, (text: string, start: number, end: number) => string> = {
  codepoint: (text, start, end) => Array.from(text).slice(start, end).join(''),
  utf16: (text, start, end) => text.slice(start, end),
  byte: (text, start, end) => Buffer.from(text).subarray(start, end).toString(),
}

describe.each(offsetUnits)('a record with %s offsets', (unit) => {
  it('slices to the text beside each span, after a trip through JSON', () => {
    fc.assert(
      fc.property(anyDatasetDocument, (document) => {
        const record = jsonlRecord(document, unit)
        const line = JSON.stringify(record)
        expect(line).not.toMatch(/[\r\n]/)
        expect(JSON.parse(line)).toEqual(record)
        const { id, text, status, annotator, sha256 } = document
        expect(record).toMatchObject({ id, text, status, annotator, sha256, offsets: unit })
        expect(record.segments.length).toBe(document.segments.length)
        for (const [index, span] of record.segments.entries()) {
          const { start, end, label, by, from } = document.segments[index] ?? {}
          expect(slice[unit](record.text, span.start, span.end)).toBe(span.text)
          expect(span).toMatchObject({ text: text.slice(start, end), label, by })
          expect(span.from).toBe(from)
        }
      }),
    )
  })
})

it('fits the schema that goes beside it, whatever is known of the document', () => {
  const [companion] = jsonlFormat.companions?.(anyContext) ?? []
  const schema = z.fromJSONSchema(JSON.parse(companion?.text ?? ''))
  fc.assert(
    fc.property(anyFullDocument, fc.constantFrom('train', null), (document, split) => {
      const record = JSON.parse(JSON.stringify(jsonlRecord({ ...document, split }, 'codepoint')))
      expect(jsonlRecordSchema.parse(record)).toEqual(record)
      expect(schema.safeParse(record).success).toBe(true)
      expect(schema.safeParse({ ...record, offsets: 'line' }).success).toBe(false)
    }),
  )
})

it('refuses a span that starts inside a character', () => {
  const segments = [{ start: 1, end: 2, label: null, by: null }]
  expect(() => jsonlRecord(datasetDocument('a', '🏮', segments), 'codepoint')).toThrow(RangeError)
})

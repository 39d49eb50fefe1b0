import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonlRecord } from '../../../../src/core/export/jsonl-record.ts'
import { offsetUnits, type StoredUnit } from '../../../../src/core/offsets.ts'
import { anyAnnotatedText } from '../any-annotation.ts'

const facts = { annotator: 'Lụa', sha256: '0'.repeat(64) }

/** Slices as a language whose strings count in `unit` does. */
const slice: Record<StoredUnit, (text: string, start: number, end: number) => string> = {
  codepoint: (text, start, end) => Array.from(text).slice(start, end).join(''),
  utf16: (text, start, end) => text.slice(start, end),
  byte: (text, start, end) => Buffer.from(text).subarray(start, end).toString(),
}

describe.each(offsetUnits)('a record with %s offsets', (unit) => {
  it('slices to the text beside each span, after a trip through JSON', () => {
    fc.assert(
      fc.property(anyAnnotatedText, ({ text, annotation }) => {
        const record = jsonlRecord('a/b.txt', text, annotation, unit, facts)
        const line = JSON.stringify(record)
        expect(line).not.toMatch(/[\r\n]/)
        expect(JSON.parse(line)).toEqual(record)
        expect(record).toMatchObject({
          id: 'a/b.txt',
          text,
          offsets: unit,
          status: annotation.status,
          ...facts,
        })
        expect(record.segments.length).toBe(annotation.segments.length)
        for (const [index, span] of record.segments.entries()) {
          const { start, end, label, by, from } = annotation.segments[index] ?? {}
          expect(slice[unit](record.text, span.start, span.end)).toBe(span.text)
          expect(span).toMatchObject({ text: text.slice(start, end), label, by })
          expect(span.from).toBe(from)
        }
      }),
    )
  })
})

it('refuses a span that starts inside a character', () => {
  const annotation = {
    segments: [{ start: 1, end: 2, label: null, by: null }],
    status: 'new' as const,
    note: '',
  }
  expect(() => jsonlRecord('a', '🏮', annotation, 'codepoint', facts)).toThrow(RangeError)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, tsv } from '../../../../src/core/datasets/csv/csv-format.ts'
import type { DatasetDocument } from '../../../../src/core/datasets/dataset-document.ts'
import type { DatasetFormat, FormatContext } from '../../../../src/core/datasets/dataset-format.ts'
import { doccano } from '../../../../src/core/datasets/doccano/doccano-format.ts'
import { labelStudio } from '../../../../src/core/datasets/label-studio/label-studio-format.ts'
import { prodigy } from '../../../../src/core/datasets/prodigy/prodigy-format.ts'
import { spacy } from '../../../../src/core/datasets/spacy/spacy-format.ts'
import type { OffsetUnit } from '../../../../src/core/offsets.ts'
import type { Mark } from '../../../../src/core/segment.ts'
import { anyFullDocument, anyFullDocuments, fullContext } from './any-full-document.ts'
import { readBack } from './read-back.ts'

const clusters = (text: string): string[] =>
  Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)

/** Slices as a program that counts in the unit does. */
const slice: Record<OffsetUnit, (text: string, start: number, end: number) => string> = {
  codepoint: (text, start, end) => Array.from(text).slice(start, end).join(''),
  utf16: (text, start, end) => text.slice(start, end),
  byte: (text, start, end) => Buffer.from(text).subarray(start, end).toString(),
  grapheme: (text, start, end) => clusters(text).slice(start, end).join(''),
}

/** True if every segment begins and ends between what a person takes for characters. */
function standsBetweenClusters({ text, segments }: DatasetDocument): boolean {
  let at = 0
  const bounds = new Set([0, ...clusters(text).map((cluster) => (at += cluster.length))])
  return segments.every(({ start, end, label }) => label === null || (bounds.has(start) && bounds.has(end)))
}

const isTable = (format: DatasetFormat): boolean => format.name === 'csv' || format.name === 'tsv'

/** How the label of a segment came to be, as far as the format can say. */
function carriedOrigin(format: DatasetFormat, { by, from }: Mark): object {
  if (isTable(format) || format.name === 'prodigy') return { by: by ?? undefined, from }
  if (format.name === 'label-studio') return { by: by === 'human' ? undefined : by, from }
  return { by: undefined, from: undefined }
}

const choices: Record<string, FormatContext['options']> = {
  'by default': fullContext.options,
  'with other options': {
    ...fullContext.options,
    byteOrderMark: true,
    defuseFormulas: false,
    doccanoForm: 'entities',
  },
}

describe.each(Object.entries(choices))('%s', (_, options) => {
  for (const format of [csv, tsv, labelStudio, doccano, prodigy, spacy])
    it.each(format.units)(`${format.name} reads what it wrote, in %s`, async (unit) => {
      const context = { ...fullContext, unit, options }
      await fc.assert(
        fc.asyncProperty(anyFullDocuments, async (given) => {
          const documents = given.filter(
            (document) =>
              (unit !== 'grapheme' || standsBetweenClusters(document)) &&
              !(isTable(format) && document.segments.length === 0),
          )
          const read = await readBack(format, documents, context)
          expect(read.length).toBe(documents.length)
          for (const [index, document] of documents.entries()) {
            const { id, annotator, sha256, url, status, text } = document
            const back = read[index]
            expect(back).toMatchObject({ id, annotator, sha256, url, status, unit })
            expect(back?.text).toBe(isTable(format) ? null : text)
            const segments = document.segments.filter(({ label }) => isTable(format) || label !== null)
            expect(back?.spans?.map(({ label, by, from }) => ({ label, by, from }))).toEqual(
              segments.map((segment) => ({ label: segment.label, ...carriedOrigin(format, segment) })),
            )
            for (const [place, { start, end }] of segments.entries()) {
              const span = back?.spans?.[place]
              expect(slice[unit](text, span?.start ?? -1, span?.end ?? -1)).toBe(text.slice(start, end))
              if (span?.text != null) expect(span.text).toBe(text.slice(start, end))
            }
          }
        }),
        { numRuns: 60 },
      )
    })
})

it('leaves out by name what doccano cannot place where it counts what a person takes for one character', () => {
  const context = { ...fullContext, unit: 'grapheme' as const }
  fc.assert(
    fc.property(anyFullDocument, (document) => {
      const segments = document.segments.filter(({ label }) => label !== null)
      const write = (): unknown => doccano.pieces({ ...document, segments }, context)
      if (standsBetweenClusters(document)) expect(write).not.toThrow()
      else expect(write).toThrow(RangeError)
    }),
  )
})

it('writes the same bytes for the same labels, whatever was written before', () => {
  fc.assert(
    fc.property(anyFullDocument, (document) => {
      fc.pre(document.segments.length > 0)
      for (const format of [csv, labelStudio, doccano, prodigy, spacy])
        expect(format.pieces(structuredClone(document), fullContext)).toEqual(
          format.pieces(document, fullContext),
        )
    }),
    { numRuns: 20 },
  )
})

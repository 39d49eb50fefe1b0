import fc from 'fast-check'
import { statuses } from '../../../../src/core/annotation.ts'
import {
  type DatasetDocument,
  type DatasetLabel,
  splitNames,
} from '../../../../src/core/datasets/dataset-document.ts'
import type { FormatContext } from '../../../../src/core/datasets/dataset-format.ts'
import { exportOptionsSchema } from '../../../../src/core/datasets/export-options.ts'
import { anyAnnotatedText, anyNote } from '../any-annotation.ts'

const label = (name: string, key: string, keep: boolean): DatasetLabel => ({
  name,
  key,
  keep,
  colour: 'stone',
  description: '',
})

/** A context with the labels that {@link anyFullDocument} has. */
export const fullContext: FormatContext = {
  corpus: 'dumps',
  labels: [
    label('title', 't', true),
    label('body', 'b', true),
    label('boilerplate', 'x', false),
    label('chú thích', 'c', false),
  ],
  unit: 'codepoint',
  options: exportOptionsSchema.parse({}),
}

const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })

/** Any document with any facts; its id begins with one of these, so that several can differ. */
export const anyFullDocument: fc.Arbitrary<DatasetDocument> = fc
  .tuple(
    anyAnnotatedText,
    fc.record({
      id: fc.oneof(
        fc.constantFrom('a/b.txt', 'trang/một "hai".txt', "=cmd|' /C calc'!A0", '@x,y;z', "'-1"),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      ),
      annotator: fc.constantFrom('Lụa', '-x', 'an\tn'),
      status: fc.constantFrom(...statuses),
      note: anyNote,
      sha256: fc.constantFrom('0'.repeat(64), 'ab'.repeat(32)),
      url: orNull(fc.webUrl()),
      language: orNull(fc.constantFrom('vi', 'th')),
      split: orNull(fc.constantFrom(...splitNames)),
    }),
  )
  .map(([{ text, annotation }, facts]) => ({
    ...facts,
    text,
    segments: annotation.segments,
    encoding: 'utf-8',
    site: null,
    date: null,
    metadata: {},
    html: null,
  }))

/** Some documents, no two with the same id. */
export const anyFullDocuments: fc.Arbitrary<DatasetDocument[]> = fc
  .array(anyFullDocument, { maxLength: 4 })
  .map((documents) => documents.map((document, index) => ({ ...document, id: `${document.id} ${index}` })))

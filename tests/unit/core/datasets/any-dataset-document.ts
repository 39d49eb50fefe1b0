import fc from 'fast-check'
import type { DatasetDocument, DatasetLabel } from '../../../../src/core/datasets/dataset-document.ts'
import type { FormatContext } from '../../../../src/core/datasets/dataset-format.ts'
import { exportOptionsSchema } from '../../../../src/core/datasets/export-options.ts'
import { htmlLines } from '../../../../src/core/html/html-lines.ts'
import type { Segment } from '../../../../src/core/segment.ts'
import { anyAnnotatedText, anySegments } from '../any-annotation.ts'
import { anyText } from '../any-text.ts'

const label = (name: string, keep: boolean): DatasetLabel => ({
  name,
  keep,
  colour: 'stone',
  key: null,
  description: '',
})

/** The labels that {@link anyDatasetDocument} has. */
export const anyContext: FormatContext = {
  corpus: 'dumps',
  labels: [label('title', true), label('body', true), label('boilerplate', false), label('chú thích', false)],
  unit: 'codepoint',
  options: exportOptionsSchema.parse({}),
}

const anyId = fc.oneof(
  fc.constantFrom('a/b.txt', 'trang/một.html', '100% sure.html', 'x'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)

/** A document as it goes out; nothing is known of it but its text. */
export const datasetDocument = (
  id: string,
  text: string,
  segments: readonly Segment[],
  source: string | null = null,
): DatasetDocument => ({
  id,
  text,
  segments,
  annotator: 'Lụa',
  status: 'done',
  note: '',
  sha256: '0'.repeat(64),
  encoding: 'utf-8',
  url: null,
  site: null,
  language: null,
  date: null,
  metadata: {},
  html: source === null ? null : { source, lines: htmlLines(source).lines },
  split: null,
})

/** Any document from plain text, some of its segments without a label. */
export const anyDatasetDocument: fc.Arbitrary<DatasetDocument> = fc
  .tuple(anyId, anyAnnotatedText)
  .map(([id, { text, annotation }]) => datasetDocument(id, text, annotation.segments))

const labelled = (segments: readonly Segment[]): Segment[] =>
  segments.map((segment) => (segment.label === null ? { ...segment, label: 'body', by: 'human' } : segment))

const tags = [
  '<p>',
  '</p>',
  '<div class="x-nc-sel2">',
  '</div>',
  '<span>',
  '</span>',
  '<a href="/">',
  '</a>',
  '<br>',
  '<td>',
  '<li>',
  '<pre>',
  '</pre>',
  '<img src="a.jpg">',
  '<!-- <span> -->',
  '<script>if (a < b) "</span>"</script>',
  '&amp;',
  '&lt;p&gt;',
  '&NotEqualTilde;',
  '&notit;',
  '&nbsp;',
  '<',
]

/** A page of tags, entities and any text, none of them in order. */
const anySource: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...tags), anyText), { maxLength: 14 })
  .map((parts) => parts.join(''))

/** Any document from a page, or from plain text, all of it labelled. */
export const anyLabelledPage: fc.Arbitrary<DatasetDocument> = fc.oneof(
  anyDatasetDocument.map((document) => ({ ...document, segments: labelled(document.segments) })),
  fc.tuple(anyId, anySource).chain(([id, source]) => {
    const { text } = htmlLines(source)
    return anySegments(text).map((segments) => datasetDocument(id, text, labelled(segments), source))
  }),
)

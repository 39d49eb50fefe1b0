import fc from 'fast-check'
import { segmentByLine } from '../../../../src/core/segmentation/line.ts'
import type { ModelDocument } from '../../../../src/core/suggestions/model-document.ts'
import { trickyPieces } from '../any-text.ts'

/** Lines as they stand on pages, of many scripts and shapes. */
const pageLines = [
  'Home | News | Sport',
  'Lanterns return to the harbour after three years',
  'After three silent summers, the lantern festival filled the quay again on Sunday night, and nobody left early.',
  '“We had almost given up,” said the harbour master.',
  '![Boats at the pier](https://example.org/pier.jpg)',
  'Boats at the pier. Photo: L. Marsh',
  'Read more: Harbour dredging begins »',
  '© 2026 Harbour Courier. All rights reserved.',
  'Đèn lồng trở lại bến cảng sau ba năm, và người dân thức đến khuya để xem.',
  '港の灯籠祭りが三年ぶりに帰ってきた。夜遅くまで人々は岸壁を離れなかった。',
  'عادت الفوانيس إلى الميناء بعد ثلاث سنوات من الصمت، وبقي الناس حتى وقت متأخر.',
  'โคมไฟกลับมาที่ท่าเรือหลังจากสามปี',
] as const

/** The document with this text, cut by line, in a corpus of which nothing is known. */
export function documentOf(text: string): ModelDocument {
  return { id: 'a.txt', site: '', text, segments: segmentByLine(text), repetition: [] }
}

const anyLine = fc.oneof(
  fc.constantFrom(...pageLines),
  fc
    .array(fc.constantFrom(...trickyPieces, ' ', '.', '|', '-'), { maxLength: 8 })
    .map((pieces) => pieces.join('')),
)

/** Any document, of a corpus where repetition is known or not. */
export const anyDocument: fc.Arbitrary<ModelDocument> = fc
  .array(anyLine, { maxLength: 40 })
  .map((lines) => documentOf(lines.join('\n')))
  .chain((document) =>
    fc
      .array(
        fc.record({
          documents: fc.integer({ min: 1, max: 1000 }),
          siteDocuments: fc.integer({ min: 1, max: 50 }),
          siteSize: fc.integer({ min: 1, max: 50 }),
        }),
        { minLength: document.segments.length, maxLength: document.segments.length },
      )
      .chain((repetition) => fc.constantFrom(document, { ...document, repetition })),
  )

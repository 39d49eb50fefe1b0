import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fromLabelsFile,
  type LabelsFile,
  type LabelsFileFacts,
  labelsFileSchema,
  toLabelsFile,
} from '../../../src/core/labels-file.ts'
import { offsetUnits } from '../../../src/core/offsets.ts'
import { segmentByLine } from '../../../src/core/segmentation/line.ts'
import { anyAnnotatedText } from './any-annotation.ts'

const factsOf = (text: string): LabelsFileFacts => ({
  document: 'songque.example/Chợ nổi sáng sớm.txt',
  annotator: 'Lụa',
  dump: {
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.byteLength(text),
    encoding: 'utf-8',
  },
  seconds: 0,
  segmentation: 'sentence',
  revision: 3,
  saved: '2025-01-31T08:00:00.000Z',
})

/** What a file is after it was written and read. */
const written = (file: LabelsFile): LabelsFile => labelsFileSchema.parse(JSON.parse(JSON.stringify(file)))

describe('any annotation of any text', () => {
  it('comes back from its file as it was', () => {
    fc.assert(
      fc.property(anyAnnotatedText, ({ text, annotation }) => {
        const file = written(toLabelsFile(text, annotation, factsOf(text)))
        expect(fromLabelsFile(text, file)).toEqual(annotation)
        expect(file).toMatchObject(factsOf(text))
      }),
    )
  })

  it('is saved with offsets by which Python slices the saved text', () => {
    fc.assert(
      fc.property(anyAnnotatedText, ({ text, annotation }) => {
        const file = toLabelsFile(text, annotation, factsOf(text))
        const characters = Array.from(text)
        expect(file.offsets).toBe('codepoint')
        for (const [index, saved] of file.segments.entries()) {
          const { start = -1, end = -1 } = annotation.segments[index] ?? {}
          expect(characters.slice(saved.start, saved.end).join('')).toBe(saved.text)
          expect(saved.text).toBe(text.slice(start, end))
        }
      }),
    )
  })

  it('is read in whichever unit the file declares', () => {
    fc.assert(
      fc.property(anyAnnotatedText, fc.constantFrom(...offsetUnits), ({ text, annotation }, unit) => {
        const length = { utf16: (t: string) => t.length, codepoint: (t: string) => Array.from(t).length }
        const count = unit === 'byte' ? (t: string) => Buffer.byteLength(t) : length[unit]
        const file = toLabelsFile(text, annotation, factsOf(text))
        const segments = file.segments.map((saved, index) => ({
          ...saved,
          start: count(text.slice(0, annotation.segments[index]?.start)),
          end: count(text.slice(0, annotation.segments[index]?.end)),
        }))
        expect(fromLabelsFile(text, { ...file, offsets: unit, segments })).toEqual(annotation)
      }),
    )
  })

  it('is refused for a text of which one character has changed', () => {
    fc.assert(
      fc.property(anyAnnotatedText, fc.nat(), ({ text, annotation }, seed) => {
        fc.pre(annotation.segments.length > 0)
        const file = toLabelsFile(text, annotation, factsOf(text))
        const { start } = annotation.segments[seed % annotation.segments.length] ?? { start: 0 }
        const changed = `${text.slice(0, start)}Q${text.slice(start)}`
        expect(() => fromLabelsFile(changed, file)).toThrow(RangeError)
      }),
    )
  })
})

describe('a file broken by hand', () => {
  const text = 'Đèn 🏮\r\n\r\nthả trên sông\n'
  const file = toLabelsFile(text, { segments: segmentByLine(text), status: 'done', note: '' }, factsOf(text))
  const first = file.segments[0]
  const second = file.segments[1]
  if (!first || !second) throw new Error('the text has two segments')

  it.each<[string, Partial<LabelsFile>, RegExp]>([
    ['offsets one too far', { segments: [{ ...first, start: 1, end: 6 }, second] }, /segment 1 says/],
    ['the text of another place', { segments: [first, { ...second, text: 'thả dưới sông' }] }, /segment 2/],
    ['offsets beyond the text', { segments: [first, { ...second, end: 999 }] }, /Offset 999/],
    ['segments in another order', { segments: [second, first] }, /not in order/],
    ['one segment twice', { segments: [first, first, second] }, /not in order/],
    ['a segment left out', { segments: [first] }, /after the last segment/],
    ['another unit than its offsets', { offsets: 'utf16' }, /Offset 5 \(utf16\)/],
    ['a label that nobody gave', { segments: [{ ...first, label: 'title' }, second] }, /came to be/],
  ])('with %s is refused and says why', (_, change, message) => {
    expect(() => fromLabelsFile(text, { ...file, ...change })).toThrow(RangeError)
    expect(() => fromLabelsFile(text, { ...file, ...change })).toThrow(message)
  })

  it.each([
    ['format', 'other'],
    ['version', 2],
    ['document', ''],
    ['annotator', ''],
    ['dump', { ...file.dump, sha256: 'abc' }],
    ['dump', { ...file.dump, encoding: 'latin-1' }],
    ['offsets', 'characters'],
    ['segmentation', 'word'],
    ['status', 'finished'],
    ['revision', 0],
    ['segments', [{ ...first, start: -1 }]],
    ['segments', [{ ...first, label: '' }]],
    ['segments', [{ ...first, by: 'machine' }]],
    ['segments', null],
  ])('with %s = %j does not parse', (field, value) => {
    expect(labelsFileSchema.safeParse({ ...file, [field]: value }).success).toBe(false)
  })

  it('shows at most the first forty characters of a long text', () => {
    const long = `${'a'.repeat(500)}\n`
    const saved = toLabelsFile(
      long,
      { segments: segmentByLine(long), status: 'new', note: '' },
      factsOf(long),
    )
    const changed = `${'b'.repeat(500)}\n`
    expect(() => fromLabelsFile(changed, saved)).toThrow(/“a{40}…”.*“b{40}…”/)
  })
})

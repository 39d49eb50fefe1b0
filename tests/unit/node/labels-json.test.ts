import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../../src/core/annotation.ts'
import { applyEdits, type Edit, labelEdits } from '../../../src/core/edit.ts'
import { type LabelsFile, type LabelsFileFacts, toLabelsFile } from '../../../src/core/labels-file.ts'
import { segmentByLine } from '../../../src/core/segmentation/line.ts'
import { mergeEdits, splitEdits } from '../../../src/core/split-merge.ts'
import { LabelsJson } from '../../../src/node/labels-json.ts'
import { anyAnnotatedText } from '../core/any-annotation.ts'

const facts: LabelsFileFacts = {
  document: 'a.txt',
  annotator: 'Lụa',
  dump: { sha256: 'a'.repeat(64), bytes: 1, encoding: 'utf-8' },
  seconds: 0,
  segmentation: 'line',
  revision: 1,
  saved: '2025-01-31T08:00:00.000Z',
}

const textOf = (parts: readonly Uint8Array[]): string => Buffer.concat(parts).toString('utf8')
const plain = (file: LabelsFile): string => `${JSON.stringify(file, null, 1)}\n`

test('any labels file is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(anyAnnotatedText, ({ text, annotation }) => {
      const file = toLabelsFile(text, annotation, facts)
      expect(textOf(new LabelsJson().encode(file))).toBe(plain(file))
    }),
  )
})

describe('a long document, edited step by step', () => {
  const text = Array.from({ length: 3000 }, (_, n) => `Dòng ${n} 🌾 chợ nổi`).join('\n')
  const start: Annotation = { segments: segmentByLine(text), status: 'new', note: 'a note\n "segments": []' }

  const anyStep = fc.record({
    kind: fc.constantFrom('label', 'split', 'merge', 'split', 'merge-many'),
    at: fc.nat(4000),
    count: fc.integer({ min: 1, max: 900 }),
  })
  const editsOf = (
    annotation: Annotation,
    { kind, at, count }: { kind: string; at: number; count: number },
  ): Edit[] => {
    const segment = annotation.segments[at]
    if (!segment) return []
    if (kind === 'split') return splitEdits(text, annotation, at, segment.start + 4)
    if (kind === 'merge') return mergeEdits(annotation, at, at + 1)
    if (kind === 'merge-many')
      return mergeEdits(annotation, at, Math.min(at + count, annotation.segments.length - 1))
    const indices = Array.from({ length: count }, (_, n) => at + n)
    return labelEdits(annotation, indices, { label: `label ${count}`, by: 'human' })
  }

  test('is written each time as if it were written anew', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 6 }), (steps) => {
        const json = new LabelsJson()
        let annotation = start
        let file = toLabelsFile(text, annotation, facts)
        json.encode(file)
        for (const step of steps) {
          const after = applyEdits(annotation, editsOf(annotation, step))
          const news = { ...facts, revision: file.revision + 1 }
          const next = toLabelsFile(text, after, news, { annotation, file })
          expect(textOf(json.encode(next))).toBe(plain(toLabelsFile(text, after, news)))
          annotation = after
          file = next
        }
      }),
      { numRuns: 8 },
    )
  })

  test('is for the most part not written out anew for one label', () => {
    const json = new LabelsJson()
    const file = toLabelsFile(text, start, facts)
    const before = new Set(json.encode(file))
    const after = applyEdits(start, labelEdits(start, [1500], { label: 'body', by: 'human' }))
    const parts = json.encode(toLabelsFile(text, after, facts, { annotation: start, file }))
    expect(parts.filter((part) => !before.has(part)).length).toBeLessThanOrEqual(4)
  })

  test('takes nothing from a file with other offsets, or of another dump', () => {
    const file = toLabelsFile(text, start, facts)
    const inUtf16: LabelsFile = {
      ...file,
      offsets: 'utf16',
      segments: file.segments.map((one) => ({ ...one, start: 0 })),
    }
    const other = { ...inUtf16, offsets: file.offsets, dump: { ...file.dump, sha256: 'b'.repeat(64) } }
    for (const known of [inUtf16, other])
      expect(toLabelsFile(text, start, facts, { annotation: start, file: known })).toEqual(file)
  })
})

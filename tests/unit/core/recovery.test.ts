import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Annotation, statuses } from '../../../src/core/annotation.ts'
import { applySent } from '../../../src/core/apply-sent.ts'
import {
  applyEdits,
  type Edit,
  EditMismatch,
  labelEdits,
  noteEdits,
  resegmentEdits,
  statusEdits,
} from '../../../src/core/edit.ts'
import { compareRecovery } from '../../../src/core/recovery/compare-recovery.ts'
import { fittingEdits } from '../../../src/core/recovery/fitting-edits.ts'
import { recoveryFileVersion } from '../../../src/core/recovery/recovery-file.ts'
import { lastWords, touchedSegments } from '../../../src/core/recovery/touched-segments.ts'
import { anyAnnotatedText, anyMark, anyNote } from './any-annotation.ts'

const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ mark: anyMark, at: fc.nat(), count: fc.integer({ min: 1, max: 3 }) }) },
  fc.record({ merge: fc.nat() }),
  fc.record({ status: fc.constantFrom(...statuses) }),
  fc.record({ note: anyNote }),
)
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

function editsOf(annotation: Annotation, step: Step): Edit[] {
  const { segments } = annotation
  if ('status' in step) return statusEdits(annotation, step.status)
  if ('note' in step) return noteEdits(annotation, step.note)
  if ('merge' in step) {
    const at = step.merge % Math.max(1, segments.length - 1)
    const [first, second] = [segments[at], segments[at + 1]]
    if (!first || !second) return []
    return resegmentEdits(annotation, segments.toSpliced(at, 2, { ...first, end: second.end }))
  }
  const from = step.at % Math.max(1, segments.length)
  return labelEdits(
    annotation,
    segments.flatMap((_, index) => (index >= from && index < from + step.count ? [index] : [])),
    step.mark,
  )
}

/** A text, the work done on it edit by edit, and what it was after each of them. */
const anyWork = fc
  .tuple(anyAnnotatedText, fc.array(anyStep, { minLength: 1, maxLength: 8 }))
  .map(([{ text, annotation }, steps]) => {
    const edits: Edit[] = []
    const states = [annotation]
    for (const step of steps)
      for (const edit of editsOf(states.at(-1) ?? annotation, step)) {
        edits.push(edit)
        states.push(applyEdits(states.at(-1) ?? annotation, [edit]))
      }
    return { text, edits, states, last: states.at(-1) ?? annotation }
  })

const foreign = { label: 'someone-elses', by: 'human' } as const

const fileOf = (text: string, after: Annotation, edits: Edit[]) => ({
  format: 'winnow-recovery' as const,
  version: recoveryFileVersion as 1,
  id: '0123456789abcdef',
  corpus: '/corpus',
  annotator: 'ann',
  document: 'a.txt',
  labels: '/corpus/a.txt.json',
  kept: '2026-01-01T00:00:00.000Z',
  reason: '',
  dump: null,
  revision: 0,
  seconds: 0,
  segments: touchedSegments(after.segments, edits).map((segment) => ({
    ...segment,
    text: text.slice(segment.start, segment.end),
  })),
  ...lastWords(edits),
  offsets: 'utf-16' as const,
  edits,
})

describe('edits that are sent again', () => {
  it('lead to the same, however many of them were saved before', () => {
    fc.assert(
      fc.property(anyWork, ({ edits, states, last }) => {
        for (const state of states) expect(applySent(state, edits)).toEqual(last)
      }),
      { numRuns: 300 },
    )
  })

  it('do not pass over what someone else did to the same segment', () => {
    fc.assert(
      fc.property(anyAnnotatedText, anyMark, fc.nat(), ({ annotation }, mark, seed) => {
        const at = seed % Math.max(1, annotation.segments.length)
        const edits = labelEdits(annotation, [at], mark)
        fc.pre(edits.length > 0 && annotation.segments[at]?.label !== foreign.label)
        const theirs = applyEdits(annotation, labelEdits(annotation, [at], foreign))
        expect(() => applySent(theirs, edits)).toThrow(EditMismatch)
      }),
    )
  })
})

describe('a recovery file', () => {
  it('is recovered in whole where nobody labelled meanwhile, and differs from the disk until then', () => {
    fc.assert(
      fc.property(anyWork, ({ text, edits, states, last }) => {
        fc.pre(edits.length > 0)
        const file = fileOf(text, last, edits)
        for (const state of states) {
          const { texts, status, note, fitting } = compareRecovery(text, state, file)
          expect(fitting.annotation).toEqual(last)
          expect(applySent(state, fitting.edits)).toEqual(last)
          for (const each of [...texts, status, note]) if (each) expect(each.fits).toBe(true)
        }
        const after = compareRecovery(text, last, file)
        expect([after.texts, after.status, after.note]).toEqual([[], null, null])
      }),
      { numRuns: 200 },
    )
  })

  it('leaves alone, and names, what someone else labelled meanwhile, and recovers the rest', () => {
    fc.assert(
      fc.property(anyAnnotatedText, anyMark, fc.nat(), ({ text, annotation: start }, mark, seed) => {
        const count = start.segments.length
        fc.pre(count > 1 && mark.label !== null)
        const segments = start.segments.map(({ start, end }) => ({ start, end, label: null, by: null }))
        const clean: Annotation = { ...start, segments }
        const all = clean.segments.map((_, index) => index)
        const edits = labelEdits(clean, all, mark)
        const theirs = applyEdits(clean, labelEdits(clean, [seed % count], foreign))
        const { texts, fitting } = compareRecovery(
          text,
          theirs,
          fileOf(text, applyEdits(clean, edits), edits),
        )
        expect(texts.filter(({ fits }) => !fits)).toMatchObject([
          { present: [foreign.label], kept: mark.label },
        ])
        expect(fitting.annotation.segments.map(({ label }) => label)).toEqual(
          all.map((index) => (index === seed % count ? foreign.label : mark.label)),
        )
        expect(applyEdits(theirs, fittingEdits(theirs, edits).edits)).toEqual(fitting.annotation)
      }),
    )
  })
})

import fc from 'fast-check'
import { type Annotation, statuses } from '../../../src/core/annotation.ts'
import { type Mark, type Segment, unlabelled } from '../../../src/core/segment.ts'
import { anyText } from './any-text.ts'

/** How a label can have come to be. */
const anyOrigin: fc.Arbitrary<Omit<Mark, 'label'>> = fc.constantFrom(
  { by: 'human' },
  { by: 'accepted' },
  { by: 'propagated', from: 'a/b.txt' },
  { by: 'propagated', from: 'rule' },
  { by: 'propagated' },
)

/** Any mark that a segment can have. */
export const anyMark: fc.Arbitrary<Mark> = fc
  .tuple(
    fc.oneof(
      fc.constant(unlabelled),
      fc
        .tuple(fc.constantFrom('title', 'body', 'boilerplate', 'chú thích'), anyOrigin)
        .map(([label, origin]) => ({ label, ...origin })),
    ),
    fc.boolean(),
  )
  .map(([mark, isToReview]): Mark => (isToReview ? { ...mark, toReview: true } : mark))

/**
 * Any segmentation of `text`, not only by line: cut before arbitrary characters, what lies between is trimmed.
 * The segments are labelled at random.
 */
export function anySegments(text: string): fc.Arbitrary<Segment[]> {
  const characters = Array.from(text)
  return fc
    .tuple(
      fc.array(fc.nat({ max: characters.length }), { maxLength: 12 }),
      // No stream: what is chained from one loses what stands beside it.
      fc.array(anyMark, { minLength: 13, maxLength: 13 }),
    )
    .map(([cuts, marks]) => {
      const bounds = [...new Set([0, ...cuts, characters.length])].sort((a, b) => a - b)
      const segments: Segment[] = []
      for (const [index, cut] of bounds.slice(0, -1).entries()) {
        const before = characters.slice(0, cut).join('').length
        const run = characters.slice(cut, bounds[index + 1]).join('')
        const start = before + run.length - run.trimStart().length
        const end = before + run.trimEnd().length
        if (start < end) segments.push({ start, end, ...(marks[index] ?? unlabelled) })
      }
      return segments
    })
}

/** Any note, most often none. */
export const anyNote: fc.Arbitrary<string> = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

export interface AnnotatedText {
  readonly text: string
  readonly annotation: Annotation
}

/** Any annotation of any text. */
export const anyAnnotatedText: fc.Arbitrary<AnnotatedText> = anyText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    annotation: fc.record({
      segments: anySegments(text),
      status: fc.constantFrom(...statuses),
      note: anyNote,
    }),
  }),
)

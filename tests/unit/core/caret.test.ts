import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CaretStep, likelySplit, moveCaret } from '../../../src/core/caret.ts'
import { type Segment, unlabelled } from '../../../src/core/segment.ts'
import { anyAnnotatedText } from './any-annotation.ts'

const whole = (text: string): Segment => ({ start: 0, end: text.length, ...unlabelled })
const anySegment = anyAnnotatedText.filter(({ annotation }) => annotation.segments.length > 0)

describe('the likely place of a split', () => {
  it.each<[string, string]>([
    ['![]() | Ten walks |', 'Ten walks |'],
    ['[![](a)](b) Home', 'Home'],
    ['A caption (Photo: Agency) |', '|'],
    ['One thing. Another thing.', 'Another thing.'],
    ['a headline of six words here', 'six words here'],
    ['ab', 'b'],
  ])('of “%s” is before “%s”', (text, second) => {
    const at = likelySplit(text, whole(text))
    expect(at === null ? null : text.slice(at)).toBe(second)
  })

  it('is none in a single character, however many code points it has', () => {
    for (const text of ['x', '👩\u200D🌾', 'e\u0301']) expect(likelySplit(text, whole(text))).toBeNull()
  })

  it('is always within the segment', () => {
    fc.assert(
      fc.property(anySegment, ({ text, annotation }) => {
        for (const segment of annotation.segments) {
          const at = likelySplit(text, segment)
          if (at !== null) expect(at > segment.start && at < segment.end).toBe(true)
        }
      }),
    )
  })
})

describe('the caret', () => {
  const steps: CaretStep[] = ['grapheme', 'word']

  it('walks to the end and back through the same places, never into a surrogate pair', () => {
    fc.assert(
      fc.property(anySegment, fc.constantFrom(...steps), ({ text, annotation }, step) => {
        for (const segment of annotation.segments) {
          const there: number[] = [segment.start]
          for (let at = segment.start; at < segment.end; ) {
            const next = moveCaret(text, segment, at, step, 1)
            expect(next).toBeGreaterThan(at)
            expect(text.slice(segment.start, next)).not.toMatch(/[\uD800-\uDBFF]$/)
            there.push(next)
            at = next
          }
          const back: number[] = [segment.end]
          for (let at = segment.end; at > segment.start; ) {
            at = moveCaret(text, segment, at, step, -1)
            back.push(at)
          }
          expect(back.reverse()).toEqual(there)
        }
      }),
    )
  })

  it('takes what a reader takes for one character as one', () => {
    const text = 'e\u0301👩\u200D🌾🇻🇳'
    const at = [0]
    while ((at.at(-1) ?? 0) < text.length)
      at.push(moveCaret(text, whole(text), at.at(-1) ?? 0, 'grapheme', 1))
    expect(at).toEqual([0, 2, 7, 11])
  })

  it('stays where it is at both ends', () => {
    expect(moveCaret('abc', whole('abc'), 3, 'word', 1)).toBe(3)
    expect(moveCaret('abc', whole('abc'), 0, 'grapheme', -1)).toBe(0)
  })
})

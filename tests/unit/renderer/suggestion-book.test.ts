import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segment } from '../../../src/core/segment.ts'
import type { Suggestion } from '../../../src/core/suggestions/suggestion.ts'
import { SuggestionBook } from '../../../src/renderer/state/suggestion-book.ts'
import { anySegments } from '../core/any-annotation.ts'

const text = 'Menu\n\nThe bridge opened. Ferries will run.\nRelated'
const boundsOf = (segments: readonly Segment[]): number[] =>
  segments.flatMap(({ start, end }) => [start, end])
const naming = ({ start, end }: Segment): Suggestion => ({
  label: `${start}-${end}`,
  confidence: 0.9,
  reason: 'short',
})

describe('a SuggestionBook', () => {
  it('compares a long text that was read anew once, and not for each of its segments', () => {
    const long = (): string => Buffer.alloc(20_000_000, 'text ').toString('latin1')
    const book = SuggestionBook.of(long()).with([0, 4], 0, [null], 1)
    const again = long()
    const began = performance.now()
    for (let n = 0; n < 1000; n++)
      expect(book.knows(again, { start: 0, end: 4, label: null, by: null })).toBe(true)
    // A thousand comparisons take seconds.
    expect(performance.now() - began).toBeLessThan(500)
  })

  it('gives a segment only what was suggested for the very same run, and nothing where it has a label', () => {
    fc.assert(
      fc.property(anySegments(text), anySegments(text), (asked, now) => {
        const book = SuggestionBook.of(text).with(boundsOf(asked), 0, asked.map(naming), 1)
        for (const segment of now) {
          const same = asked.some(({ start, end }) => start === segment.start && end === segment.end)
          const expected = same && segment.label === null ? naming(segment) : null
          expect(book.get(text, segment)).toEqual(expected)
          expect(book.knows(text, segment)).toBe(same)
          expect(book.get(`${text}!`, segment)).toBeNull()
        }
      }),
    )
  })

  it('keeps what a later round brought where an answer to an earlier one comes after it', () => {
    fc.assert(
      fc.property(anySegments(text), (segments) => {
        const bounds = boundsOf(segments)
        const book = SuggestionBook.of(text)
          .with(bounds, 0, segments.map(naming), 2)
          .with(
            bounds,
            0,
            segments.map(() => null),
            1,
          )
        for (const segment of segments)
          expect(book.get(text, { ...segment, label: null, by: null })).toEqual(naming(segment))
      }),
    )
  })

  it('keeps what was suggested before until other suggestions come, in whatever runs they do', () => {
    fc.assert(
      fc.property(anySegments(text), fc.nat(), (segments, cut) => {
        const first = cut % (segments.length + 1)
        const bounds = boundsOf(segments)
        const before = SuggestionBook.of(text).with(bounds, 0, segments.map(naming), 1)
        const after = before.with(
          bounds,
          first,
          segments.slice(first).map(() => null),
          2,
        )
        segments.forEach((segment, index) => {
          const bare = { ...segment, label: null, by: null }
          expect(after.get(text, bare)).toEqual(index < first ? naming(segment) : null)
          expect(after.isOfRound(text, segment, 2)).toBe(index >= first)
        })
      }),
    )
  })

  it('keeps the object of a suggestion that says the same, so that its row is not drawn again', () => {
    const segment = { start: 0, end: 4, label: null, by: null }
    const before = SuggestionBook.of(text).with([0, 4], 0, [naming(segment)], 1)
    const kept = before.get(text, segment)
    expect(before.with([0, 4], 0, [naming(segment)], 2).get(text, segment)).toBe(kept)
    const surer = { ...naming(segment), confidence: 0.95 }
    expect(before.with([0, 4], 0, [surer], 2).get(text, segment)).toEqual(surer)
  })
})

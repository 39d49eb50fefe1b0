import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, editSchema, inverseAll } from '../../../../src/core/edit.ts'
import {
  acceptEdits,
  type SuggestionAt,
  suggestedRun,
  sureIndices,
} from '../../../../src/core/suggestions/accept.ts'
import type { Suggestion } from '../../../../src/core/suggestions/suggestion.ts'
import { anyAnnotatedText } from '../any-annotation.ts'

const anySuggestion: fc.Arbitrary<Suggestion | null> = fc.option(
  fc.record({
    label: fc.constantFrom('body', 'boilerplate'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    reason: fc.constant('sentence' as const),
  }),
)

/** Any annotated text and, for those of its segments that have no label, any suggestions. */
const anySuggested = fc
  .tuple(anyAnnotatedText, fc.infiniteStream(anySuggestion))
  .map(([{ annotation }, stream]) => {
    const suggestions = annotation.segments.map(({ label }) => {
      const suggestion = stream.next().value
      return label === null ? suggestion : null
    })
    const at: SuggestionAt = (index) => suggestions[index] ?? null
    return { annotation, suggestions, at }
  })

describe('acceptEdits', () => {
  it('gives each segment its own suggestion as accepted, in one edit, and touches no other', () => {
    fc.assert(
      fc.property(anySuggested, ({ annotation, suggestions, at }) => {
        const edits = acceptEdits(annotation, suggestions.keys(), at)
        expect(edits.filter(({ kind }) => kind === 'label').length).toBeLessThanOrEqual(1)
        for (const edit of edits) expect(editSchema.safeParse(edit).success).toBe(true)
        const after = applyEdits(annotation, edits)
        after.segments.forEach((segment, index) => {
          const before = annotation.segments[index]
          const place = { start: before?.start, end: before?.end }
          const suggestion = suggestions[index]
          if (suggestion) expect(segment).toEqual({ ...place, label: suggestion.label, by: 'accepted' })
          else expect(segment).toEqual(before)
        })
      }),
    )
  })

  it('can be taken back as one step', () => {
    fc.assert(
      fc.property(anySuggested, ({ annotation, suggestions, at }) => {
        const edits = acceptEdits(annotation, suggestions.keys(), at)
        expect(applyEdits(applyEdits(annotation, edits), inverseAll(edits))).toEqual(annotation)
      }),
    )
  })

  it('begins a new document, and changes nothing where nothing is suggested', () => {
    const segments = [{ start: 0, end: 1, label: null, by: null }]
    const annotation = { segments, status: 'new' as const, note: '' }
    expect(acceptEdits(annotation, [0], () => null)).toEqual([])
    const body: Suggestion = { label: 'body', confidence: 1, reason: 'rule' }
    const edits = acceptEdits(annotation, [0], () => body)
    expect(applyEdits(annotation, edits).status).toBe('in-progress')
  })
})

describe('suggestedRun', () => {
  it('is the longest run around a segment in which all have the same label suggested', () => {
    fc.assert(
      fc.property(anySuggested, fc.nat(), ({ suggestions, at }, nat) => {
        const index = suggestions.length === 0 ? 0 : nat % suggestions.length
        const run = suggestedRun(at, index)
        const label = suggestions[index]?.label
        if (label === undefined) {
          expect(run).toEqual([])
          return
        }
        const [from = -1] = run
        expect(run).toEqual(run.map((_, n) => from + n))
        expect(run).toContain(index)
        for (const one of run) expect(suggestions[one]?.label).toBe(label)
        expect(suggestions[from - 1]?.label).not.toBe(label)
        expect(suggestions[from + run.length]?.label).not.toBe(label)
      }),
    )
  })
})

describe('sureIndices', () => {
  it('are those that reach the threshold', () => {
    fc.assert(
      fc.property(anySuggested, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (given, threshold) => {
        const { suggestions, at } = given
        const sure = new Set(sureIndices(suggestions.length, at, threshold))
        suggestions.forEach((suggestion, index) => {
          expect(sure.has(index)).toBe(suggestion !== null && suggestion.confidence >= threshold)
        })
      }),
    )
  })
})

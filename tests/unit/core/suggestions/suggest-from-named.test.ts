import { expect, it } from 'vitest'
import {
  fromNamedSuggestionsFile,
  namedSuggestionsFileSchema,
  toNamedSuggestionsFile,
} from '../../../../src/core/suggestions/named-suggestions-file.ts'
import { suggestFromNamed } from '../../../../src/core/suggestions/suggest-from-named.ts'

const text = '🌾 One two. Three four.\nFive'
const facts = {
  document: 'a.txt',
  model: 'other',
  dump: { sha256: 'a'.repeat(64), bytes: 1, encoding: 'utf-8' as const },
}

it('suggests the label that covers most of a segment, however the model cut the text', () => {
  const named = [
    { start: 0, end: 10, label: 'title', confidence: 0.4 },
    { start: 11, end: 22, label: 'body', confidence: 0.9 },
  ]
  const suggest = (...bounds: number[]) =>
    suggestFromNamed(named, bounds).map((one) => one && [one.label, one.confidence])
  expect(suggest(0, 10, 11, 22, 23, 27)).toEqual([['title', 0.4], ['body', 0.9], null])
  expect(suggest(0, 22, 23, 27)).toEqual([['body', 0.9], null])
  expect(suggest(3, 6, 7, 10)).toEqual([
    ['title', 0.4],
    ['title', 0.4],
  ])
})

it('is kept in code points and comes back in UTF-16', () => {
  const labels = [
    { start: 3, end: 11, label: 'body', confidence: 0.5 },
    { start: 12, end: 23, label: null },
    { start: 24, end: 28, label: 'title' },
  ]
  const file = namedSuggestionsFileSchema.parse(
    JSON.parse(JSON.stringify(toNamedSuggestionsFile(text, labels, facts))),
  )
  expect(file.segments.map(({ start, end }) => [start, end])).toEqual([
    [2, 10],
    [23, 27],
  ])
  expect(fromNamedSuggestionsFile(text, file)).toEqual([
    { start: 3, end: 11, label: 'body', confidence: 0.5 },
    { start: 24, end: 28, label: 'title', confidence: 1 },
  ])
})

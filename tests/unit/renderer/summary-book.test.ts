import fc from 'fast-check'
import { expect, it } from 'vitest'
import { statuses } from '../../../src/core/annotation.ts'
import type { Summary } from '../../../src/core/contract.ts'
import { isShownBy, listFilters } from '../../../src/renderer/state/list-filter.ts'
import { SummaryBook } from '../../../src/renderer/state/summary-book.ts'

const corpus = Array.from({ length: 12 }, (_, n) => `${n}.txt`)
const anySummary: fc.Arbitrary<Summary> = fc.record({
  document: fc.constantFrom(...corpus),
  status: fc.constantFrom(...statuses),
  labelled: fc.nat(3),
  segments: fc.constant(3),
  note: fc.boolean(),
  saved: fc.constant(null),
  trouble: fc.constant(null),
})

it('counts the documents of a work list alone, whenever it was chosen', () => {
  const scope = fc.option(fc.uniqueArray(fc.constantFrom(...corpus)))
  fc.assert(
    fc.property(fc.array(anySummary), scope, fc.array(anySummary), (before, documents, after) => {
      const within = documents && new Set(documents)
      const book = SummaryBook.empty().with(before).within(within).with(after)
      const last = new Map([...before, ...after].map((summary) => [summary.document, summary]))
      const counted = documents ?? corpus
      for (const filter of listFilters) {
        const expected = counted.filter((document) => isShownBy(filter, last.get(document)))
        expect(book.count(filter, counted.length)).toBe(expected.length)
      }
      for (const document of corpus) expect(book.get(document)).toEqual(last.get(document))
    }),
  )
})

import { describe, expect, it } from 'vitest'
import { simpleLabelSet } from '../../../../src/core/label-set.ts'
import type { LabelledModelDocument } from '../../../../src/core/suggestions/model-document.ts'
import { type Doubt, doubts, sortDoubts } from '../../../../src/core/suggestions/second-thoughts.ts'
import { labelledPage, learnUponSentences, sitePage } from './labelled-pages.ts'

const pages = (): LabelledModelDocument[] =>
  Array.from({ length: 8 }, (_, n) => labelledPage(`page-${n}`, sitePage(n)))

/** The page with another label for one line. */
function withSlip(document: LabelledModelDocument, line: number, label: string): LabelledModelDocument {
  return { ...document, labels: document.labels.map((old, n) => (n === line ? label : old)) }
}

const all = (documents: readonly LabelledModelDocument[]): Doubt[] =>
  [...doubts(simpleLabelSet, documents, learnUponSentences)].flatMap((found) => found.doubts)

describe('second thoughts', () => {
  it('have nothing to say of labels that agree', () => {
    expect(all(pages())).toEqual([])
  })

  it('find a slip, and say what the other pages have', () => {
    for (const [line, label] of [
      [0, 'body'],
      [1, 'title'],
      [4, 'boilerplate'],
      [10, 'body'],
    ] as const) {
      const documents = pages().map((document, n) => (n === 3 ? withSlip(document, line, label) : document))
      const found = all(documents)
      expect(found.map(({ document, segment }) => [document, segment])).toEqual([['page-3', line]])
      expect(found[0]).toMatchObject({ label, suggestion: { label: sitePage(3)[line]?.[1] } })
    }
  })

  it('look at every document once', () => {
    const looked = [...doubts(simpleLabelSet, pages(), learnUponSentences)].map(({ document }) => document)
    expect(looked.toSorted()).toEqual(pages().map(({ id }) => id))
  })

  it('say nothing of segments without a label', () => {
    const documents = pages().map((document) => ({
      ...document,
      labels: document.labels.map((label, n) => (n === 0 ? null : label)),
    }))
    expect(all(documents)).toEqual([])
  })

  it('judge no document by its own labels', () => {
    const documents = pages()
    for (const { document } of doubts(simpleLabelSet, documents, (labelSet, labelled) => {
      const model = learnUponSentences(labelSet, labelled)
      return {
        suggest: (shown) => {
          expect(labelled.map(({ id }) => id)).not.toContain(shown.id)
          expect(shown).not.toHaveProperty('labels')
          return model.suggest(shown)
        },
      }
    }))
      expect(document).toMatch(/^page-/)
  })

  it('have no opinion on a document that is alone', () => {
    expect([...doubts(simpleLabelSet, pages().slice(0, 1), learnUponSentences)]).toHaveLength(1)
  })

  it('stand with the likeliest slips first, repeats of a line together', () => {
    const doubt = (document: string, segment: number, confidence: number): Doubt => ({
      document,
      segment,
      label: 'body',
      suggestion: { label: 'boilerplate', confidence, reason: 'short' },
    })
    const line = new Map([
      [0, 'Share 12'],
      [1, 'Imprint'],
    ])
    const sorted = sortDoubts(
      [doubt('a', 0, 0.85), doubt('b', 1, 0.9), doubt('c', 0, 0.95)],
      ({ segment }) => line.get(segment) ?? '',
    )
    expect(sorted.map(({ document }) => document)).toEqual(['c', 'a', 'b'])
  })
})

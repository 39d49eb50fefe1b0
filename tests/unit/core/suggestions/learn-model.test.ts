import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fineLabelSet } from '../../../../src/core/fine-label-set.ts'
import { simpleLabelSet } from '../../../../src/core/label-set.ts'
import { learnModel } from '../../../../src/core/suggestions/learn-model.ts'
import { createLearner } from '../../../../src/core/suggestions/learner.ts'
import type { SuggestionModel } from '../../../../src/core/suggestions/model.ts'
import type { LabelledModelDocument, ModelDocument } from '../../../../src/core/suggestions/model-document.ts'
import { priorModel } from '../../../../src/core/suggestions/prior-model.ts'
import { labelledPage, labelSetOf, learnUponSentences, page, sitePage } from './labelled-pages.ts'

/** Each run makes several models. */
const few = { numRuns: 20 }

const names = simpleLabelSet.labels.map(({ name }) => name)
const line = fc.oneof(
  fc.constantFrom(
    'Home',
    'Share',
    'Read also: boats',
    '![](a.png) |',
    'Photo: L. Marsh',
    '3 comments',
    '你好。',
  ),
  fc.constant(
    'A long line that ends as sentences do, and that has words enough to be taken for one of the body.',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => /^\S[^\n\r]*$/u.test(text)),
)
const lines = fc.array(line, { maxLength: 25 })
const labelled = fc
  .array(fc.array(fc.tuple(line, fc.constantFrom(...names, '')), { maxLength: 25 }), { maxLength: 6 })
  .map((pages) => pages.map((lines, n) => labelled1(`page-${n}`, lines)))

/** Some lines of arbitrary text are white space to Winnow, or several lines; their labels go by the segments. */
function labelled1(id: string, lines: readonly (readonly [string, string])[]): LabelledModelDocument {
  const document = labelledPage(id, lines)
  return { ...document, labels: document.segments.map((_, n) => document.labels[n] ?? null) }
}

const labelsOf = (model: SuggestionModel, document: ModelDocument): (string | null)[] =>
  model.suggest(document).map((suggestion) => suggestion?.label ?? null)

describe('a learned model', () => {
  it('suggests one label of the set a segment, with a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(labelled, lines, (documents, text) => {
        const document = page('other', text)
        const suggestions = learnModel(simpleLabelSet, documents).suggest(document)
        expect(suggestions).toHaveLength(document.segments.length)
        for (const suggestion of suggestions) {
          expect(names).toContain(suggestion?.label)
          expect(suggestion?.confidence).toBeGreaterThanOrEqual(0)
          expect(suggestion?.confidence).toBeLessThanOrEqual(1)
        }
      }),
      few,
    )
  })

  it('depends on the labels alone, not on the order in which they came or on what was learned before', () => {
    fc.assert(
      fc.property(labelled, lines, (documents, text) => {
        const document = page('other', text)
        const learner = createLearner()
        for (let count = 0; count < documents.length; count++)
          learner.learn(simpleLabelSet, documents.slice(0, count))
        const expected = learnModel(simpleLabelSet, documents).suggest(document)
        expect(learner.learn(simpleLabelSet, documents).suggest(document)).toEqual(expected)
        expect(learnModel(simpleLabelSet, documents.toReversed()).suggest(document)).toEqual(expected)
      }),
      few,
    )
  })

  it('is the prior where nothing is labelled, or with labels that the set does not have any more', () => {
    fc.assert(
      fc.property(labelled, lines, (documents, text) => {
        const document = page('other', text)
        const prior = priorModel(simpleLabelSet).suggest(document)
        expect(learnModel(simpleLabelSet, []).suggest(document)).toEqual(prior)
        const gone = documents.map((one) => ({
          ...one,
          labels: one.labels.map((label) => label && `old ${label}`),
        }))
        expect(learnModel(simpleLabelSet, gone).suggest(document)).toEqual(prior)
      }),
      few,
    )
  })

  it('keeps the labels that the document itself has', () => {
    fc.assert(
      fc.property(labelled, (documents) => {
        const model = learnModel(simpleLabelSet, documents)
        for (const document of documents)
          labelsOf(model, document).forEach((label, n) => {
            const given = document.labels[n] ?? null
            if (given !== null) expect(label).toBe(given)
          })
      }),
      few,
    )
  })

  it('labels a line of the site as it was labelled before, whatever it looks like', () => {
    const document = page(
      'b',
      sitePage(1).map(([text]) => text),
    )
    const model = learnUponSentences(simpleLabelSet, [labelledPage('a', sitePage(0))])
    expect(model.suggest(document).at(-2)).toMatchObject({
      label: 'boilerplate',
      reason: 'repeated-labelled',
    })
  })

  it('learns from a few pages what lines of a form are on the site', () => {
    const document = page(
      'x',
      sitePage(7).map(([text]) => text),
    )
    const wanted = sitePage(7).map(([, label]) => label === 'body')
    const labelled = [0, 1, 2, 3].map((n) => labelledPage(`page-${n}`, sitePage(n)))
    const model = learnUponSentences(simpleLabelSet, labelled)
    expect(labelsOf(model, document).map((label) => label === 'body')).toEqual(wanted)
  })

  it('learns it from the site among many pages of others', () => {
    const others = Array.from({ length: 30 }, (_, n) =>
      labelledPage(`other-${n}`, [
        [`Menu of ${n}`, 'boilerplate'],
        ['Share', 'boilerplate'],
        [`What page ${n} has to say is said in this one long sentence, which ends with a full stop.`, 'body'],
      ]),
    )
    const document = page(
      'b',
      sitePage(1).map(([text]) => text),
    )
    const model = learnModel(simpleLabelSet, [...others, labelledPage('a', sitePage(0))])
    expect(labelsOf(model, document).at(-2)).toBe('boilerplate')
  })

  it('is less sure where labels contradict each other', () => {
    const notice =
      'A notice that stands on every page of the site, and that looks like a sentence of the body.'
    const one = (id: string, label: string): LabelledModelDocument =>
      labelledPage(id, [
        ['Home', 'boilerplate'],
        [notice, label],
        ['Imprint', 'boilerplate'],
      ])
    const document = page('c', ['Home', notice, 'Imprint'])
    const sure = learnModel(simpleLabelSet, [one('a', 'boilerplate'), one('b', 'boilerplate')])
    const torn = learnModel(simpleLabelSet, [one('a', 'boilerplate'), one('b', 'body')])
    const confidence = (model: SuggestionModel): number => model.suggest(document)[1]?.confidence ?? 0
    expect(labelsOf(sure, document)[1]).toBe('boilerplate')
    expect(confidence(torn)).toBeLessThan(confidence(sure))
  })

  it('knows the labels of another set from where they stand', () => {
    const own = labelSetOf(['body', 'byline', 'boilerplate'], 1)
    const one = (id: string, name: string): (readonly [string, string])[] => [
      ['Home', 'boilerplate'],
      [`By ${name}`, 'byline'],
      [
        `What ${name} has to say on page ${id} is said in this long sentence, which ends as it should.`,
        'body',
      ],
      ['Imprint', 'boilerplate'],
    ]
    const model = learnModel(own, [
      labelledPage('a', one('a', 'Anna Holt')),
      labelledPage('b', one('b', 'Bea Marsh')),
    ])
    const document = page(
      'c',
      one('c', 'Cy Webb').map(([text]) => text),
    )
    expect(labelsOf(model, document)).toEqual(['boilerplate', 'byline', 'body', 'boilerplate'])
  })

  it('learns the labels of the fine set', () => {
    const renamed = new Map([['boilerplate', 'navigation']])
    const fine = sitePage(0).map(([text, label]) => [text, renamed.get(label) ?? label] as const)
    const model = learnModel(fineLabelSet, [labelledPage('a', fine)])
    const document = page(
      'b',
      sitePage(1).map(([text]) => text),
    )
    expect(labelsOf(model, document).slice(-2)).toEqual(['navigation', 'navigation'])
  })

  it('suggests nothing for boilerplate where the set has no label for it, and still learns the others', () => {
    const kept = labelSetOf(['body', 'title'], 2)
    const without = sitePage(0).map(([text, label]) => [text, label === 'boilerplate' ? '' : label] as const)
    const document = page(
      'b',
      sitePage(1).map(([text]) => text),
    )
    const labels = labelsOf(learnModel(kept, [labelledPage('a', without)]), document)
    expect(labels[0]).toBeNull()
    expect(labels.at(-1)).toBeNull()
    expect(labels.slice(3, 6)).toEqual(['body', 'body', 'body'])
  })

  it('copes with pages of which all lines are alike', () => {
    const alike = Array.from({ length: 50 }, () => ['More', 'boilerplate'] as const)
    const document = page('b', Array(80).fill('More'))
    const labels = labelsOf(learnModel(simpleLabelSet, [labelledPage('a', alike)]), document)
    expect(new Set(labels)).toEqual(new Set(['boilerplate']))
  })

  it('reads a document anew when its text changed', () => {
    const learner = createLearner()
    const document = page('c', ['Home', 'Sold out', 'Imprint'])
    const one = (text: string): LabelledModelDocument =>
      labelledPage('a', [
        ['Home', 'boilerplate'],
        [text, 'title'],
        ['Imprint', 'boilerplate'],
      ])
    learner.learn(simpleLabelSet, [one('Come in')])
    const after = learner.learn(simpleLabelSet, [one('Sold out')]).suggest(document)
    expect(after[1]).toMatchObject({ label: 'title', reason: 'repeated-labelled' })
  })
})

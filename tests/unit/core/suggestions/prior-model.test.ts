import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fineLabelSet } from '../../../../src/core/fine-label-set.ts'
import { type LabelSet, simpleLabelSet } from '../../../../src/core/label-set.ts'
import { priorModel } from '../../../../src/core/suggestions/prior-model.ts'
import { suggestionReasons } from '../../../../src/core/suggestions/suggestion.ts'
import { anyDocument, documentOf } from './any-document.ts'

const only = (...names: string[]): LabelSet => ({
  name: 'some',
  labels: simpleLabelSet.labels.filter((label) => names.includes(label.name)),
})

const anySet = fc.constantFrom(simpleLabelSet, fineLabelSet, only('title', 'body'), only('boilerplate'))

const page = `Home
News
Sport
Weather
Lanterns return to the harbour after three years
By Anna Holt, 14 June 2026, 08:30
![Boats at the pier with lanterns](https://example.org/pier.jpg)
Boats at the pier with lanterns. Photo: L. Marsh
After three silent summers, the lantern festival filled the quay again on Sunday night, and nobody left early.
“We had almost given up,” said the harbour master on Tuesday, when the last boat had been brought in and counted.
The festival had been stopped when the old pier was closed, because the town could not pay for a second one.
This year the fishermen built their own stage out of crates, and the council let them keep it until the autumn.
Most read
Harbour dredging begins
Mayor opens new library
Five things to do this weekend
Contact
Privacy
© 2026 Harbour Courier. All rights reserved.`

describe('priorModel', () => {
  it('tells the article of a page from what surrounds it', () => {
    const labels = priorModel(simpleLabelSet)
      .suggest(documentOf(page))
      .map((suggestion) => suggestion?.label)
    expect(labels.slice(8, 12)).toEqual(['body', 'body', 'body', 'body'])
    expect(labels.slice(0, 4)).toEqual(Array(4).fill('boilerplate'))
    expect(labels.slice(12)).toEqual(Array(7).fill('boilerplate'))
    expect(labels.slice(4, 8)).not.toContain('body')
  })

  it('makes one suggestion a segment, with a label of the set and a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(anyDocument, anySet, (document, set) => {
        const suggestions = priorModel(set).suggest(document)
        expect(suggestions).toHaveLength(document.segments.length)
        const names = set.labels.map(({ name }) => name)
        for (const suggestion of suggestions) {
          if (suggestion === null) continue
          expect(names).toContain(suggestion.label)
          expect(suggestion.confidence).toBeGreaterThanOrEqual(0)
          expect(suggestion.confidence).toBeLessThanOrEqual(1)
          expect(suggestionReasons).toContain(suggestion.reason)
        }
      }),
    )
  })

  it('says the same each time', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const again = priorModel(simpleLabelSet).suggest(structuredClone(document))
        expect(again).toEqual(priorModel(simpleLabelSet).suggest(document))
      }),
    )
  })

  it('does not mind what the labels are called or in which order they are', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const turned = { ...simpleLabelSet, labels: simpleLabelSet.labels.toReversed() }
        expect(priorModel(turned).suggest(document)).toEqual(priorModel(simpleLabelSet).suggest(document))
      }),
    )
  })

  it('suggests nothing where the set has no label for it', () => {
    const body = priorModel(only('title', 'body')).suggest(documentOf(page))
    expect(body.slice(12)).toEqual(Array(7).fill(null))
    const rest = priorModel(only('boilerplate')).suggest(documentOf(page))
    expect(rest.slice(8, 12)).toEqual([null, null, null, null])
  })

  it('calls the residue of an image a caption within the article and boilerplate outside of it', () => {
    const residue = '![](https://example.org/a.jpg)'
    const lines = page.split('\n').toSpliced(10, 0, residue).concat(residue)
    const suggestions = priorModel(simpleLabelSet).suggest(documentOf(lines.join('\n')))
    expect(suggestions[10]).toMatchObject({ label: 'caption', reason: 'image-residue' })
    expect(suggestions.at(-1)).toMatchObject({ label: 'boilerplate', reason: 'image-residue' })
  })

  it('copes with a page of many lines that are all alike', () => {
    const text = Array(3000).fill('The same line, again and again, until nobody reads it.').join('\n')
    expect(priorModel(simpleLabelSet).suggest(documentOf(text))).toHaveLength(3000)
  })
})

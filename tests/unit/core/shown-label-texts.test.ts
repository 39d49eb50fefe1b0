import { describe, expect, it } from 'vitest'
import { fineLabelSet } from '../../../src/core/fine-label-set.ts'
import { simpleLabelSet } from '../../../src/core/label-set.ts'
import { labelTextsVi } from '../../../src/core/label-texts/label-texts-vi.ts'
import { shownLabelTexts } from '../../../src/core/label-texts/shown-label-texts.ts'

const presets = [
  { set: simpleLabelSet, texts: labelTextsVi.simple },
  { set: fineLabelSet, texts: labelTextsVi.fine },
]

describe.each(presets)('the preset $set.name', ({ set, texts }) => {
  it('has Vietnamese for each of its labels, and for no other', () => {
    expect(Object.keys(texts)).toEqual(set.labels.map(({ name }) => name))
  })

  it.each(set.labels)('says in Vietnamese what $name is, with as many examples', (label) => {
    const shown = shownLabelTexts(label, 'vi')
    // As it stands in the catalogue of this set: what both sets say alike is translated alike.
    expect(shown).toEqual(texts[label.name])
    expect(shown.description.trim()).not.toBe('')
    expect(shown.description).not.toBe(label.description)
    expect(shown.examples).toHaveLength(label.examples.length)
    // An example without letters is the same on pages in any language.
    for (const [index, example] of label.examples.entries())
      expect(shown.examples[index] === example, example).toBe(!/\p{L}/u.test(example))
  })

  it.each(set.labels)('says in English what it has always said of $name', (label) => {
    const { description, examples } = label
    expect(shownLabelTexts(label, 'en')).toEqual({ description, examples })
  })
})

describe('a label that a corpus has changed', () => {
  const [label] = simpleLabelSet.labels
  if (!label) throw new Error('the preset has no labels')
  const { description, examples } = shownLabelTexts(label, 'vi')

  it('is shown in its own words, and what it left alone in Vietnamese', () => {
    const own = ['Our headline']
    expect(shownLabelTexts({ ...label, examples: own }, 'vi')).toEqual({ description, examples: own })
    expect(shownLabelTexts({ ...label, description: 'Ours.' }, 'vi')).toEqual({
      description: 'Ours.',
      examples,
    })
    const more = [...label.examples, 'Our headline']
    expect(shownLabelTexts({ ...label, examples: more }, 'vi').examples).toEqual(more)
  })

  it('still says what the preset says under another name', () => {
    const renamed = { ...label, name: 'headline' }
    expect(shownLabelTexts(renamed, 'vi')).toEqual({ description, examples })
  })

  it('says nothing where it says nothing', () => {
    const empty = { description: '', examples: [] }
    expect(shownLabelTexts(empty, 'vi')).toEqual(empty)
  })
})

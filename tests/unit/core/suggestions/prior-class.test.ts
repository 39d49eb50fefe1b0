import { describe, expect, it } from 'vitest'
import { fineLabelSet } from '../../../../src/core/fine-label-set.ts'
import { type LabelSet, simpleLabelSet } from '../../../../src/core/label-set.ts'
import { classLabels } from '../../../../src/core/suggestions/prior-class.ts'

const only = (...names: string[]): LabelSet => ({
  name: 'some',
  labels: simpleLabelSet.labels.filter((label) => names.includes(label.name)),
})

const renamed = (names: Record<string, string>): LabelSet => ({
  name: 'renamed',
  labels: simpleLabelSet.labels.map((label) => ({ ...label, name: names[label.name] ?? label.name })),
})

describe('classLabels', () => {
  it('finds the labels of the presets by name', () => {
    expect(classLabels(simpleLabelSet)).toEqual({
      boilerplate: 'boilerplate',
      body: 'body',
      title: 'title',
      caption: 'caption',
    })
    expect(classLabels(fineLabelSet)).toEqual({
      boilerplate: 'navigation',
      body: 'body',
      title: 'title',
      caption: 'caption',
    })
  })

  it('does not mind the case of a name', () => {
    expect(classLabels(renamed({ body: 'Body', title: 'TITLE' }))).toMatchObject({
      body: 'Body',
      title: 'TITLE',
    })
  })

  it('goes by what is kept where no name fits', () => {
    const set = renamed({ title: 'keep', body: 'keep too', caption: 'drop', boilerplate: 'drop too' })
    expect(classLabels(set)).toEqual({
      boilerplate: 'drop too',
      body: 'keep',
      title: 'keep',
      caption: 'drop too',
    })
  })

  it('has no label for what the set keeps or drops nothing of', () => {
    expect(classLabels(only('title', 'body'))).toEqual({
      boilerplate: null,
      body: 'body',
      title: 'title',
      caption: null,
    })
    expect(classLabels(only('boilerplate'))).toEqual({
      boilerplate: 'boilerplate',
      body: null,
      title: null,
      caption: 'boilerplate',
    })
  })
})

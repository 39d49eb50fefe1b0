import { expect, it } from 'vitest'
import { fineLabelSet } from '../../../src/core/fine-label-set.ts'
import { type Label, type LabelSet, simpleLabelSet } from '../../../src/core/label-set.ts'
import { practiceLabels } from '../../../src/core/practice/practice-labels.ts'

const quote: Label = { name: 'quote', colour: 'red', key: 'g', keep: true, description: '', examples: [] }

it.each([
  { what: 'no corpus is open', own: null },
  { what: 'the corpus has the simple set', own: simpleLabelSet },
])('is with the simple set where $what', ({ own }) => {
  expect(practiceLabels(own)).toEqual({ preset: 'simple', labelSet: simpleLabelSet, differ: false })
})

it('is with the fine set where the corpus has all of its labels', () => {
  expect(practiceLabels(fineLabelSet)).toEqual({ preset: 'fine', labelSet: fineLabelSet, differ: false })
  // As after a change from the simple set that has kept a label.
  const both = [...fineLabelSet.labels, ...simpleLabelSet.labels.filter(({ name }) => name === 'boilerplate')]
  expect(practiceLabels({ name: 'both', labels: both }).preset).toBe('fine')
})

it('is on the keys, in the order and in the colours of the corpus, without labels that no guidelines of ours know', () => {
  const labels = simpleLabelSet.labels
    .map((label): Label => (label.name === 'body' ? { ...label, key: 'y', colour: 'pink' } : label))
    .reverse()
  const own: LabelSet = { name: 'ours', labels: [quote, ...labels] }
  expect(practiceLabels(own)).toEqual({
    preset: 'simple',
    labelSet: { name: 'simple', labels },
    differ: false,
  })
})

it('is with the simple set, and says so, where the corpus has neither preset', () => {
  const without = { name: 'fine', labels: fineLabelSet.labels.filter(({ name }) => name !== 'uncertain') }
  for (const own of [without, { name: 'ours', labels: [quote] }])
    expect(practiceLabels(own)).toEqual({ preset: 'simple', labelSet: simpleLabelSet, differ: true })
})

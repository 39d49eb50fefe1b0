import { describe, expect, it } from 'vitest'
import { type LabelSet, labelSetSchema, restLabel, simpleLabelSet } from '../../../src/core/label-set.ts'

const change = (index: number, fields: object): unknown => ({
  ...simpleLabelSet,
  labels: simpleLabelSet.labels.map((label, at) => (at === index ? { ...label, ...fields } : label)),
})

describe('labelSetSchema', () => {
  it('accepts the preset, whose keys are t b c x in this order', () => {
    expect(labelSetSchema.parse(simpleLabelSet)).toEqual(simpleLabelSet)
    expect(simpleLabelSet.labels.map((label) => label.key)).toEqual(['t', 'b', 'c', 'x'])
    expect(simpleLabelSet.labels.filter((label) => label.keep).map((label) => label.name)).toEqual([
      'title',
      'body',
    ])
  })

  it.each([
    ['two labels of one name', change(1, { name: 'title' })],
    ['two labels on one key', change(1, { key: 't' })],
    ['a colour that the interface does not have', change(0, { colour: '#ff0000' })],
    ['a key of two letters', change(0, { key: 'tt' })],
    ['a label without a name', change(0, { name: '' })],
    ['no labels', { name: 'none', labels: [] }],
    ['keep as a word', change(0, { keep: 'yes' })],
  ])('refuses %s', (_, set) => {
    expect(labelSetSchema.safeParse(set).success).toBe(false)
  })
})

describe('restLabel', () => {
  const named = (names: [string, boolean][]): LabelSet => ({
    name: 'test',
    labels: names.map(([name, keep], index) => ({
      name,
      keep,
      colour: 'stone',
      key: String.fromCharCode(97 + index),
      description: '',
      examples: [],
    })),
  })
  it.each<[[string, boolean][], string | undefined]>([
    [
      [
        ['boilerplate', false],
        ['advert', false],
      ],
      'boilerplate',
    ],
    [
      [
        ['body', true],
        ['navigation', false],
        ['advert', false],
        ['lede', true],
      ],
      'navigation',
    ],
    [
      [
        ['related', false],
        ['advert', false],
        ['lede', true],
      ],
      'advert',
    ],
    [[['body', true]], undefined],
  ])('of %j is %s', (names, expected) => {
    expect(restLabel(named(names))?.name).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { readCleanedText } from '../../../../src/core/datasets/cleaned-text/read-cleaned-text.ts'
import { labelForGold } from '../../../../src/core/datasets/gold-labels.ts'
import { l3sClasses, l3sClassOf } from '../../../../src/core/datasets/l3s-gn1/l3s-classes.ts'
import { fineLabelSet } from '../../../../src/core/fine-label-set.ts'
import { type LabelSet, simpleLabelSet } from '../../../../src/core/label-set.ts'
import { collected, inChunks } from './in-chunks.ts'

const each = (tags: readonly string[], set: LabelSet): (string | null)[] =>
  tags.map((tag) => labelForGold(tag, set.labels))

describe('the label that fits one of a gold text', () => {
  it('is the one of the same meaning', () => {
    expect(each(['h', 'p', 'l', 'content', '1', '0'], simpleLabelSet)).toEqual([
      'title',
      'body',
      'body',
      'body',
      'body',
      'boilerplate',
    ])
    expect(each(l3sClasses, fineLabelSet)).toEqual([
      'navigation',
      'title',
      'body',
      'caption',
      'related',
      'comments',
    ])
    expect(each(['related', 'comments'], simpleLabelSet)).toEqual(['boilerplate', 'boilerplate'])
  })

  it('is the one of its name before any other, whatever the case', () => {
    expect(each(['Body', 'lede', 'chú thích', 'constructor'], fineLabelSet)).toEqual([
      'body',
      'lede',
      null,
      null,
    ])
  })

  it('is the first that is kept, or none, where names do not tell', () => {
    const [label] = simpleLabelSet.labels
    if (!label) throw new Error('no label')
    const labels = [
      { ...label, name: 'rác', keep: false },
      { ...label, name: 'bài', key: 'b', keep: true },
    ]
    expect(each(['h', 'content', '0', 'supplemental'], { name: 'x', labels })).toEqual([
      'bài',
      'bài',
      'rác',
      null,
    ])
  })
})

it('knows no class of L3S-GN1 by what every object has', () => {
  expect(l3sClassOf({ name: 'constructor', keep: true })).toBe('full-text')
})

it('reads cleaned text by its lines', async () => {
  expect(await collected(readCleanedText(inChunks('\ufeffTitle\r\n\r\n  One.\rTwo', 3), 'a/b.txt'))).toEqual([
    expect.objectContaining({
      id: 'a/b.txt',
      lines: ['Title', 'One.', 'Two'].map((text) => ({ text, label: 'content' })),
    }),
  ])
})

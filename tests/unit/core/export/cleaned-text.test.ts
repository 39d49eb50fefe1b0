import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanedText } from '../../../../src/core/export/cleaned-text.ts'
import { simpleLabelSet } from '../../../../src/core/label-set.ts'
import { anyAnnotatedText } from '../any-annotation.ts'

it('is the kept segments, one after the other, each with a line end', () => {
  fc.assert(
    fc.property(anyAnnotatedText, ({ text, annotation }) => {
      let expected = ''
      for (const { start, end, label } of annotation.segments)
        if (label === 'title' || label === 'body') expected += `${text.slice(start, end)}\n`
      expect(cleanedText(text, annotation, simpleLabelSet)).toBe(expected)
    }),
  )
})

it('leaves out what has no label, a label to drop, or one that the set does not know', () => {
  const text = 'title\nbody\nmenu\nlede\nnot yet'
  const labels = ['title', 'body', 'boilerplate', 'lede', null]
  let at = 0
  const segments = text.split('\n').map((line, index) => {
    const start = at
    at += line.length + 1
    const label = labels[index] ?? null
    return { start, end: start + line.length, label, by: label === null ? null : ('human' as const) }
  })
  expect(cleanedText(text, { segments, status: 'done', note: '' }, simpleLabelSet)).toBe('title\nbody\n')
})

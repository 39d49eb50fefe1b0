import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanedText } from '../../../../src/core/datasets/cleaned-text/cleaned-text.ts'
import { anyContext, anyDatasetDocument, datasetDocument } from './any-dataset-document.ts'

it('is the kept segments, one after the other, with the separator between and a line end after the last', () => {
  const separators = { line: '\n', 'blank-line': '\n\n' } as const
  fc.assert(
    fc.property(anyDatasetDocument, fc.constantFrom('line', 'blank-line'), (document, separator) => {
      let expected = ''
      for (const { start, end, label } of document.segments)
        if (label === 'title' || label === 'body')
          expected += (expected && separators[separator]) + document.text.slice(start, end)
      const context = { ...anyContext, options: { ...anyContext.options, separator } }
      expect(cleanedText(document, context)).toBe(expected && `${expected}\n`)
    }),
  )
})

it('leaves out what has no label, a label to drop, or one that the dataset does not know', () => {
  const text = 'title\nbody\nmenu\nlede\nnot yet'
  const labels = ['title', 'body', 'boilerplate', 'lede', null]
  let at = 0
  const segments = text.split('\n').map((line, index) => {
    const start = at
    at += line.length + 1
    const label = labels[index] ?? null
    return { start, end: start + line.length, label, by: label === null ? null : ('human' as const) }
  })
  expect(cleanedText(datasetDocument('a', text, segments), anyContext)).toBe('title\nbody\n')
})

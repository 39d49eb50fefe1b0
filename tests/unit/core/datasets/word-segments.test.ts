import { expect, it } from 'vitest'
import { wordSegments } from '../../../../src/core/datasets/word-segments.ts'

it('cuts a long text where it would be cut at once', () => {
  for (const word of [
    'สวัสดีชาวโลก',
    '你好世界。',
    'letters',
    '🇻🇳',
    '👩\u200D🌾',
    'One, “two” 3.5\n\r\n  e\u0301 ',
  ])
    for (const times of [1, 200, 399]) {
      const long = word.repeat(times)
      const atOnce = Array.from(new Intl.Segmenter('en', { granularity: 'word' }).segment(long))
      expect([...wordSegments(long)]).toEqual(atOnce.map(({ segment, index }) => ({ segment, index })))
    }
})

it('takes time that grows with the text', { timeout: 20_000 }, () => {
  let words = 0
  for (const { segment } of wordSegments('word '.repeat(100_000))) if (segment === 'word') words++
  expect(words).toBe(100_000)
})

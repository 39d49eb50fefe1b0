import { describe, expect, it } from 'vitest'
import { segmentsInWindows } from '../../../src/core/segments-in-windows.ts'

const pieces = [
  'สวัสดีชาวโลก',
  '你好世界。',
  'letters',
  '🇻🇳',
  '👩\u200D🌾',
  'One, “two” 3.5\r\n  e\u0301. And (so) on?! “Yes.” ',
]

describe.each(['grapheme', 'word', 'sentence'] as const)('a long text by %s', (granularity) => {
  const segmenter = new Intl.Segmenter('en', { granularity })

  it('is cut where it would be cut at once', () => {
    for (const piece of pieces)
      for (const times of [0, 1, 200, 399]) {
        const long = piece.repeat(times)
        const atOnce = Array.from(segmenter.segment(long), ({ segment, index }) => ({ segment, index }))
        expect([...segmentsInWindows(segmenter, long)]).toEqual(atOnce)
      }
  })

  it('takes time that grows with its length', { timeout: 20_000 }, () => {
    let length = 0
    for (const { segment } of segmentsInWindows(segmenter, 'Some words. '.repeat(40_000)))
      length += segment.length
    expect(length).toBe(480_000)
  })
})

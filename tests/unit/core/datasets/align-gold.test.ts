import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignGold } from '../../../../src/core/datasets/align-gold.ts'
import { lines } from '../../../../src/core/lines.ts'
import { segmentByLine } from '../../../../src/core/segmentation/line.ts'
import { anyAnnotatedText } from '../any-annotation.ts'
import { spansOfSegments } from './spans-of-segments.ts'

/** The labels of the lines of `text`: that of the gold text, or `-` where the line is not in it. */
function labelled(text: string, gold: readonly { text: string; label: string | null }[]): string[] {
  const segments = segmentByLine(text)
  return spansOfSegments(segments, alignGold(text, gold).spans).map((span) => span?.label ?? '-')
}

const page = [
  'Harbour Courier',
  'Home | News | Sport',
  'Lanterns return to the harbour after three years',
  'Share',
  '![](a.jpg) | Boats at the pier on Sunday. Photo: L. Marsh',
  'After three silent summers, the lantern festival filled the quay again on Sunday night.',
  '“We had almost given up,” said the harbour master on Tuesday.',
  'Most read',
  'Lanterns return to the harbour after three years',
  'Harbour dredging begins',
]
const p = (text: string): { text: string; label: string } => ({ text, label: 'p' })
const title = { text: page[2] ?? '', label: 'h' }

describe('the lines of a gold text in the text of a dump', () => {
  it('are found where they stand, and the rest of the page is not theirs', () => {
    const gold = [title, p(page[5] ?? ''), p(page[6] ?? '')]
    expect(labelled(page.join('\n'), gold)).toEqual(['-', '-', 'h', '-', '-', 'p', 'p', '-', '-', '-'])
    expect(alignGold(page.join('\n'), gold).share).toBe(1)
  })

  it('may be joined, split, and laid out anew', () => {
    const joined = p(`${page[5]} ${page[6]?.replaceAll(' ', '  \n ')}`)
    expect(labelled(page.join('\r\n'), [title, joined])).toEqual([...'--h--pp---'])
    const [front, back] = [page[5]?.slice(0, 40) ?? '', page[5]?.slice(40) ?? '']
    expect(labelled(page.join('\n'), [p(front), p(back), p(page[6] ?? '')])).toEqual([...'-----pp---'])
  })

  it('may be composed otherwise', () => {
    const text = 'Trang chủ\nNhịp sống ven sông đã trở lại\n각각의 소식\nĐọc nhiều nhất'
    for (const form of ['NFC', 'NFD'])
      for (const other of ['NFC', 'NFD'])
        expect(
          labelled(text.normalize(form), [
            p('Nhịp sống ven sông đã trở lại'.normalize(other)),
            p('각각의 소식'.normalize(other)),
          ]),
        ).toEqual(['-', 'p', 'p', '-'])
  })

  it('may have been corrected a little', () => {
    const corrected = p((page[5] ?? '').replace('silent', 'quiet').replace('Sunday', 'Saturday'))
    const { share } = alignGold(page.join('\n'), [corrected])
    expect(labelled(page.join('\n'), [corrected])).toEqual([...'-----p----'])
    expect(share).toBeGreaterThan(0.75)
    expect(share).toBeLessThan(1)
  })

  it('are not found in another page', () => {
    const { share, spans } = alignGold('Weather\nRain in the north, sun in the south.\nSubscribe', [
      p('Completely different words were written here about parliament.'),
    ])
    expect(share).toBeLessThan(0.2)
    expect(spans).toEqual([])
  })

  it('are found in as little as a part of a line', () => {
    const text = '![](a.jpg) | Harbour dredging begins'
    const { spans } = alignGold(text, [p('Harbour dredging begins')])
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Harbour dredging begins'])
  })

  it('are all found for a gold text without any, which loses nothing', () => {
    expect(alignGold('menu', [])).toEqual({ spans: [], share: 1 })
    expect(alignGold('', [{ text: '\u200b', label: 'p' }])).toEqual({ spans: [], share: 1 })
  })
})

it('gives a whole text back as it was cut and labelled', () => {
  fc.assert(
    fc.property(anyAnnotatedText, ({ text, annotation }) => {
      const gold = annotation.segments.map(({ start, end, label }) => ({
        text: text.slice(start, end),
        label,
      }))
      // A cut between a letter and its mark, or within a syllable, leaves no letter that is the same.
      fc.pre(gold.every((line) => !/^[\p{M}\u1161-\u11c2]/u.test(line.text)))
      const { spans, share } = alignGold(text, gold)
      expect(share).toBe(1)
      const found = spansOfSegments(annotation.segments, spans)
      annotation.segments.forEach(({ start, end, label }, index) => {
        // What shows nothing has nothing to be found by.
        const shown = text.slice(start, end).replace(/[\s\p{Cc}\p{Cf}]/gu, '')
        if (2 * shown.length > end - start) expect(found[index]?.label).toBe(label)
      })
    }),
  )
})

it('gives spans in order, without overlap, whatever the texts', () => {
  fc.assert(
    fc.property(anyAnnotatedText, anyAnnotatedText, (one, other) => {
      const gold = [...lines(other.text)].map(({ start, end }) => p(other.text.slice(start, end)))
      const { spans, share } = alignGold(one.text, gold)
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      let at = 0
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBeLessThanOrEqual(one.text.length)
    }),
  )
})

it('takes time for 100,000 lines that is worth their number', { timeout: 60_000 }, () => {
  let seed = 7
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return (seed >>> 8) % below
  }
  const word = (): string => `word${random(3000)}`
  const sentence = (length: number): string => Array.from({ length }, word).join(' ')
  const all = Array.from({ length: 100_000 }, (_, at) =>
    at % 3 === 0 ? 'Read more' : at % 3 === 1 ? sentence(12) : sentence(2),
  )
  const gold = all.filter((_, at) => at % 3 === 1).map(p)
  const { share, spans } = alignGold(all.join('\n'), gold)
  expect(share).toBe(1)
  expect(spans).toHaveLength(gold.length)
})

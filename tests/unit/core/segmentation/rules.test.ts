import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentationFaults } from '../../../../src/core/segment.ts'
import {
  type SegmentationRule,
  segmentationRules,
  segmentBy,
} from '../../../../src/core/segmentation/rules.ts'
import { anyText } from '../any-text.ts'

const cut = (rule: SegmentationRule, text: string): string[] =>
  segmentBy(rule, text).map(({ start, end }) => text.slice(start, end))

describe.each(segmentationRules)('the rule %s', (rule) => {
  it('cuts any text into a segmentation without a fault, and labels nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const segments = segmentBy(rule, text)
        expect(segmentationFaults(text, segments)).toEqual([])
        expect(segments.every((segment) => segment.label === null)).toBe(true)
      }),
    )
  })

  it('cuts no character of more than one code point in two', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const content of cut(rule, text)) expect(content).not.toMatch(/^\p{Cs}|\p{Cs}$/u)
      }),
    )
  })
})

it.each(segmentationRules.filter((rule) => rule !== 'paragraph'))(
  '%s never joins what stands on two lines',
  (rule) => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const content of cut(rule, text)) expect(content).not.toMatch(/[\r\n]/)
      }),
    )
  },
)

it('paragraphs end at blank lines, whatever blank is made of', () => {
  expect(cut('paragraph', '  one\ntwo \r\n \u3000\r\nthree\n\n\nfour')).toEqual(['one\ntwo', 'three', 'four'])
  expect(cut('paragraph', '\n\n')).toEqual([])
})

describe('sentences', () => {
  it.each<[string, string, string[]]>([
    [
      'English, with titles and initials',
      'Mr. Smith met J. K. Rowling. They talked! Why? Nobody knows.',
      ['Mr. Smith met J. K. Rowling.', 'They talked!', 'Why?', 'Nobody knows.'],
    ],
    [
      'Vietnamese, with its abbreviations',
      'Lễ hội diễn ra ở TP. Hồ Chí Minh. PGS.TS. Nguyễn Văn A nói “Rất vui.” Mọi người đồng ý.',
      ['Lễ hội diễn ra ở TP. Hồ Chí Minh.', 'PGS.TS. Nguyễn Văn A nói “Rất vui.”', 'Mọi người đồng ý.'],
    ],
    ['Greek, where a semicolon asks', 'Τι είναι αυτό; Δεν ξέρω.', ['Τι είναι αυτό;', 'Δεν ξέρω.']],
    ['English, where it does not', 'Rain; then sun. Done.', ['Rain; then sun.', 'Done.']],
    ['Japanese', '雨が降る。川が増える。', ['雨が降る。', '川が増える。']],
    ['Arabic', 'هل وصلت؟ نعم وصلت.', ['هل وصلت؟', 'نعم وصلت.']],
  ])('%s', (_, text, sentences) => {
    expect(cut('sentence', text)).toEqual(sentences)
  })

  it('end with the line', () => {
    expect(cut('sentence', 'A headline\nOne. Two\n')).toEqual(['A headline', 'One.', 'Two'])
  })

  it('are not made of image residue and pipes alone', () => {
    expect(cut('sentence', '![]() |\n![]() A teaser. Another! |')).toEqual([
      '![]() |',
      '![]() A teaser.',
      'Another! |',
    ])
  })
})

describe('Markdown blocks', () => {
  it.each<[string, string[]]>([
    ['![]() | A teaser |', ['![]() |', 'A teaser', '|']],
    ['![]() |', ['![]() |']],
    ['![a](b.jpg) ![](c) text ![](d)', ['![a](b.jpg) ![](c)', 'text', '![](d)']],
    ['[![logo](l.png)](https://a.example) Home', ['[![logo](l.png)](https://a.example)', 'Home']],
    ['| one | two |', ['|', 'one', '|', 'two', '|']],
    ['|one|two|', ['|', 'one|two', '|']],
    ['a link [text](address) stays', ['a link [text](address) stays']],
    ['broken ![ residue ]( here', ['broken ![ residue ]( here']],
  ])('%s', (text, blocks) => {
    expect(cut('markdown-block', text)).toEqual(blocks)
  })

  it('is quick on a line made to be slow', () => {
    const hostile = ['!['.repeat(4_000), '| '.repeat(10_000), '![](  '.repeat(4_000), '[!['.repeat(4_000)]
    for (const line of hostile) {
      const began = performance.now()
      segmentBy('markdown-block', line)
      expect(performance.now() - began).toBeLessThan(2000)
    }
  })
})

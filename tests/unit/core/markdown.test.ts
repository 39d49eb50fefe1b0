import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guidelinesEn } from '../../../src/core/guidelines/guidelines-en.ts'
import { guidelinesVi } from '../../../src/core/guidelines/guidelines-vi.ts'
import { type MarkdownBlock, type MarkdownSpan, parseMarkdown } from '../../../src/core/markdown.ts'
import { anyText } from './any-text.ts'

const plain = (text: string): MarkdownSpan => ({ text, style: 'plain' })

const spansOf = (block: MarkdownBlock): MarkdownSpan[] =>
  block.kind === 'code' ? [plain(block.text)] : block.kind === 'list' ? block.items.flat() : block.spans

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '')

it('knows headings, paragraphs, lists, quotes and code', () => {
  const text = '# One\nA *b*\nc **d**\n\n- x `y*`\n  on\n- z\n1. n\n> q\n> r\n```\n# no\n```\n'
  expect(parseMarkdown(text)).toEqual([
    { kind: 'heading', level: 1, spans: [plain('One')] },
    {
      kind: 'paragraph',
      spans: [
        plain('A '),
        { text: 'b', style: 'emphasis' },
        plain(' '),
        plain('c '),
        { text: 'd', style: 'strong' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [[plain('x '), { text: 'y*', style: 'code' }, plain(' '), plain('on')], [plain('z')]],
    },
    { kind: 'list', ordered: true, items: [[plain('n')]] },
    { kind: 'quote', spans: [plain('q'), plain(' '), plain('r')] },
    { kind: 'code', text: '# no' },
  ])
})

it('leaves what it does not know as text', () => {
  for (const text of ['<b onclick="x()">bold</b>', '[a](javascript:b)', '2 * 3 * 4', '** a', '####### a'])
    expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', spans: [plain(text)] }])
})

it('loses no letter, whatever the text', () => {
  const anyMarkdown = fc
    .array(fc.oneof(anyText, fc.constantFrom('\n', '# ', '- ', '1. ', '> ', '**', '*', '`', '\n\n')))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(anyMarkdown, (text) => {
      const shown = parseMarkdown(text).flatMap(spansOf)
      expect(letters(shown.map((span) => span.text).join(''))).toBe(letters(text))
    }),
  )
})

it.each([
  ['English', guidelinesEn, 'any page of the site'],
  ['Vietnamese', guidelinesVi, 'bất kỳ trang nào'],
])('the %s guidelines are headings, the test and lists', (_, text, test) => {
  const blocks = parseMarkdown(text)
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['heading', 'paragraph', 'quote', 'list']))
  const quote = blocks.find(({ kind }) => kind === 'quote')
  expect(
    quote &&
      spansOf(quote)
        .map((span) => span.text)
        .join(''),
  ).toContain(test)
  // Every sign of Markdown in them was understood.
  for (const { style, text: run } of blocks.flatMap(spansOf))
    if (style === 'plain') expect(run).not.toMatch(/[*`]/)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointName, visiblePieces } from '../../../src/core/visible-text.ts'
import { anyText } from './any-text.ts'

const pieces = (row: string): string[] => visiblePieces(row).map(({ kind, text }) => `${kind}:${text}`)

describe('visiblePieces', () => {
  it('gives any row again when joined, and no piece is empty', () => {
    fc.assert(
      fc.property(anyText, (row) => {
        const cut = visiblePieces(row)
        expect(cut.map((piece) => piece.text).join('')).toBe(row)
        expect(cut.every((piece) => piece.text.length > 0)).toBe(true)
      }),
    )
  })

  it('leaves no character that turns the direction or shows nothing in a piece of text', () => {
    fc.assert(
      fc.property(anyText, (row) => {
        for (const { kind, text } of visiblePieces(row))
          if (kind === 'text')
            expect(text).not.toMatch(/(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u)
      }),
    )
  })

  it.each([
    ['plain text', ['text:plain text']],
    ['', []],
    ['![]() |', ['markup:![]()', 'text: ', 'markup:|']],
    ['![]() Teaser |', ['markup:![]()', 'text: Teaser ', 'markup:|']],
    ['![alt](https://a.example/x.jpg?rt=1)', ['markup:![alt](https://a.example/x.jpg?rt=1)']],
    ['a | b', ['text:a | b']],
    ['  a\u00A0b ', ['space:  ', 'text:a', 'space:\u00A0', 'text:b', 'space: ']],
    ['a\u001B[31m', ['text:a', 'control:\u001B', 'text:[31m']],
    ['\u202Eabc', ['control:\u202E', 'text:abc']],
    ['👩\u200D🌾', ['text:👩\u200D🌾']],
    ['Nhịp'.normalize('NFD'), [`text:${'Nhịp'.normalize('NFD')}`]],
  ])('cuts %j', (row, expected) => {
    expect(pieces(row)).toEqual(expected)
  })
})

it.each([
  ['\u200F', 'U+200F'],
  ['\u0000', 'U+0000'],
  ['\u{E0001}', 'U+E0001'],
])('codePointName of %j is %s', (character, name) => {
  expect(codePointName(character)).toBe(name)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lines } from '../../../src/core/lines.ts'
import { anyText } from './any-text.ts'

const contents = (text: string): string[] => [...lines(text)].map(({ start, end }) => text.slice(start, end))

it.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\n\n', ['a', '']],
  ['\r\n', ['']],
  ['a\r\nb\rc\nd', ['a', 'b', 'c', 'd']],
  ['a\n\rb', ['a', '', 'b']],
  ['a\u2028b\u0085c\vd\fe', ['a\u2028b\u0085c\vd\fe']],
  ['\uFEFFa\r', ['\uFEFFa']],
])('%j has the lines %j', (text, expected) => {
  expect(contents(text)).toEqual(expected)
})

it('gives the lines that splitting at line ends gives', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const split = text.split(/\r\n|\n|\r/)
      if (split.at(-1) === '') split.pop()
      expect(contents(text)).toEqual(split)
    }),
  )
})

it('leaves nothing but line ends between lines', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0
      for (const { start, end } of lines(text)) {
        expect(text.slice(at, start)).toMatch(at === 0 && start === 0 ? /^$/ : /^(?:\r\n|\n|\r)$/)
        at = end
      }
      expect(text.slice(at)).toMatch(/^(?:\r\n|\n|\r)?$/)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelsName } from '../../../src/node/labels-path.ts'

const segment = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
    fc.constantFrom('a', 'a.txt', 'a.txt.json', 'a.txt.json~', 'a.TXT.JSON', '~', 'đ'.repeat(127)),
  )
  .filter((name) => !/[/\\\0]/.test(name) && name !== '.' && name !== '..')
const document = fc.array(segment, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'))

test('folders are mirrored and the name has .json appended', () => {
  expect(labelsName('site a/Trang #1 “100%” 😀.txt')).toBe('site a/Trang #1 “100%” 😀.txt.json')
})

test('a folder can never be where a labels file is', () => {
  expect(labelsName('a.txt')).toBe('a.txt.json')
  expect(labelsName('a.txt.json/b.txt')).toBe('a.txt.json~/b.txt.json')
  expect(labelsName('a.txt.json~/b.txt')).toBe('a.txt.json~~/b.txt.json')
})

test('two documents never share a labels file, and none is where another needs a folder', () => {
  fc.assert(
    fc.property(document, document, (one, other) => {
      fc.pre(one !== other)
      expect(labelsName(one)).not.toBe(labelsName(other))
      expect(labelsName(one).startsWith(`${labelsName(other)}/`)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('every name fits a file system, with room for a suffix behind the last', () => {
  fc.assert(
    fc.property(document, (id) => {
      const names = labelsName(id).split('/')
      for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
      expect(Buffer.byteLength(names.at(-1) ?? '')).toBeLessThanOrEqual(255 - 48)
    }),
  )
})

test.each([
  '',
  '/etc/passwd',
  '../a.txt',
  'a/../../b.txt',
  './a.txt',
  'a//b.txt',
  'a\\b.txt',
  'a\0.txt',
  'a/',
])('the id %j is refused', (id) => {
  expect(() => labelsName(id)).toThrow(expect.objectContaining({ code: 'document-unknown' }))
})

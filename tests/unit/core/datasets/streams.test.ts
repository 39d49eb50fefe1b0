import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deepestElement, elementsOf } from '../../../../src/core/datasets/elements-of.ts'
import { linesOf } from '../../../../src/core/datasets/lines-of.ts'
import { isTrouble } from '../../../../src/core/datasets/read-document.ts'
import { collected, inChunks } from './in-chunks.ts'

const linesIn = async (text: string, size = 3) =>
  (await collected(linesOf(inChunks(text, size)))).map((line) => line.text)
const elementsIn = (text: string, size = 3) => collected(elementsOf(inChunks(text, size), 'task'))

test('lines end at line feeds and nowhere else, however the text comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', ' ', 'é', '😀', '\u2028', '\ud800', '"') })),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('\n', '\r\n'),
      async (lines, size, ending) => {
        expect(await linesIn(lines.map((line) => line + ending).join(''), size)).toEqual(lines)
      },
    ),
  )
})

test('a byte order mark and the last line without a line end', async () => {
  expect(await linesIn('\ufeffone\n\ntwo\u2028more')).toEqual(['one', '', 'two\u2028more'])
})

test('the elements of an array come one by one, however the text comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(0, 2),
      async (values, size, indent) => {
        const read = await elementsIn(JSON.stringify(values, null, indent), size)
        const parsed: unknown[] = read.map((element) =>
          isTrouble(element) ? element : JSON.parse(element.text),
        )
        expect(parsed).toEqual(JSON.parse(JSON.stringify(values)))
      },
    ),
  )
})

test('what is no array is one element', async () => {
  expect(await elementsIn(' {"a": ["]", 1]}\n')).toEqual([{ number: 1, text: '{"a": ["]", 1]}' }])
  expect(await elementsIn(' \n')).toEqual([])
})

test('an element that nests too deeply is named and the next one is read', async () => {
  const deep = '['.repeat(deepestElement + 1) + ']'.repeat(deepestElement + 1)
  const [first, second] = await elementsIn(`[${deep}, 2]`)
  expect(first).toMatchObject({ where: 'task 1' })
  expect(second).toEqual({ number: 2, text: '2' })
})

test('an array that is cut off says so after what was whole', async () => {
  expect(await elementsIn('[1, {"a": "b')).toEqual([
    { number: 1, text: '1' },
    { where: 'task 2', reason: expect.stringContaining('cut off') },
  ])
})

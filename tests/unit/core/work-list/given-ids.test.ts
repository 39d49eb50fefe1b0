import { expect, it } from 'vitest'
import { givenIds } from '../../../../src/core/work-list/given-ids.ts'

it('takes one id a line, each once, whatever the line ends', () => {
  expect(givenIds('\ufeffa.txt\r\nb c.txt \n\n a.txt\rd/e.txt')).toEqual(['a.txt', 'b c.txt', 'd/e.txt'])
  expect(givenIds('')).toEqual([])
})

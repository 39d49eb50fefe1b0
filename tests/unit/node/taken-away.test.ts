import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { labelling, labelsFile, labelsOf, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('labels whose file another program takes away between two of them are all written again with the next', async () => {
  const folder = temporaryFolder({ 'a.txt': 'one\ntwo\nthree' })
  const { apply, open } = await startWinnow(folder)
  await apply('a.txt', [labelling(0, 'title')])
  await apply('a.txt', [labelling(1, 'body')])
  rmSync(labelsFile(folder, 'a.txt'))
  rmSync(`${labelsFile(folder, 'a.txt')}.bak`)
  expect(await apply('a.txt', [labelling(2, 'caption')])).toBe(3)
  expect(labelsOf(await open('a.txt'))).toEqual(['title', 'body', 'caption'])
  expect(labelsOf(await (await startWinnow(folder)).open('a.txt'))).toEqual(['title', 'body', 'caption'])
})

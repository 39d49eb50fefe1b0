import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { existingFolders } from '../../../src/cli/existing-folders.ts'

let folder: string
const said: string[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-cli-'))
  said.length = 0
  vi.spyOn(console, 'error').mockImplementation((sentence: string) => void said.push(sentence))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

describe('the folders of a command line', () => {
  it('become absolute', async () => {
    expect(await existingFolders([relative(process.cwd(), folder)])).toEqual([folder])
    expect(said).toEqual([])
  })

  it('are served without those that are missing, each named', async () => {
    const missing = join(folder, 'missing')
    const file = join(folder, 'file.txt')
    await writeFile(file, '')
    expect(await existingFolders([missing, folder, file])).toEqual([folder])
    expect(said).toEqual([
      `${missing} does not exist, so it is not opened. Check how it is written.`,
      `${file} is a file, not a folder, so it is not opened. Name the folder it is in: ${folder}`,
    ])
  })

  it('cannot steer the terminal by their names', async () => {
    await existingFolders([join(folder, 'a\u001b[2Jb\nc')])
    expect(said[0]).toContain('a\\u001b[2Jb\\u000ac does not exist')
  })
})

import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { labelling, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const temporary = [
  'winnow/project.json.12-0123abcd.tmp',
  'winnow/labels/ann/a.txt.json.12-0123abcd.tmp',
  'winnow/labels/ann/deep/b.txt.json.12-0123abcd.old.tmp',
]
const others = [
  'winnow/labels/ann/a.txt.json.34-0123abcd.tmp',
  'winnow/labels/ann/mine.tmp',
  'winnow/labels/bob/a.txt.json.12-0123abcd.tmp',
]

test('what a killed process left of a save is removed, and nothing that somebody may still need', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  await (await startWinnow(folder)).apply('a.txt', [labelling(0, 'body')])
  putFiles(folder, Object.fromEntries([...temporary, ...others].map((name) => [name, 'half'])))
  const hourAgo = Date.now() / 1000 - 3600
  for (const name of [...temporary, ...others.slice(1)]) utimesSync(join(folder, name), hourAgo, hourAgo)
  await startWinnow(folder)
  const left = () =>
    readdirSync(join(folder, 'winnow'), { recursive: true })
      .map((name) => `winnow/${name}`)
      .filter((name) => name.endsWith('.tmp'))
      .sort()
  await vi.waitFor(() => expect(left()).toEqual([...others].sort()))
})

import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DocumentTable } from '../../../src/core/listing/document-table.ts'
import { noChange } from '../../../src/core/listing/listing-change.ts'
import { type FoundFile, walkDumps as walk } from '../../../src/node/listing/walk-dumps.ts'
import { asOrdinaryUser, giveToOrdinaryUser } from './as-ordinary-user.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

/** The files that are known to be dumps by their names, in the order of the list, and what was left out. */
async function walkDumps(root: string, labelsHome?: string) {
  const found: FoundFile[] = []
  const troubles: string[] = []
  await walk(root, {
    labelsHome,
    signal: new AbortController().signal,
    onFiles: (files) => found.push(...files),
    onFolder: () => {},
    onTrouble: (_, reason) => troubles.push(reason),
  })
  const named = found.flatMap((file) => (file.reader === null ? [] : [{ ...file, reader: file.reader }]))
  const files = {
    ids: named.map(({ id }) => id),
    bytes: named.map(({ bytes }) => bytes),
    readers: named.map(({ reader }) => reader),
    versions: named.map(({ version }) => version),
  }
  const { files: listed } = DocumentTable.empty.with({ ...noChange, files })
  return { documents: listed.map(({ id, bytes }) => ({ id, bytes })), troubles }
}

const idsIn = async (root: string): Promise<string[]> =>
  (await walkDumps(root)).documents.map((document) => document.id)

test('dumps are found in folders below, in natural order, with their sizes', async () => {
  const root = temporaryFolder({
    'page-10.txt': '12345',
    'page-9.TXT': '',
    'Page-1.md': 'a',
    'site/b.txt': '',
    'site/a/x.Md': '',
    'site 2/a.txt': '',
  })
  const { documents, troubles } = await walkDumps(root)
  expect(documents.map(({ id }) => id)).toEqual([
    'Page-1.md',
    'page-9.TXT',
    'page-10.txt',
    'site/a/x.Md',
    'site/b.txt',
    'site 2/a.txt',
  ])
  expect(documents.find(({ id }) => id === 'page-10.txt')?.bytes).toBe(5)
  expect(troubles).toEqual([])
})

test('hidden files, links, other kinds and Winnow’s own folders are left out', async () => {
  const root = temporaryFolder({
    'a.txt': '',
    '.hidden.txt': '',
    '.git/b.txt': '',
    'c.png': '',
    txt: '',
    'winnow/exports/x-text/a.txt': '',
    'winnow/guidelines.md': '',
    'part/winnow/project.json': '{}',
    'part/winnow/guidelines.md': '',
    'part/d.txt': '',
    'farm/winnow/how-to-winnow.txt': '',
  })
  symlinkSync(join(root, 'a.txt'), join(root, 'link.txt'))
  symlinkSync(root, join(root, 'round'))
  mkdirSync(join(root, 'folder.txt'))
  expect(await idsIn(root)).toEqual(['a.txt', 'farm/winnow/how-to-winnow.txt', 'part/d.txt'])
})

test('any name that is text works', async () => {
  const names = [
    'with space.txt',
    '“quotes” \'single\' "double".txt',
    '#1 100%.txt',
    '😀.txt',
    `${'Việt'.normalize('NFD')}.txt`,
    `${'Việt'.normalize('NFC')}-c.txt`,
    'a:b?c*.txt',
    '-rf.txt',
    'line\nend.txt',
  ]
  const root = temporaryFolder(Object.fromEntries(names.map((name) => [name, 'x'])))
  expect((await idsIn(root)).sort()).toEqual(names.sort())
})

test('a name that is not UTF-8 or has a backslash is told of, and the rest goes on', async () => {
  const root = temporaryFolder({ 'good.txt': '' })
  execFileSync(
    'sh',
    ['-c', 'touch "$(printf "bad\\377.txt")" "back\\\\slash.txt"; mkdir "$(printf "dir\\377")"'],
    {
      cwd: root,
    },
  )
  const { documents, troubles } = await walkDumps(root)
  expect(documents.map(({ id }) => id)).toEqual(['good.txt'])
  expect(troubles).toHaveLength(3)
  expect(troubles.join('\n')).toMatch(/backslash/)
  expect(troubles.filter((trouble) => trouble.includes('not UTF-8'))).toHaveLength(2)
})

test('a folder that cannot be read is told of, and the rest goes on', async () => {
  const root = temporaryFolder({ 'a.txt': '', 'shut/b.txt': '', 'open/c.txt': '' })
  giveToOrdinaryUser(root)
  chmodSync(join(root, 'shut'), 0)
  const { documents, troubles } = await asOrdinaryUser(() => walkDumps(root))
  chmodSync(join(root, 'shut'), 0o755)
  expect(documents.map(({ id }) => id)).toEqual(['a.txt', 'open/c.txt'])
  expect(troubles).toEqual([expect.stringContaining(join(root, 'shut'))])
  expect(troubles[0]).toContain('permission was denied')
})

test('a missing folder, a file and a barred folder are refused by name', async () => {
  const root = temporaryFolder({ 'a.txt': '', 'shut/b.txt': '' })
  await expect(walkDumps(join(root, 'no'))).rejects.toMatchObject({ code: 'folder-missing' })
  const file = walkDumps(join(root, 'a.txt'))
  await expect(file).rejects.toMatchObject({ code: 'folder-unreadable' })
  await expect(file).rejects.toThrow('it is not a folder')
  giveToOrdinaryUser(root)
  chmodSync(join(root, 'shut'), 0)
  const barred = asOrdinaryUser(() => walkDumps(join(root, 'shut')))
  await expect(barred).rejects.toMatchObject({ code: 'folder-unreadable' })
  chmodSync(join(root, 'shut'), 0o755)
})

test('an empty folder has no documents, and no trouble either', async () => {
  expect(await walkDumps(temporaryFolder())).toEqual({ documents: [], troubles: [] })
})

test('a labels home elsewhere in the corpus is left out', async () => {
  const root = temporaryFolder({ 'a.txt': '', 'my/labels/exports/x-text/a.txt': '' })
  const { documents } = await walkDumps(root, join(root, 'my', 'labels'))
  expect(documents.map(({ id }) => id)).toEqual(['a.txt'])
})

test('hundreds of files keep their order', async () => {
  const root = temporaryFolder()
  const names = Array.from({ length: 300 }, (_, index) => `${index}.txt`)
  putFiles(root, Object.fromEntries(names.map((name) => [name, ''])))
  expect(await idsIn(root)).toEqual(names)
})

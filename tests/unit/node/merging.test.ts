import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { ShownConflict } from '../../../src/core/contract-merging.ts'
import { labelling, labelsFile, labelsOf, type StartedWinnow, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const dumps = { 'a.txt': 'one\ntwo\nthree\nfour\nfive' }

/** Opens the corpus in a Winnow of its own and labels lines of `a.txt`, from 0. */
async function label(folder: string, labels: Readonly<Record<number, string>>): Promise<void> {
  const { winnow, apply } = await startWinnow(folder)
  for (const [line, name] of Object.entries(labels)) await apply('a.txt', [labelling(Number(line), name)])
  await winnow.close()
}

/** Labels of two people merged by git, which cannot do it: `base`, then `mine` on one branch and `theirs` on another. */
async function conflictOfGit(
  style: 'merge' | 'diff3',
  base: Readonly<Record<number, string>>,
  mine: Readonly<Record<number, string>>,
  theirs: Readonly<Record<number, string>>,
): Promise<string> {
  const folder = temporaryFolder(dumps)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=ann', '-c', 'user.email=ann@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    })
  git('init', '-q', '-b', 'main')
  git('config', 'merge.conflictStyle', style)
  writeFileSync(join(folder, '.gitignore'), 'winnow/.*\n*.bak\n*.lock\n')
  await label(folder, base)
  git('add', '.')
  git('commit', '-qm', 'base')
  git('checkout', '-qb', 'other')
  await label(folder, theirs)
  git('commit', '-qam', 'theirs')
  git('checkout', '-q', 'main')
  await label(folder, mine)
  git('commit', '-qam', 'mine')
  expect(() => git('merge', 'other')).toThrow()
  expect(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')).toContain('<<<<<<<')
  return folder
}

const preview = ({ winnow, id }: StartedWinnow, copy: string | null) =>
  winnow.service.previewMerge({ corpus: id, document: 'a.txt', copy })

const settle = (
  { winnow, id }: StartedWinnow,
  copy: string | null,
  key: string,
  choices: ('mine' | 'theirs')[],
) => winnow.service.settleMerge({ corpus: id, document: 'a.txt', copy, key, choices })

const labelsAsked = (conflicts: readonly ShownConflict[]) =>
  conflicts.map((conflict) =>
    conflict.kind === 'segments'
      ? [conflict.mine.map(({ label: name }) => name), conflict.theirs.map(({ label: name }) => name)]
      : conflict,
  )

test('what git could not merge is told as that, merged by segment, and asked where both differ', async () => {
  const folder = await conflictOfGit(
    'diff3',
    { 0: 'title', 4: 'body' },
    { 1: 'body', 3: 'caption' },
    { 1: 'body', 2: 'boilerplate', 3: 'body' },
  )
  const started = await startWinnow(folder)
  const { winnow, id } = started
  const asked = await winnow.service.openDocument({ corpus: id, document: 'a.txt' })
  expect(asked).toMatchObject({ kind: 'unsettled', trouble: 'labels-conflict' })
  if (asked.kind !== 'unsettled') return
  expect(asked.message).toContain('two versions that git could not merge')
  expect(asked.choices.map(({ choice }) => choice)).toEqual(['merge', 'backup', 'fresh'])
  expect(asked.choices[0]?.consequence).toContain('in 1 place')
  const { key, conflicts } = await preview(started, null)
  expect(labelsAsked(conflicts)).toEqual([[['caption'], ['body']]])
  await expect(settle(started, null, key, [])).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await settle(started, null, key, ['theirs'])
  expect(labelsOf(await started.open('a.txt'))).toEqual(['title', 'body', 'boilerplate', 'body', 'body'])
  const beside = readdirSync(dirname(labelsFile(folder, 'a.txt')))
  const aside = beside.find((name) => name.includes('.before-merge-')) ?? ''
  expect(readFileSync(join(dirname(labelsFile(folder, 'a.txt')), aside), 'utf8')).toContain('>>>>>>>')
})

test('without what both came from, no label of either is lost, and nothing is asked where they agree', async () => {
  const folder = await conflictOfGit('merge', { 0: 'title' }, { 1: 'body' }, { 2: 'caption' })
  const started = await startWinnow(folder)
  const { key, conflicts } = await preview(started, null)
  expect(conflicts).toEqual([])
  await settle(started, null, key, [])
  expect(labelsOf(await started.open('a.txt'))).toEqual(['title', 'body', 'caption', null, null])
})

test('a document that is open when git leaves a conflict in its labels is to be opened anew', async () => {
  const folder = await conflictOfGit('merge', { 3: 'body', 4: 'body' }, { 0: 'title' }, { 0: 'body' })
  const conflicted = readFileSync(labelsFile(folder, 'a.txt'))
  copyFileSync(`${labelsFile(folder, 'a.txt')}.bak`, labelsFile(folder, 'a.txt'))
  const started = await startWinnow(folder)
  await started.open('a.txt')
  writeFileSync(labelsFile(folder, 'a.txt'), conflicted)
  await started.event(({ name }) => name === 'labels-replaced')
  const reply = await started.winnow.service.openDocument({ corpus: started.id, document: 'a.txt' })
  expect(reply).toMatchObject({ kind: 'unsettled', trouble: 'labels-conflict' })
})

test.each([
  'a.txt (Ann’s conflicted copy 2026-11-30).json',
  'a.txt.sync-conflict-20261130-120000-ABCDEFG.json',
  'a.txt (1).json',
  'a.txt-DESK-3.json',
])('a copy that a program left as “%s” is found, merged, and kept under another name', async (copy) => {
  const folder = temporaryFolder(dumps)
  const path = labelsFile(folder, 'a.txt')
  await label(folder, { 0: 'title', 1: 'body' })
  copyFileSync(path, join(dirname(path), copy))
  await label(folder, { 2: 'caption' })
  const other = readFileSync(join(dirname(path), copy), 'utf8').replace(
    '"label": "body"',
    '"label": "caption"',
  )
  writeFileSync(join(dirname(path), copy), other)
  const started = await startWinnow(folder)
  const { winnow, id } = started
  expect((await winnow.service.listLabelCopies({ corpus: id })).copies).toEqual([
    { document: 'a.txt', copy, trouble: null },
  ])
  await started.open('a.txt')
  const { key, conflicts } = await preview(started, copy)
  expect(labelsAsked(conflicts)).toEqual([[['body'], ['caption']]])
  await started.apply('a.txt', [labelling(4, 'body')])
  await expect(settle(started, copy, key, ['theirs'])).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await settle(started, copy, (await preview(started, copy)).key, ['theirs'])
  expect(labelsOf(await started.open('a.txt'))).toEqual(['title', 'caption', 'caption', null, 'body'])
  expect((await winnow.service.listLabelCopies({ corpus: id })).copies).toEqual([])
  const kept = readdirSync(dirname(path)).filter((name) => name.startsWith(`${copy}.merged-`))
  expect(kept.map((name) => readFileSync(join(dirname(path), name), 'utf8'))).toEqual([other])
})

test('a document whose name only looks like a copy, and a file that is none, are left alone', async () => {
  const folder = temporaryFolder({
    ...dumps,
    'a.txt (1)': 'no dump',
    'a (1).txt': 'one',
    'a.txt 2.txt': 'one',
  })
  await label(folder, { 0: 'title' })
  const started = await startWinnow(folder)
  for (const document of ['a (1).txt', 'a.txt 2.txt']) await started.apply(document, [labelling(0, 'body')])
  const foreign = join(dirname(labelsFile(folder, 'a.txt')), 'a.txt (3).json')
  copyFileSync(labelsFile(folder, 'a (1).txt'), foreign)
  const { winnow, id } = started
  expect((await winnow.service.listLabelCopies({ corpus: id })).copies).toEqual([])
  for (const copy of ['a.txt (3).json', '../../project.json', 'a.txt.json'])
    await expect(preview(started, copy)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  expect(existsSync(foreign)).toBe(true)
})

test('a copy that cannot be read is named, and can be put aside', async () => {
  const folder = temporaryFolder(dumps)
  await label(folder, { 0: 'title' })
  const copy = 'a.txt (conflicted copy 2026-11-30 120000).json'
  writeFileSync(join(dirname(labelsFile(folder, 'a.txt')), copy), 'damage')
  const { winnow, id } = await startWinnow(folder)
  const { copies } = await winnow.service.listLabelCopies({ corpus: id })
  expect(copies).toMatchObject([{ document: 'a.txt', copy, trouble: expect.stringContaining('not JSON') }])
  const { name } = await winnow.service.setCopyAside({ corpus: id, document: 'a.txt', copy })
  expect(readFileSync(join(dirname(labelsFile(folder, 'a.txt')), name), 'utf8')).toBe('damage')
  expect((await winnow.service.listLabelCopies({ corpus: id })).copies).toEqual([])
})

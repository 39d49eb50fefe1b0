import { mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bracketFault } from '../../../src/node/bracket-fault.ts'
import { DurableFile } from '../../../src/node/durable-file.ts'
import { labelsFileKind } from '../../../src/node/labels-file-kind.ts'
import { homeElsewhere } from '../../../src/node/labels-home.ts'
import { makePipe } from './make-pipe.ts'
import { createAnn, labelling, labelsFile, labelsOf, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

test('brackets that would take up all memory are refused before they are parsed, and labels are not', () => {
  const segment = { start: 0, end: 9, label: 'body', by: 'human', text: '[[[[,,,,{{' }
  const labels = JSON.stringify({ segments: Array(20_000).fill(segment) }, null, 1)
  expect(bracketFault(Buffer.from(labels))).toBeNull()
  expect(bracketFault(Buffer.alloc(2_000_000, '['))).toContain('nested')
  expect(bracketFault(Buffer.from(`[${'[],'.repeat(700_000)}1]`))).toContain('brackets and commas')
  expect(bracketFault(Buffer.from(`[${'1,'.repeat(700_000)}1]`))).toContain('brackets and commas')
  expect(bracketFault(Buffer.from(`["${'[\\"'.repeat(700_000)}"]`))).toBeNull()
})

test('a labels file of 1 GB of brackets is refused by its size, by name, and left as it is', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x', 'b.txt': 'x' })
  const path = labelsFile(folder, 'a.txt')
  mkdirSync(join(folder, 'winnow/labels/ann'), { recursive: true })
  writeFileSync(path, '['.repeat(1_000_000))
  // The rest takes no space on the disk, and what is there is never read.
  truncateSync(path, 1024 ** 3)
  const { open, apply } = await startWinnow(folder)
  const before = process.memoryUsage().rss
  await expect(open('a.txt')).rejects.toThrow(/a\.txt\.json cannot be used: it has 1,024 MB/)
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2)
  expect(statSync(path).size).toBe(1024 ** 3)
  await apply('b.txt', [labelling(0, 'body')])
})

test('a pipe in the place of a file is named, and nobody waits for it', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x', 'b.txt': 'x' })
  mkdirSync(join(folder, 'winnow/labels/ann'), { recursive: true })
  makePipe(labelsFile(folder, 'a.txt'))
  await expect(new DurableFile(labelsFile(folder, 'a.txt'), labelsFileKind).read()).rejects.toThrow('a pipe')
  const { open, apply, corpus, winnow, id } = await startWinnow(folder)
  expect(corpus.labelsHome.writable).toBe(true)
  await expect(open('a.txt')).rejects.toThrow(labelsFile(folder, 'a.txt'))
  await apply('b.txt', [labelling(0, 'body')])
  for (const name of ['guidelines.md', 'mappings.json']) makePipe(join(folder, 'winnow', name))
  await expect(winnow.service.readGuidelines({ corpus: id })).rejects.toThrow('guidelines.md')
  await expect(winnow.service.exportMappings({ corpus: id })).rejects.toThrow('mappings.json')
})

test('an annotator may be called as what all objects have, and is where she was', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x', 'b.txt': 'x' })
  const userFolder = temporaryFolder()
  for (const annotator of ['constructor', '__proto__', 'toString']) {
    const { corpus } = await startWinnow(folder, { userFolder, annotator })
    expect(corpus).toMatchObject({ annotator, place: null })
  }
})

test('settings that are damaged give way to those saved before, and that is said', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const userFolder = temporaryFolder()
  const { winnow } = await createAnn({ userFolder, annotator: undefined })
  await winnow.service.setAnnotator({ name: 'lan' })
  await winnow.service.openCorpus({ folder: winnow.folderId(folder) })
  await winnow.close()
  writeFileSync(join(userFolder, 'state.json'), '{"format":')
  for (let start = 0; start < 2; start++) {
    const later = await createAnn({ userFolder, annotator: undefined })
    const home = await later.winnow.service.home({})
    expect(home.annotator).toBe('lan')
    // Said where it happened, and not again.
    if (start === 0) expect(home.trouble).toContain('state.json')
    else expect(home.trouble).toBeNull()
  }
})

test('labels that are kept elsewhere are found without the settings that say so', async () => {
  const folder = temporaryFolder({ 'a.txt': 'one\ntwo' })
  const userFolder = temporaryFolder()
  const elsewhere = homeElsewhere(userFolder, folder)
  const first = await startWinnow(folder, { labelsFolder: elsewhere })
  await first.apply('a.txt', [labelling(1, 'body')])
  await first.winnow.close()
  putFiles(userFolder, { 'state.json': 'damage' })
  const { open, corpus } = await startWinnow(folder, { userFolder })
  expect(corpus.labelsHome.path).toBe(elsewhere)
  expect(labelsOf(await open('a.txt'))).toEqual([null, 'body'])
})

test('an import whose journal is damaged or newer is named among those that can be taken back', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const journal = (n: number): string => `winnow/imports/2026113${n}T031510.661Z-b853cc06.jsonl`
  const head = { format: 'winnow-import', version: 1, made: 'then', as: { kind: 'labels', annotator: 'ann' } }
  putFiles(folder, {
    [journal(0)]: `${JSON.stringify(head)}\n`,
    [journal(1)]: '{"format":',
    [journal(2)]: `${JSON.stringify({ ...head, version: 2, more: true })}\n`,
    [journal(3)]: '',
  })
  const { winnow, id } = await startWinnow(folder)
  const { imports, troubles } = await winnow.service.listImports({ corpus: id })
  expect(imports).toHaveLength(1)
  expect(troubles).toEqual([
    expect.stringContaining(`${journal(3)}, which says what the import did, is damaged`),
    expect.stringContaining(`${journal(2)}, which says what the import did, was written by a newer Winnow`),
    expect.stringContaining(`${journal(1)}, which says what the import did, is damaged`),
  ])
})

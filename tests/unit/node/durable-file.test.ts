import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { DurableFile, type FileKind } from '../../../src/node/durable-file.ts'
import { asOrdinaryUser, giveToOrdinaryUser } from './as-ordinary-user.ts'
import { temporaryFolder } from './temporary-folder.ts'

const kind: FileKind<{ version: number; word: string }> = {
  noun: 'test file',
  format: 'test',
  schema: z.object({ version: z.literal(1), word: z.string() }),
  version: 1,
  codes: { damaged: 'labels-damaged', newer: 'labels-newer', unreadable: 'labels-unreadable' },
}

const fileIn = (folder: string, name = 'a.json') => new DurableFile(join(folder, name), kind)

test('a file that is not there reads as null', async () => {
  await expect(fileIn(temporaryFolder()).read()).resolves.toBeNull()
})

test('what was written is read, the version before is kept, and nothing else is left behind', async () => {
  const folder = temporaryFolder()
  const file = fileIn(join(folder, 'deep', 'er'))
  await file.write({ version: 1, word: 'first' })
  await file.write({ version: 1, word: 'second' })
  await expect(file.read()).resolves.toEqual({ version: 1, word: 'second' })
  await expect(fileIn(join(folder, 'deep', 'er'), 'a.json.bak').read()).resolves.toEqual({
    version: 1,
    word: 'first',
  })
  expect(readdirSync(join(folder, 'deep', 'er')).sort()).toEqual(['a.json', 'a.json.bak'])
})

test('a write after a crash that left file and backup as one leaves nothing behind', async () => {
  const folder = temporaryFolder({ 'a.json': '{"version":1,"word":"first"}' })
  linkSync(join(folder, 'a.json'), join(folder, 'a.json.bak'))
  await fileIn(folder).write({ version: 1, word: 'second' })
  expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.json.bak'])
  expect(readFileSync(join(folder, 'a.json.bak'), 'utf8')).toContain('first')
})

test.each([
  ['', 'it is not JSON'],
  ['{"version":1,"wo', 'it is not JSON'],
  ['[]', 'expected object'],
  ['{"version":1}', 'at word'],
])('content %j is damaged, by name and reason', async (content, reason) => {
  const folder = temporaryFolder({ 'a.json': content })
  const failure = fileIn(folder).read()
  await expect(failure).rejects.toMatchObject({ code: 'labels-damaged' })
  await expect(failure).rejects.toThrow(join(folder, 'a.json'))
  await expect(failure).rejects.toThrow(reason)
})

test('a file of a newer version is told from a damaged one', async () => {
  const folder = temporaryFolder({ 'a.json': '{"format":"test","version":2,"words":[]}' })
  await expect(fileIn(folder).read()).rejects.toMatchObject({ code: 'labels-newer' })
})

test('a folder in place of the file is unreadable, not absent', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a.json'))
  await expect(fileIn(folder).read()).rejects.toMatchObject({ code: 'labels-unreadable' })
})

test('a write that fails says so and leaves the old content and no temporary file', async () => {
  const folder = temporaryFolder({ 'a.json': '{"version":1,"word":"first"}' })
  const file = fileIn(folder)
  giveToOrdinaryUser(folder)
  chmodSync(folder, 0o555)
  const failure = asOrdinaryUser(() => file.write({ version: 1, word: 'second' }))
  await expect(failure).rejects.toMatchObject({ code: 'read-only' })
  await expect(failure).rejects.toThrow('What was saved before is untouched')
  chmodSync(folder, 0o755)
  expect(readdirSync(folder)).toEqual(['a.json'])
  await expect(file.read()).resolves.toEqual({ version: 1, word: 'first' })
})

test('a write whose target is a folder fails and removes its temporary file', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a.json'))
  await expect(fileIn(folder).write({ version: 1, word: 'x' })).rejects.toMatchObject({
    code: expect.stringMatching(/^(not-saved|read-only)$/),
  })
  expect(readdirSync(folder)).toEqual(['a.json'])
})

test('a change by someone else is noticed, our own is not', async () => {
  const folder = temporaryFolder()
  const file = fileIn(folder)
  const other = fileIn(folder)
  await expect(file.changedOnDisk()).resolves.toBe(false)
  await other.write({ version: 1, word: 'theirs' })
  await expect(file.changedOnDisk()).resolves.toBe(true)
  await file.read()
  await expect(file.changedOnDisk()).resolves.toBe(false)
  await file.write({ version: 1, word: 'ours' })
  await expect(file.changedOnDisk()).resolves.toBe(false)
  await other.write({ version: 1, word: 'more' })
  await expect(file.changedOnDisk()).resolves.toBe(true)
})

test('a private file is for the user alone', async () => {
  const folder = temporaryFolder()
  const file = new DurableFile(join(folder, 'own', 'a.json'), { ...kind, private: true })
  await file.write({ version: 1, word: 'x' })
  expect(statSync(join(folder, 'own')).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'own', 'a.json')).mode & 0o777).toBe(0o600)
})

test('writes at the same time leave one of the contents whole', async () => {
  const folder = temporaryFolder()
  const words = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(10_000))
  await Promise.all(words.map((word) => fileIn(folder).write({ version: 1, word })))
  const content = await fileIn(folder).read()
  expect(words).toContain(content?.word)
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

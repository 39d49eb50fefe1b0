import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { asOrdinaryUser, giveToOrdinaryUser } from './as-ordinary-user.ts'
import { labelling, labelsFile, labelsOf, type StartedWinnow, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A corpus whose `a.txt` was saved twice: `title` first, then `body` too. */
async function labelledCorpus(): Promise<string> {
  const folder = temporaryFolder({ 'a.txt': 'one\ntwo\nthree', 'b.txt': 'other' })
  const { apply } = await startWinnow(folder)
  await apply('a.txt', [labelling(0, 'title')])
  await apply('a.txt', [labelling(1, 'body'), { kind: 'status', before: 'new', after: 'done' }])
  return folder
}

const openRaw = ({ winnow, id }: StartedWinnow) =>
  winnow.service.openDocument({ corpus: id, document: 'a.txt' })

const settle = ({ winnow, id }: StartedWinnow, choice: 'backup' | 'carry-over' | 'fresh') =>
  winnow.service.settleDocument({ corpus: id, document: 'a.txt', choice })

const filesBeside = (folder: string): string[] => readdirSync(dirname(labelsFile(folder, 'a.txt'))).sort()

const edit = (folder: string, change: (text: string) => string): void => {
  const path = labelsFile(folder, 'a.txt')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

test.each<[string, (text: string) => string, string]>([
  ['cut off', (text) => text.slice(0, 100), 'it is not JSON'],
  ['empty', () => '', 'it is not JSON'],
  ['of another form', (text) => text.replace('"segments"', '"parts"'), 'segments'],
  ['with a text that the dump has not', (text) => text.replace('"text": "two"', '"text": "toe"'), 'toe'],
  ['with overlapping segments', (text) => text.replace('"start": 4', '"start": 3'), 'segment 2'],
])('labels that are %s are not opened, and nothing is written', async (_, damage, reason) => {
  const folder = await labelledCorpus()
  edit(folder, damage)
  const content = readFileSync(labelsFile(folder, 'a.txt'), 'utf8')
  const started = await startWinnow(folder)
  const reply = await openRaw(started)
  expect(reply).toMatchObject({ kind: 'unsettled', trouble: 'labels-damaged' })
  if (reply.kind !== 'unsettled') return
  expect(reply.message).toContain(labelsFile(folder, 'a.txt'))
  expect(reply.message).toContain(reason)
  expect(reply.choices.map(({ choice }) => choice)).toEqual(['backup', 'fresh'])
  expect(reply.choices[0]?.consequence).toContain('1 of 3 segments')
  expect(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')).toBe(content)
  expect(filesBeside(folder)).toEqual(['a.txt.json', 'a.txt.json.bak'])
  expect((await started.open('b.txt')).kind).toBe('open')
})

test('the backup is restored, and the damaged file and the backup are kept', async () => {
  const folder = await labelledCorpus()
  edit(folder, () => 'damage')
  const started = await startWinnow(folder)
  const reply = await settle(started, 'backup')
  expect(reply.kind === 'open' && labelsOf(reply)).toEqual(['title', null, null])
  const aside = filesBeside(folder).find((name) => name.includes('.damaged-'))
  expect(aside).toMatch(/^a\.txt\.json\.damaged-\d{8}T\d{6}\.\d{3}Z$/)
  expect(readFileSync(join(dirname(labelsFile(folder, 'a.txt')), aside ?? ''), 'utf8')).toBe('damage')
  expect(filesBeside(folder)).toHaveLength(3)
  expect(labelsOf(await (await startWinnow(folder)).open('a.txt'))).toEqual(['title', null, null])
  await started.apply('a.txt', [labelling(2, 'caption')])
  expect(labelsOf(await started.open('a.txt'))).toEqual(['title', null, 'caption'])
})

test('a fresh start keeps the damaged file and its backup under other names', async () => {
  const folder = await labelledCorpus()
  edit(folder, () => 'damage')
  const started = await startWinnow(folder)
  expect(await settle(started, 'fresh')).toMatchObject({ kind: 'open', revision: 0, status: 'new' })
  const names = filesBeside(folder)
  expect(names).toHaveLength(2)
  expect(names.every((name) => name.startsWith('a.txt.json.damaged-'))).toBe(true)
  expect(await started.apply('a.txt', [labelling(0, 'body')])).toBe(1)
})

test('a backup that is damaged too, or of another dump, is not offered', async () => {
  const folder = await labelledCorpus()
  edit(folder, () => 'damage')
  const backup = `${labelsFile(folder, 'a.txt')}.bak`
  const content = readFileSync(backup, 'utf8')
  for (const bad of ['damage', content.replace(/"sha256": "...../, '"sha256": "00000')]) {
    writeFileSync(backup, bad)
    const started = await startWinnow(folder)
    const reply = await openRaw(started)
    expect(reply.kind === 'unsettled' && reply.choices.map(({ choice }) => choice)).toEqual(['fresh'])
    await expect(settle(started, 'backup')).rejects.toMatchObject({ code: 'labels-damaged' })
    expect(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')).toBe('damage')
  }
})

test('labels of a changed dump are carried over by their text', async () => {
  const folder = await labelledCorpus()
  writeFileSync(join(folder, 'a.txt'), 'new line\none\n')
  const started = await startWinnow(folder)
  const reply = await openRaw(started)
  expect(reply).toMatchObject({ kind: 'unsettled', trouble: 'dump-changed' })
  if (reply.kind !== 'unsettled') return
  expect(reply.choices.map(({ choice }) => choice)).toEqual(['carry-over', 'fresh'])
  expect(reply.choices[0]?.consequence).toContain('1 of 2 labelled segments')
  expect(reply.choices[0]?.consequence).toContain('1 segment that is new')
  const settled = await settle(started, 'carry-over')
  expect(settled.kind === 'open' && labelsOf(settled)).toEqual([null, 'title'])
  expect(settled).toMatchObject({ status: 'in-progress', revision: 3 })
  expect(settled.kind === 'open' && settled.marks.map(({ mark }) => mark.toReview)).toEqual([true, undefined])
  const names = filesBeside(folder)
  const aside = names.find((name) => name.includes('.before-change-')) ?? ''
  expect(readFileSync(join(dirname(labelsFile(folder, 'a.txt')), aside), 'utf8')).toContain('"two"')
  const again = await (await startWinnow(folder)).open('a.txt')
  expect(labelsOf(again)).toEqual([null, 'title'])
  expect(again.marks.map(({ mark }) => mark.toReview)).toEqual([true, undefined])
})

test('labels of a newer Winnow are shown, and neither settled nor overwritten', async () => {
  const folder = await labelledCorpus()
  edit(folder, (text) => text.replace('"version": 1', '"version": 99'))
  const content = readFileSync(labelsFile(folder, 'a.txt'), 'utf8')
  const started = await startWinnow(folder)
  const readOnly = expect.stringContaining('written by a newer Winnow')
  await expect(openRaw(started)).resolves.toMatchObject({ kind: 'open', readOnly })
  await expect(settle(started, 'fresh')).resolves.toMatchObject({ kind: 'open', readOnly })
  await expect(started.apply('a.txt', [labelling(2, 'body')])).rejects.toMatchObject({ code: 'labels-newer' })
  expect(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')).toBe(content)
})

test('what another window has settled meanwhile is just opened', async () => {
  const folder = await labelledCorpus()
  edit(folder, () => 'damage')
  const one = await startWinnow(folder)
  const other = await startWinnow(folder)
  await openRaw(one)
  await openRaw(other)
  await settle(one, 'backup')
  const reply = await settle(other, 'fresh')
  expect(reply.kind === 'open' && labelsOf(reply)).toEqual(['title', null, null])
  expect(filesBeside(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1)
})

test('where nothing can be written, settling fails and leaves all as it is', async () => {
  const folder = await labelledCorpus()
  edit(folder, () => 'damage')
  giveToOrdinaryUser(folder)
  const labels = dirname(labelsFile(folder, 'a.txt'))
  chmodSync(labels, 0o555)
  const started = await startWinnow(folder)
  for (const choice of ['backup', 'fresh'] as const)
    await expect(asOrdinaryUser(() => settle(started, choice))).rejects.toMatchObject({ code: 'read-only' })
  chmodSync(labels, 0o755)
  expect(filesBeside(folder)).toEqual(['a.txt.json', 'a.txt.json.bak'])
  expect(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')).toBe('damage')
})

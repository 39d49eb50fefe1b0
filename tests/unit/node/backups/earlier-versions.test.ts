import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelling, labelsFile, labelsOf, startWinnow } from '../started-winnow.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const page = 'Title\nBody one\n![]() |\nMost read'

test('the version before, that of a day and those in the trash are told with what differs; nothing twice', async () => {
  const folder = temporaryFolder({ 'a.txt': page, 'b.txt': page })
  let now = new Date('2026-03-01T09:00:00')
  const ann = await startWinnow(folder, { now: () => now })
  const ask = { corpus: ann.id, document: 'a.txt' }
  await ann.open('a.txt')
  expect(await ann.winnow.service.listVersions(ask)).toEqual({ versions: [] })
  await ann.apply('a.txt', [labelling(0, 'title'), labelling(1, 'body')])
  for (const day of ['2026-03-02', '2026-03-03']) {
    now = new Date(`${day}T09:00:00`)
    await ann.apply('b.txt', [labelling(day === '2026-03-02' ? 0 : 1, 'title')])
  }
  await ann.apply('a.txt', [labelling(2, 'caption'), { kind: 'status', before: 'new', after: 'in-progress' }])
  await ann.apply('a.txt', [labelling(3, 'caption')])
  const { versions } = await ann.winnow.service.listVersions(ask)
  // The two days hold the same labels, of which the later one is named.
  expect(versions).toMatchObject([
    { version: { kind: 'previous' }, labelled: 3, status: 'in-progress', same: false, trouble: null },
    { version: { kind: 'day', day: '2026-03-03' }, labelled: 2, status: 'new', same: false },
  ])
  const compared = await ann.winnow.service.compareVersion({
    ...ask,
    version: { kind: 'day', day: '2026-03-03' },
  })
  expect(compared.difference).toEqual({
    runs: [
      { start: 15, end: 22, text: '![]() |', now: 'caption', earlier: null },
      { start: 23, end: 32, text: 'Most read', now: 'caption', earlier: null },
    ],
    runsCount: 2,
    cut: 0,
    now: { status: 'in-progress', labelled: 4, segments: 4, note: '' },
    earlier: { status: 'new', labelled: 2, segments: 4, note: '' },
    same: false,
  })
  await ann.winnow.service.deleteLabels(ask)
  const { versions: after } = await ann.winnow.service.listVersions(ask)
  expect(after.map(({ version, labelled }) => [version.kind, labelled])).toEqual([
    ['trash', 4],
    ['day', 2],
  ])
})

test('where labels and the version before are damaged, that of the last snapshot is offered', async () => {
  const folder = temporaryFolder({ 'labels/a.txt': page })
  let now = new Date('2026-03-01T09:00:00')
  const ann = await startWinnow(folder, { now: () => now })
  const document = 'labels/a.txt'
  await ann.open(document)
  await ann.apply(document, [labelling(0, 'title'), labelling(1, 'body')])
  now = new Date('2026-03-02T09:00:00')
  for (const at of [2, 3]) await ann.apply(document, [labelling(at, 'caption')])
  const path = labelsFile(folder, document)
  // Into the files themselves, as a program does that is not ours: what is kept of them must not be reached by that.
  for (const each of [path, `${path}.bak`]) writeFileSync(each, '{"format":')
  const ask = { corpus: ann.id, document }
  expect(await ann.winnow.service.openDocument(ask)).toMatchObject({
    kind: 'unsettled',
    choices: [
      { choice: 'backup', consequence: expect.stringContaining('2 of 4 segments are labelled') },
      { choice: 'fresh' },
    ],
  })
  await ann.winnow.service.settleDocument({ ...ask, choice: 'backup' })
  expect(labelsOf(await ann.open(document))).toEqual(['title', 'body', null, null])
})

test('a version that is damaged, or of another text, is named and cannot be had', async () => {
  const folder = temporaryFolder({ 'a.txt': page })
  const ann = await startWinnow(folder)
  await ann.open('a.txt')
  for (const at of [0, 1]) await ann.apply('a.txt', [labelling(at, 'title')])
  const version = { kind: 'previous' } as const
  const ask = { corpus: ann.id, document: 'a.txt' }
  const backup = `${labelsFile(folder, 'a.txt')}.bak`
  copyFileSync(backup, join(folder, 'kept'))
  writeFileSync(backup, '{"format":')
  expect((await ann.winnow.service.listVersions(ask)).versions).toMatchObject([
    { version, trouble: expect.stringContaining('damaged') },
  ])
  await expect(ann.winnow.service.compareVersion({ ...ask, version })).rejects.toMatchObject({
    code: 'labels-unreadable',
    message: expect.stringContaining(backup),
  })
})

import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelling, labelsFile, type StartedWinnow, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function labelledCorpus(): Promise<StartedWinnow & { folder: string }> {
  const folder = temporaryFolder({ 'a.txt': 'one 😀\ntwo', 'site/b.txt': 'x' })
  const started = await startWinnow(folder)
  await started.apply('a.txt', [labelling(0, 'body'), { kind: 'status', before: 'new', after: 'done' }])
  await started.apply('site/b.txt', [
    labelling(0, 'title'),
    { kind: 'status', before: 'new', after: 'in-progress' },
  ])
  return { ...started, folder }
}

const check = ({ winnow, id }: StartedWinnow) => winnow.service.checkCorpus({ corpus: id })

test('a sound corpus has no faults, and sound files are counted for all annotators', async () => {
  const started = await labelledCorpus()
  const bob = await startWinnow(started.folder, { annotator: 'bob' })
  await bob.apply('a.txt', [labelling(1, 'body')])
  expect(await check(started)).toEqual({ corpus: started.folder, files: 3, faults: [] })
})

test('a corpus without labels has no faults', async () => {
  expect(await check(await startWinnow(temporaryFolder({ 'a.txt': 'x' })))).toMatchObject({
    files: 0,
    faults: [],
  })
})

test.each<[string, (text: string) => string, string]>([
  ['JSON', (text) => text.slice(1), 'not JSON'],
  ['schema', (text) => text.replace('"codepoint"', '"letters"'), 'offsets'],
  ['version', (text) => text.replace('"version": 1', '"version": 7'), 'newer Winnow'],
  ['slice', (text) => text.replace('"text": "two"', '"text": "owt"'), 'owt'],
  ['offset', (text) => text.replace('"start": 6', '"start": 7'), 'segment 2'],
  ['origin', (text) => text.replace('"by": "human"', '"by": null'), 'how its label came to be'],
  ['label', (text) => text.replace('"label": "body"', '"label": "lede"'), '“lede”'],
  ['annotator', (text) => text.replace('"annotator": "ann"', '"annotator": "eve"'), '“eve”'],
  ['document', (text) => text.replace('"document": "a.txt"', '"document": "site/b.txt"'), 'site/b.txt.json'],
  ['escape', (text) => text.replace('"document": "a.txt"', '"document": "../a.txt"'), 'no document'],
  ['hash', (text) => text.replace(/"sha256": "..../, '"sha256": "0000'), 'SHA-256'],
  ['size', (text) => text.replace('"bytes": 12', '"bytes": 13'), '13 bytes'],
])('a wrong %s is found', async (_, change, fault) => {
  const started = await labelledCorpus()
  const path = labelsFile(started.folder, 'a.txt')
  const sound = readFileSync(path, 'utf8')
  writeFileSync(path, change(sound))
  expect(readFileSync(path, 'utf8')).not.toBe(sound)
  const { faults, files } = await check(started)
  expect(files).toBe(2)
  expect(new Set(faults.map(({ file }) => file))).toEqual(new Set(['labels/ann/a.txt.json']))
  expect(faults.map((each) => each.fault).join('\n')).toContain(fault)
})

test('a missing dump, a misplaced file and a damaged project are found', async () => {
  const started = await labelledCorpus()
  const { folder } = started
  rmSync(join(folder, 'site/b.txt'))
  mkdirSync(join(folder, 'winnow/labels/bob'))
  copyFileSync(labelsFile(folder, 'a.txt'), join(folder, 'winnow/labels/bob/a.txt.json'))
  writeFileSync(join(folder, 'winnow/project.json'), 'damage')
  const { faults } = await check(await startWinnowWithoutOpening(folder))
  expect(faults.map(({ file }) => file)).toEqual([
    'labels/ann/site/b.txt.json',
    'labels/bob/a.txt.json',
    'project.json',
  ])
})

/** A damaged project keeps a corpus from being opened, but not from being checked. */
async function startWinnowWithoutOpening(folder: string): Promise<StartedWinnow> {
  const other = await startWinnow(temporaryFolder())
  return { ...other, id: other.winnow.folderId(folder) }
}

test('figures count documents, segments and characters for each annotator', async () => {
  const started = await labelledCorpus()
  const bob = await startWinnow(started.folder, { annotator: 'bob' })
  await bob.apply('a.txt', [labelling(0, 'body', 2)])
  writeFileSync(join(started.folder, 'winnow/labels/bob/c.txt.json'), 'damage')
  expect(await started.winnow.service.statsCorpus({ corpus: started.id })).toMatchObject({
    corpus: started.folder,
    documents: 2,
    bytes: 13,
    sites: [
      { site: '', documents: 1 },
      { site: 'site', documents: 1 },
    ],
    sitesCount: 2,
    troubles: [],
    workLists: [],
    annotators: [
      {
        name: 'ann',
        done: 1,
        inProgress: 1,
        skipped: 0,
        flagged: 0,
        seconds: 0,
        pagesPerHour: null,
        segments: 3,
        unlabelled: 1,
        labels: [
          { label: 'body', segments: 1, characters: 5 },
          { label: 'title', segments: 1, characters: 1 },
        ],
        origins: [{ by: 'human', segments: 2 }],
        leftOut: [],
      },
      {
        name: 'bob',
        done: 0,
        inProgress: 0,
        skipped: 0,
        flagged: 0,
        seconds: 0,
        pagesPerHour: null,
        segments: 2,
        unlabelled: 0,
        labels: [{ label: 'body', segments: 2, characters: 8 }],
        origins: [{ by: 'human', segments: 2 }],
        leftOut: [{ document: 'c.txt', reason: expect.stringContaining('c.txt.json') }],
      },
    ],
  })
})

test('a dump that was renamed is named beside its labels', async () => {
  const folder = temporaryFolder({ 'a.txt': 'one\ntwo', 'b.txt': 'six\nten' })
  const first = await startWinnow(folder)
  await first.apply('a.txt', [labelling(0, 'body')])
  renameSync(join(folder, 'a.txt'), join(folder, 'moved.txt'))
  await first.winnow.close()
  const { winnow, id } = await startWinnow(folder, { host: 'cli' })
  const { faults } = await winnow.service.checkCorpus({ corpus: id })
  expect(faults).toEqual([
    { file: 'labels/ann/a.txt.json', fault: expect.stringContaining('“moved.txt” has the same content') },
  ])
})

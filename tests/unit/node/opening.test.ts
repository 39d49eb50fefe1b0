import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Summary, WinnowEvent } from '../../../src/core/contract.ts'
import { asOrdinaryUser, giveToOrdinaryUser } from './as-ordinary-user.ts'
import { createAnn, labelling, labelsFile, labelsOf, listedIn, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const isComplete = (event: WinnowEvent): boolean => event.name === 'summaries' && event.payload.complete

const summariesOf = (events: readonly WinnowEvent[]): Summary[] =>
  events.flatMap((event) => (event.name === 'summaries' ? event.payload.summaries : []))

test('home names the given folders, the one to open first, and the annotator', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const { winnow } = await createAnn({ given: [folder], openFirst: true, version: '1.2.3' })
  const home = await winnow.service.home({})
  expect(home).toMatchObject({
    host: 'web',
    version: '1.2.3',
    annotator: 'ann',
    given: [{ name: basename(folder), path: folder }],
    recent: [],
    sample: null,
  })
  expect(home.start).toBe(home.given[0]?.id)
})

test('one folder has one id whatever path leads there, and no id leads to what was not given', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const { winnow } = await createAnn()
  expect(winnow.folderId(join(folder, '..', basename(folder)))).toBe(winnow.folderId(folder))
  await expect(winnow.service.openCorpus({ folder })).rejects.toMatchObject({ code: 'folder-unknown' })
})

test('a missing, an unreadable and an empty folder', async () => {
  const folder = temporaryFolder({ 'shut/a.txt': 'x', 'empty/picture.png': '' })
  giveToOrdinaryUser(folder)
  chmodSync(join(folder, 'shut'), 0)
  const { winnow } = await createAnn()
  const open = (name: string) =>
    asOrdinaryUser(() => winnow.service.openCorpus({ folder: winnow.folderId(join(folder, name)) }))
  await expect(open('none')).rejects.toMatchObject({ code: 'folder-missing' })
  await expect(open('shut')).rejects.toMatchObject({ code: 'folder-unreadable' })
  chmodSync(join(folder, 'shut'), 0o755)
  const empty = await open('empty')
  expect(empty).toMatchObject({ place: null, listing: { state: { troubles: 0 } } })
  expect(listedIn(empty)).toEqual([])
})

test('opened folders are recent, newest first, twelve at most, also when they are gone', async () => {
  const folder = temporaryFolder()
  const userFolder = temporaryFolder()
  const { winnow } = await createAnn({ userFolder })
  const names = Array.from({ length: 14 }, (_, at) => `corpus-${at}`)
  for (const name of [...names, 'corpus-5']) {
    mkdirSync(join(folder, name), { recursive: true })
    await winnow.service.openCorpus({ folder: winnow.folderId(join(folder, name)) })
  }
  rmSync(join(folder, 'corpus-13'), { recursive: true })
  const { recent } = await (await createAnn({ userFolder })).winnow.service.home({})
  expect(recent).toHaveLength(12)
  expect(recent.slice(0, 3).map(({ name }) => name)).toEqual(['corpus-5', 'corpus-13', 'corpus-12'])
})

test('the place is remembered for each annotator and corpus, unless its document is gone', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x\ny', 'b.txt': 'x' })
  const userFolder = temporaryFolder()
  const first = await startWinnow(folder, { userFolder })
  await first.winnow.service.savePlace({ corpus: first.id, document: 'b.txt', segment: 0 })
  await first.winnow.service.savePlace({ corpus: first.id, document: 'a.txt', segment: 1 })
  await first.winnow.close()
  expect((await startWinnow(folder, { userFolder })).corpus.place).toEqual({ document: 'a.txt', segment: 1 })
  expect((await startWinnow(folder, { userFolder, annotator: 'bob' })).corpus.place).toBeNull()
  rmSync(join(folder, 'a.txt'))
  expect((await startWinnow(folder, { userFolder })).corpus.place).toBeNull()
})

test('the annotator’s name is kept for the next start and labels go under it', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const userFolder = temporaryFolder()
  const { winnow } = await createAnn({ userFolder, annotator: undefined })
  await winnow.service.setAnnotator({ name: 'Lê Thị Đào' })
  const next = await startWinnow(folder, { userFolder, annotator: undefined })
  expect(next.corpus.annotator).toBe('Lê Thị Đào')
  await next.apply('a.txt', [labelling(0, 'body')])
  expect(readdirSync(join(folder, 'winnow/labels'))).toEqual(['Lê Thị Đào'])
})

test('damaged settings are set aside, and Winnow starts without them', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const userFolder = temporaryFolder({ 'state.json': '{"format":' })
  const { corpus, logged } = await startWinnow(folder, { userFolder })
  expect(listedIn(corpus)).toHaveLength(1)
  expect(String(logged[0])).toContain('state.json')
  const aside = readdirSync(userFolder).find((name) => name.startsWith('state.json.damaged-'))
  expect(readFileSync(join(userFolder, aside ?? ''), 'utf8')).toBe('{"format":')
})

test('settings that cannot be written do not keep anyone from labelling', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const userFolder = join(temporaryFolder({ file: '' }), 'file', 'below')
  const { apply, logged } = await startWinnow(folder, { userFolder })
  expect(await apply('a.txt', [labelling(0, 'body')])).toBe(1)
  expect(String(logged[0])).toContain('state.json')
})

test('two processes that share settings keep each other’s changes', async () => {
  const folder = temporaryFolder({ 'one/a.txt': 'x', 'two/a.txt': 'x' })
  const userFolder = temporaryFolder()
  const one = await createAnn({ userFolder })
  const two = await createAnn({ userFolder })
  await one.winnow.service.openCorpus({ folder: one.winnow.folderId(join(folder, 'one')) })
  await two.winnow.service.openCorpus({ folder: two.winnow.folderId(join(folder, 'two')) })
  const { recent } = await one.winnow.service.home({})
  expect(recent.map(({ name }) => name)).toEqual(['two', 'one'])
})

test('how far the documents are is told after opening, damaged ones by their trouble', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x\ny', 'b.txt': 'x', 'c.txt': 'x' })
  const first = await startWinnow(folder)
  expect(await first.event(isComplete)).toMatchObject({ payload: { summaries: [] } })
  await first.apply('a.txt', [labelling(0, 'body'), { kind: 'status', before: 'new', after: 'in-progress' }])
  const told = summariesOf(first.events)
  expect(told).toEqual([
    {
      document: 'a.txt',
      status: 'in-progress',
      labelled: 1,
      segments: 2,
      note: false,
      saved: expect.any(String),
      trouble: null,
    },
  ])
  await first.apply('b.txt', [labelling(0, 'body')])
  writeFileSync(labelsFile(folder, 'b.txt'), 'damage')
  const second = await startWinnow(folder)
  await second.event(isComplete)
  expect(summariesOf(second.events)).toEqual(
    expect.arrayContaining([
      told[0],
      expect.objectContaining({
        document: 'b.txt',
        trouble: expect.stringContaining(labelsFile(folder, 'b.txt')),
      }),
    ]),
  )
  expect(summariesOf(second.events)).toHaveLength(2)
})

test('summaries of many documents come in batches, the last one marked', async () => {
  const names = Array.from({ length: 1003 }, (_, at) => `${at}.txt`)
  const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, 'x'])))
  const { apply } = await startWinnow(folder)
  await apply('0.txt', [labelling(0, 'body')])
  const content = readFileSync(labelsFile(folder, '0.txt'), 'utf8')
  putFiles(folder, Object.fromEntries(names.map((name) => [`winnow/labels/ann/${name}.json`, content])))
  const { event, events } = await startWinnow(folder)
  await event(isComplete)
  const sizes = events.flatMap((each) => (each.name === 'summaries' ? [each.payload.summaries.length] : []))
  expect(sizes).toEqual([500, 500, 3])
  expect(new Set(summariesOf(events).map(({ document }) => document)).size).toBe(1003)
}, 20_000)

test('labels go where the command line says', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const labelsFolder = join(temporaryFolder(), 'labels-home')
  const { apply, corpus } = await startWinnow(folder, { labelsFolder })
  expect(corpus.labelsHome).toEqual({
    path: labelsFolder,
    beside: false,
    writable: true,
    elsewhere: null,
    newer: null,
  })
  await apply('a.txt', [labelling(0, 'body')])
  expect(readdirSync(folder)).toEqual(['a.txt'])
  expect(statSync(join(labelsFolder, 'labels/ann/a.txt.json')).isFile()).toBe(true)
})

test('a damaged project file is named, with its backup, and nothing is overwritten', async () => {
  const folder = temporaryFolder({
    'a.txt': 'x',
    'winnow/project.json': '{}',
    'winnow/project.json.bak': '{}',
  })
  const { winnow } = await createAnn()
  const opened = winnow.service.openCorpus({ folder: winnow.folderId(folder) })
  await expect(opened).rejects.toMatchObject({ code: 'project-damaged' })
  await expect(opened).rejects.toThrow(join(folder, 'winnow/project.json.bak'))
  writeFileSync(join(folder, 'winnow/project.json'), '{"format":"winnow-project","version":2}')
  await expect(winnow.service.openCorpus({ folder: winnow.folderId(folder) })).rejects.toMatchObject({
    code: 'project-newer',
  })
})

test('the sample is copied to the user’s folder once, and opened there', async () => {
  const resources = temporaryFolder({ 'sample/en/a.txt': 'one\ntwo' })
  const userFolder = temporaryFolder()
  const { winnow } = await createAnn({ resources, userFolder })
  const { sample } = await winnow.service.home({})
  expect(sample?.path).toBe(join(userFolder, 'sample'))
  expect(readdirSync(userFolder)).toEqual([])
  const corpus = await winnow.service.openCorpus({ folder: sample?.id ?? '' })
  expect(listedIn(corpus)).toEqual(['en/a.txt'])
  await winnow.service.applyEdits({
    corpus: corpus.folder.id,
    document: 'en/a.txt',
    edits: [labelling(0, 'title')(readFileSync(join(resources, 'sample', 'en/a.txt'), 'utf8'))],
    client: 'w',
  })
  const again = await startWinnow(join(userFolder, 'sample'), { resources, userFolder })
  expect(labelsOf(await again.open('en/a.txt'))).toEqual(['title', null])
  expect(readdirSync(join(resources, 'sample'))).toEqual(['en'])
  expect(readdirSync(userFolder).sort()).toEqual(['sample', 'state.json', 'state.json.bak'])
})

test('without a dialog of the host, choosing says so', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const { winnow } = await createAnn()
  await expect(winnow.service.chooseFolder({})).rejects.toMatchObject({ code: 'not-here' })
  const { winnow: chooser } = await createAnn({ chooseFolder: async () => folder })
  expect(await chooser.service.chooseFolder({})).toMatchObject({ path: folder })
  const { winnow: refuser } = await createAnn({ chooseFolder: async () => null })
  expect(await refuser.service.chooseFolder({})).toBeNull()
})

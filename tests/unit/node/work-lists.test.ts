import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Request } from '../../../src/core/contract.ts'
import { workListFileSchema } from '../../../src/core/work-list/work-list-file.ts'
import { labelling, type StartedWinnow, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const pages = (site: string, count: number): [string, string][] =>
  Array.from({ length: count }, (_, n) => [`${site}/page-${n + 1}.txt`, 'one\ntwo'])

/** A corpus of three sites, with 60, 30 and 2 pages. */
function threeSites(): string {
  const folder = temporaryFolder()
  putFiles(folder, Object.fromEntries([...pages('a.vn', 60), ...pages('b.com', 30), ...pages('c.org', 2)]))
  return folder
}

const make = ({ winnow, id }: StartedWinnow, change: Partial<Request<'makeWorkList'>> = {}) =>
  winnow.service.makeWorkList({
    corpus: id,
    name: 'pilot',
    replace: false,
    job: 'job',
    ...change,
    choice: change.choice ?? { filter: {}, sample: { size: 12, seed: 7, by: 'site' } },
  })

const fileOf = (folder: string, name: string) =>
  workListFileSchema.parse(
    JSON.parse(readFileSync(join(folder, 'winnow', 'work-lists', `${name}.json`), 'utf8')),
  )

test('a stratified sample is made, kept beside the labels, and the same in another process', async () => {
  const folder = threeSites()
  const made = await make(await startWinnow(folder))
  expect(made).toMatchObject({ matching: 92, chosen: 12, unknown: [] })
  expect(made.strata).toEqual([
    { stratum: 'a.vn', documents: 60, drawn: 7 },
    { stratum: 'b.com', documents: 30, drawn: 4 },
    { stratum: 'c.org', documents: 2, drawn: 1 },
  ])
  const first = fileOf(folder, 'pilot').documents
  const again = await startWinnow(folder)
  await make(again, { name: 'again' })
  expect(fileOf(folder, 'again').documents).toEqual(first)
  const { lists, troubles } = await again.winnow.service.listWorkLists({ corpus: again.id })
  expect(lists.map(({ name, documents }) => [name, documents])).toEqual([
    ['again', 12],
    ['pilot', 12],
  ])
  expect(troubles).toEqual([])
})

test('the list that was chosen is there again; taken away, it is none', async () => {
  const folder = threeSites()
  const userFolder = temporaryFolder()
  const started = await startWinnow(folder, { userFolder })
  const { service } = started.winnow
  const ids = ['c.org/page-2.txt', 'gone.txt', 'a.vn/page-10.txt', 'a.vn/page-9.txt']
  const made = await make(started, { choice: { filter: {}, sample: null }, documents: ids })
  expect(made).toMatchObject({ chosen: 3, unknown: ['gone.txt'], unknownCount: 1 })
  expect(await service.chosenWorkList({ corpus: started.id })).toEqual({ list: null, trouble: null })
  const inOrder = ['a.vn/page-9.txt', 'a.vn/page-10.txt', 'c.org/page-2.txt']
  const chosen = await service.chooseWorkList({ corpus: started.id, name: 'pilot' })
  expect(chosen).toEqual({ name: 'pilot', documents: inOrder })
  await started.winnow.close()

  const later = await startWinnow(folder, { userFolder })
  const kept = await later.winnow.service.chosenWorkList({ corpus: later.id })
  expect(kept.list?.documents).toEqual(inOrder)
  await later.winnow.service.removeWorkList({ corpus: later.id, name: 'pilot' })
  expect(await later.winnow.service.chosenWorkList({ corpus: later.id })).toEqual({
    list: null,
    trouble: null,
  })
  expect(readdirSync(join(folder, 'winnow', 'work-lists'))).toEqual(['pilot.json.bak'])
})

test('what the annotator has begun can be filtered, and sizes can', async () => {
  const folder = threeSites()
  putFiles(folder, { 'a.vn/long.txt': 'word '.repeat(1000) })
  const started = await startWinnow(folder)
  await started.open('a.vn/page-3.txt')
  await started.apply('a.vn/page-3.txt', [
    labelling(0, 'title'),
    { kind: 'status', before: 'new', after: 'in-progress' },
  ])
  const chosen = async (filter: Request<'makeWorkList'>['choice']['filter']): Promise<number> => {
    const request = { corpus: started.id, choice: { filter, sample: null }, job: 'preview' }
    return (await started.winnow.service.previewWorkList(request)).chosen
  }
  expect(await chosen({ statuses: ['in-progress'] })).toBe(1)
  expect(await chosen({ statuses: ['new'] })).toBe(92)
  expect(await chosen({ smallest: 1000 })).toBe(1)
  expect(await chosen({ sites: ['c.org', 'b.com'] })).toBe(32)
  expect(await chosen({ text: 'PAGE-1', sites: ['b.com'] })).toBe(11)
  expect(existsSync(join(folder, 'winnow', 'work-lists'))).toBe(false)
})

test('languages are read from texts that do not say, and columns from records', async () => {
  const vietnamese = 'Sáng nay người dân trong làng ra đồng gặt lúa từ rất sớm.'
  const english = 'This morning the people of the village went out early to the fields.'
  const folder = temporaryFolder({
    'plain/vi.txt': vietnamese,
    'plain/en.txt': english,
    'records.jsonl': [
      { text: vietnamese, topic: 'farm' },
      { text: vietnamese, topic: 'sport' },
      { text: english, language: 'vie_Latn', topic: 'farm' },
    ]
      .map((record) => JSON.stringify(record))
      .join('\n'),
  })
  const started = await startWinnow(folder)
  const { service } = started.winnow
  const preview = (choice: Request<'makeWorkList'>['choice']) =>
    service.previewWorkList({ corpus: started.id, choice, job: 'preview' })
  const sample = { size: 2, seed: 1 }
  expect((await preview({ filter: {}, sample: { ...sample, by: 'language' } })).strata).toEqual([
    { stratum: 'vi', documents: 4, drawn: 1 },
    { stratum: 'en', documents: 1, drawn: 1 },
  ])
  expect((await preview({ filter: { languages: ['en'] }, sample: null })).chosen).toBe(1)
  expect((await preview({ filter: {}, sample: { ...sample, by: { column: 'topic' } } })).strata).toEqual([
    { stratum: '', documents: 2, drawn: 1 },
    { stratum: 'farm', documents: 2, drawn: 1 },
    { stratum: 'sport', documents: 1, drawn: 0 },
  ])
  await make(started, { choice: { filter: { column: { name: 'topic', values: ['farm'] } }, sample: null } })
  expect(fileOf(folder, 'pilot').documents).toEqual(['records.jsonl/1', 'records.jsonl/3'])
})

test('a name that is taken is refused unless the list is to be replaced', async () => {
  const folder = threeSites()
  const started = await startWinnow(folder)
  await make(started)
  const before = fileOf(folder, 'pilot')
  await expect(make(started)).rejects.toMatchObject({ code: 'work-list-exists' })
  expect(fileOf(folder, 'pilot')).toEqual(before)
  await make(started, { replace: true, choice: { filter: {}, sample: { size: 2, seed: 1, by: null } } })
  expect(fileOf(folder, 'pilot').documents).toHaveLength(2)
})

test('a damaged list is named; the others and the corpus go on', async () => {
  const folder = threeSites()
  const userFolder = temporaryFolder()
  const started = await startWinnow(folder, { userFolder })
  const { service } = started.winnow
  await make(started)
  await make(started, { name: 'bad' })
  await service.chooseWorkList({ corpus: started.id, name: 'bad' })
  writeFileSync(join(folder, 'winnow', 'work-lists', 'bad.json'), '{"format":"winnow-work-list","ver')
  const { lists, troubles } = await service.listWorkLists({ corpus: started.id })
  expect(lists.map(({ name }) => name)).toEqual(['pilot'])
  expect(troubles).toEqual([expect.stringContaining('bad.json is damaged')])
  const { list, trouble } = await service.chosenWorkList({ corpus: started.id })
  expect(list).toBeNull()
  expect(trouble).toContain('All documents are shown')
  await expect(service.chooseWorkList({ corpus: started.id, name: 'none' })).rejects.toMatchObject({
    code: 'work-list-unknown',
    message: expect.stringContaining('There are: bad, pilot.'),
  })
})

test('one that is stopped leaves nothing', async () => {
  const folder = threeSites()
  const started = await startWinnow(folder)
  const { events, service } = started.winnow
  events.subscribe(({ name }) => name === 'job-progress' && void service.cancelJob({ job: 'job' }))
  await expect(make(started)).rejects.toMatchObject({ code: 'cancelled' })
  expect(existsSync(join(folder, 'winnow'))).toBe(false)
})

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Request } from '../../../src/core/contract.ts'
import { createAnn, labelling, labelsFile, type StartedWinnow, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const request = (corpus: string, change: Partial<Request<'exportCorpus'>> = {}): Request<'exportCorpus'> => ({
  corpus,
  format: 'jsonl',
  job: 'job',
  ...change,
})

const exported = ({ winnow, id }: StartedWinnow, change: Partial<Request<'exportCorpus'>> = {}) =>
  winnow.service.exportCorpus(request(id, change))

const records = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** Two labelled documents, the second one done, and one without labels. */
async function labelledCorpus(): Promise<StartedWinnow & { folder: string }> {
  const folder = temporaryFolder({
    'a.txt': '😀 Tiêu đề\r\nbody 😀\r\nmenu',
    'site/b c.md': 'one\ntwo',
    'c.txt': 'x',
  })
  const started = await startWinnow(folder)
  await started.apply('a.txt', [labelling(0, 'title'), labelling(1, 'body'), labelling(2, 'boilerplate')])
  await started.apply('site/b c.md', [labelling(1, 'body'), { kind: 'status', before: 'new', after: 'done' }])
  return { ...started, folder }
}

test.each([
  ['codepoint', (text: string, start: number, end: number) => [...text].slice(start, end).join('')],
  ['utf16', (text: string, start: number, end: number) => text.slice(start, end)],
  ['byte', (text: string, start: number, end: number) => Buffer.from(text).subarray(start, end).toString()],
] as const)('JSONL in %s offsets slices to the texts of its segments', async (offsets, slice) => {
  const started = await labelledCorpus()
  const reply = await exported(started, { options: { offsets } })
  expect(reply).toMatchObject({ documents: 2, segments: 5, unlabelled: 1, leftOut: [] })
  expect(reply.path.startsWith(join(started.folder, 'winnow', 'exports'))).toBe(true)
  const lines = records(reply.path)
  expect(lines.map(({ id }) => id)).toEqual(['a.txt', 'site/b c.md'])
  for (const { text, segments, offsets: unit } of lines) {
    expect(unit).toBe(offsets)
    for (const segment of segments) expect(slice(text, segment.start, segment.end)).toBe(segment.text)
  }
  expect(started.winnow.exportFile(reply.download ?? '')).toBe(reply.path)
  expect(started.winnow.exportFile('other')).toBeNull()
  const [whole = '', ...beside] = readdirSync(join(started.folder, 'winnow', 'exports')).sort()
  expect(join(started.folder, 'winnow', 'exports', whole)).toBe(reply.path)
  expect(beside).toEqual([`${whole}-manifest.json`, `${whole}-schema.json`])
})

test('cleaned text goes into a folder of the same shape', async () => {
  const started = await labelledCorpus()
  const reply = await exported(started, { format: 'text' })
  expect(reply.download).toBeNull()
  expect(readFileSync(join(reply.path, 'a.txt'), 'utf8')).toBe('😀 Tiêu đề\nbody 😀\n')
  expect(readFileSync(join(reply.path, 'site/b c.md'), 'utf8')).toBe('two\n')
  expect(readdirSync(reply.path).sort()).toEqual(['a.txt', 'manifest.json', 'site'])
})

test('only documents that are done, if asked', async () => {
  const reply = await exported(await labelledCorpus(), { filter: { statuses: ['done'] } })
  expect(records(reply.path).map(({ id }) => id)).toEqual(['site/b c.md'])
  expect(reply).toMatchObject({ documents: 1, leftOut: [] })
})

test('what is damaged, changed, binary or gone is left out by name, and the rest is exported', async () => {
  const files = { 'a.txt': 'x', 'b.txt': 'x', 'c.txt': 'x', 'd.txt': 'x', 'e.txt': 'x' }
  const folder = temporaryFolder(files)
  const started = await startWinnow(folder)
  for (const name of Object.keys(files)) await started.apply(name, [labelling(0, 'body')])
  writeFileSync(labelsFile(folder, 'a.txt'), 'damage')
  writeFileSync(join(folder, 'b.txt'), 'y')
  writeFileSync(join(folder, 'c.txt'), 'x\0')
  rmSync(join(folder, 'd.txt'))
  const known = await exported(started)
  const anew = await exported(await startWinnow(folder))
  for (const { path, leftOut, documents } of [known, anew]) {
    expect(records(path).map(({ id }) => id)).toEqual(['e.txt'])
    expect(documents).toBe(1)
    const reasons = Object.fromEntries(leftOut.map(({ document, reason }) => [document, reason]))
    expect(Object.keys(reasons).sort()).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt'])
    expect(reasons['a.txt']).toContain('damaged')
    expect(reasons['b.txt']).toContain('changed')
    expect(reasons['c.txt']).toContain('NUL')
    expect(reasons['d.txt']).toContain('no longer')
  }
})

test('a target that exists is replaced only where that was agreed to', async () => {
  const started = await labelledCorpus()
  const folder = temporaryFolder({ 'out.jsonl': 'mine' })
  const path = join(folder, 'out.jsonl')
  const refused = exported(started, { target: started.winnow.exportTarget(path, false) })
  await expect(refused).rejects.toMatchObject({ code: 'export-exists' })
  expect(readFileSync(path, 'utf8')).toBe('mine')
  await exported(started, { target: started.winnow.exportTarget(path, true) })
  expect(records(path)).toHaveLength(2)
  const fresh = join(folder, 'new.jsonl')
  await exported(started, { target: started.winnow.exportTarget(fresh, false) })
  expect(records(fresh)).toHaveLength(2)
  const beside = (name: string) => [name, `${name}-manifest.json`, `${name}-schema.json`]
  expect(readdirSync(folder).sort()).toEqual([...beside('new.jsonl'), ...beside('out.jsonl')])
})

test('a folder that holds anything is never replaced, an empty one is used', async () => {
  const started = await labelledCorpus()
  const folder = temporaryFolder({ 'full/mine.txt': 'mine', file: '' })
  for (const name of ['full', 'file'])
    await expect(
      exported(started, { format: 'text', target: started.winnow.exportTarget(join(folder, name), true) }),
    ).rejects.toMatchObject({ code: 'export-exists' })
  expect(readFileSync(join(folder, 'full/mine.txt'), 'utf8')).toBe('mine')
  rmSync(join(folder, 'full/mine.txt'))
  await exported(started, {
    format: 'text',
    target: started.winnow.exportTarget(join(folder, 'full'), false),
  })
  expect(readdirSync(join(folder, 'full')).sort()).toEqual(['a.txt', 'manifest.json', 'site'])
})

test('no export goes among the dumps', async () => {
  const started = await labelledCorpus()
  for (const [format, name] of [
    ['jsonl', 'a.txt'],
    ['jsonl', 'site/new.md'],
    ['text', 'site/out'],
  ] as const) {
    const target = started.winnow.exportTarget(join(started.folder, name), true)
    await expect(exported(started, { format, target })).rejects.toMatchObject({ code: 'export-failed' })
  }
  expect(readFileSync(join(started.folder, 'a.txt'), 'utf8')).toContain('menu')
})

test('a place that cannot be written to, and one that Winnow does not know', async () => {
  const started = await labelledCorpus()
  const target = started.winnow.exportTarget(join(temporaryFolder(), 'no', 'out.jsonl'), false)
  await expect(exported(started, { target })).rejects.toThrow('there is no folder')
  await expect(exported(started, { target: 'guessed' })).rejects.toMatchObject({ code: 'bad-request' })
})

test.each(['jsonl', 'text'] as const)('a cancelled %s export leaves nothing behind', async (format) => {
  const names = Array.from({ length: 20 }, (_, at) => `${at}.txt`)
  const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, 'x'])))
  const first = await startWinnow(folder)
  await Promise.all(names.map((name) => first.apply(name, [labelling(0, 'body')])))
  const { winnow, id, events } = await startWinnow(folder)
  const out = join(temporaryFolder(), 'out')
  winnow.events.subscribe(({ name }) => {
    if (name === 'job-progress') void winnow.service.cancelJob({ job: 'job' })
  })
  const target = winnow.exportTarget(out, false)
  await expect(winnow.service.exportCorpus(request(id, { format, target }))).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(existsSync(out)).toBe(false)
  expect(readdirSync(join(out, '..'))).toEqual([])
  expect(events.some(({ name }) => name === 'job-progress')).toBe(true)
  await winnow.service.cancelJob({ job: 'job' })
})

test('progress ends at the total', async () => {
  const started = await labelledCorpus()
  await exported(started)
  const progress = started.events.flatMap((event) => (event.name === 'job-progress' ? [event.payload] : []))
  expect(progress[0]).toEqual({ job: 'job', done: 0, total: 2 })
  expect(progress.at(-1)).toEqual({ job: 'job', done: 2, total: 2 })
})

test('whose labels: those asked for, one’s own, or the only ones; else the names there are', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const zoe = await startWinnow(folder, { annotator: 'zoe' })
  await expect(exported(zoe)).rejects.toMatchObject({ code: 'annotator-unknown' })
  mkdirSync(join(folder, 'winnow/labels/zoe'), { recursive: true })
  await (await startWinnow(folder)).apply('a.txt', [labelling(0, 'body')])
  expect(records((await exported(zoe)).path)[0].annotator).toBe('ann')
  await (await startWinnow(folder, { annotator: 'bob' })).apply('a.txt', [labelling(0, 'title')])
  const unclear = exported(zoe)
  await expect(unclear).rejects.toMatchObject({ code: 'annotator-unknown' })
  await expect(unclear).rejects.toThrow('ann, bob')
  await expect(exported(zoe, { annotator: 'eve' })).rejects.toThrow('“eve”')
  expect(records((await exported(zoe, { annotator: 'bob' })).path)[0].annotator).toBe('bob')
})

test('the save dialog is asked with a suggestion, and what it names is used', async () => {
  const { folder } = await labelledCorpus()
  const out = join(temporaryFolder({ 'out.jsonl': 'old' }), 'out.jsonl')
  const suggestions: string[] = []
  const started = await startWinnow(folder, {
    chooseExportPath: async (suggested) => {
      suggestions.push(suggested)
      return out
    },
  })
  const chosen = await started.winnow.service.chooseExportPath({ corpus: started.id, format: 'jsonl' })
  expect(chosen?.path).toBe(out)
  expect(suggestions[0]).toMatch(/winnow.exports.winnow-node-.*-ann-\d{8}-\d{6}\.jsonl$/)
  await exported(started, chosen ? { target: chosen.target } : {})
  expect(records(out)).toHaveLength(2)
  const { winnow } = await createAnn()
  const corpus = winnow.folderId(folder)
  await expect(winnow.service.chooseExportPath({ corpus, format: 'text' })).rejects.toMatchObject({
    code: 'not-here',
  })
})

test('what one annotator did not label is not in the export of another', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x', 'b.txt': 'x' })
  await (await startWinnow(folder)).apply('a.txt', [labelling(0, 'body')])
  putFiles(folder, { 'winnow/labels/ann/notes.txt': 'no labels file' })
  const bob = await startWinnow(folder, { annotator: 'bob' })
  await bob.apply('b.txt', [labelling(0, 'body')])
  expect(records((await exported(bob)).path).map(({ id }) => id)).toEqual(['b.txt'])
  expect((await exported(bob, { annotator: 'ann' })).leftOut).toEqual([])
})

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelsFileSchema } from '../../../src/core/labels-file.ts'
import { anyText } from '../core/any-text.ts'
import { asOrdinaryUser, giveToOrdinaryUser } from './as-ordinary-user.ts'
import { labelling, labelsFile, labelsOf, listedIn, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const lines = (count: number): string => Array.from({ length: count }, (_, at) => `line ${at}`).join('\n')

const savedFile = (corpus: string, document: string) =>
  labelsFileSchema.parse(JSON.parse(readFileSync(labelsFile(corpus, document), 'utf8')))

test('opening a corpus and a document writes nothing into the folder', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(3) })
  const { open } = await startWinnow(folder)
  expect(await open('a.txt')).toMatchObject({ status: 'new', revision: 0, bounds: [0, 6, 7, 13, 14, 20] })
  expect(readdirSync(folder)).toEqual(['a.txt'])
})

test('a saved label is on the disk when the call answers, with its text and the dump’s hash', async () => {
  const folder = temporaryFolder({ 'site/a.txt': '\ufeffXin chào 😀\r\n\r\n  body  ' })
  const { apply } = await startWinnow(folder)
  expect(
    await apply('site/a.txt', [
      labelling(1, 'body'),
      { kind: 'status', before: 'new', after: 'in-progress' },
    ]),
  ).toBe(1)
  expect(savedFile(folder, 'site/a.txt')).toMatchObject({
    document: 'site/a.txt',
    annotator: 'ann',
    status: 'in-progress',
    revision: 1,
    offsets: 'codepoint',
    dump: { encoding: 'utf-8-sig' },
    segments: [
      { start: 0, end: 10, label: null, text: 'Xin chào 😀' },
      { start: 16, end: 20, label: 'body', by: 'human', text: 'body' },
    ],
  })
  expect(JSON.parse(readFileSync(join(folder, 'winnow/project.json'), 'utf8'))).toMatchObject({
    format: 'winnow-project',
    labelSet: { name: 'simple' },
  })
  expect(readdirSync(dirname(labelsFile(folder, 'site/a.txt')))).toEqual(['a.txt.json'])
})

test('what was labelled is there again in a new process, whatever the text', async () => {
  const folder = temporaryFolder({ 'a.txt': '' })
  await fc.assert(
    fc.asyncProperty(anyText, fc.infiniteStream(fc.boolean()), async (text, choices) => {
      fc.pre(!text.includes('\0'))
      rmSync(join(folder, 'winnow'), { recursive: true, force: true })
      writeFileSync(join(folder, 'a.txt'), text)
      const first = await startWinnow(folder)
      const { bounds } = await first.open('a.txt')
      const wanted = Array.from({ length: bounds.length / 2 }, () =>
        choices.next().value ? 'body' : 'caption',
      )
      const edits = wanted.map((label, at) => labelling(at, label))
      if (edits.length > 0) await first.apply('a.txt', edits)
      const again = await (await startWinnow(folder)).open('a.txt')
      expect(again.bounds).toEqual(bounds)
      expect(labelsOf(again)).toEqual(wanted)
      expect(again.text).toBe(text.startsWith('\ufeff') ? text.slice(1) : text)
    }),
    { numRuns: 15 },
  )
}, 30_000)

test('names with spaces, quotes, #, %, emoji and NFD are opened and saved', async () => {
  const names = ['a b.txt', `'q' "q".txt`, '#1 100%.txt', '😀/😀.txt', `${'Việt'.normalize('NFD')}.md`]
  const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, 'x'])))
  const { apply, corpus } = await startWinnow(folder)
  expect(listedIn(corpus).sort()).toEqual([...names].sort())
  for (const name of names) await apply(name, [labelling(0, 'body')])
  const again = await startWinnow(folder)
  for (const name of names) expect(labelsOf(await again.open(name))).toEqual(['body'])
})

test('a document that is not in the corpus is refused, as is one outside of it', async () => {
  const folder = temporaryFolder({ 'corpus/a.txt': 'x', 'secret.txt': 'x' })
  const { winnow, id } = await startWinnow(join(folder, 'corpus'))
  for (const document of ['b.txt', '../secret.txt', join(folder, 'secret.txt')])
    await expect(winnow.service.openDocument({ corpus: id, document })).rejects.toMatchObject({
      code: 'document-unknown',
    })
})

test('edits that come in while a write runs are written together, in order, each with its own revision', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(200) })
  const { apply, events } = await startWinnow(folder)
  const revisions = await Promise.all(
    Array.from({ length: 200 }, (_, at) => apply('a.txt', [labelling(at, 'body')])),
  )
  expect(revisions).toEqual(Array.from({ length: 200 }, (_, at) => at + 1))
  const file = savedFile(folder, 'a.txt')
  expect(file.revision).toBe(200)
  expect(file.segments.every(({ label }) => label === 'body')).toBe(true)
  const changes = events.flatMap((event) =>
    event.name === 'annotation-changed' ? [event.payload.revision] : [],
  )
  expect(changes).toEqual(revisions)
  // Had each been written by itself, the version before would be the last but one.
  const backup = `${labelsFile(folder, 'a.txt')}.bak`
  const before = existsSync(backup) ? JSON.parse(readFileSync(backup, 'utf8')) : { revision: 0 }
  expect(before.revision).toBeLessThan(199)
})

test('one edit that does not fit does not take down those that wait with it', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(3) })
  const { apply } = await startWinnow(folder)
  const results = await Promise.allSettled([
    apply('a.txt', [labelling(0, 'body')]),
    apply('a.txt', [labelling(1, 'body'), labelling(0, 'title')]),
    apply('a.txt', [labelling(2, 'body')]),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(savedFile(folder, 'a.txt').segments.map(({ label }) => label)).toEqual(['body', null, 'body'])
})

test('an edit that is sent twice does no harm', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(2) })
  const { apply, open } = await startWinnow(folder)
  await apply('a.txt', [labelling(0, 'body')])
  await apply('a.txt', [labelling(0, 'body')])
  expect(labelsOf(await open('a.txt'))).toEqual(['body', null])
})

test('two processes on one corpus: different segments both stay, and each learns of the other', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(20) })
  const one = await startWinnow(folder)
  const other = await startWinnow(folder)
  await one.open('a.txt')
  await other.open('a.txt')
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      at % 2 === 0
        ? one.apply('a.txt', [labelling(at, 'body')])
        : other.apply('a.txt', [labelling(at, 'caption')]),
    ),
  )
  const expected = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 'body' : 'caption'))
  expect(labelsOf(await one.open('a.txt'))).toEqual(expected)
  expect(labelsOf(await other.open('a.txt'))).toEqual(expected)
  for (const { events } of [one, other])
    expect(
      events.some(
        (event) => event.name === 'annotation-changed' && event.payload.client === 'another-process',
      ),
    ).toBe(true)
})

test('two processes on one segment: the first one’s label stays, the second is told', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(2) })
  const one = await startWinnow(folder)
  const other = await startWinnow(folder)
  await other.open('a.txt')
  await one.apply('a.txt', [labelling(0, 'body')])
  await expect(other.apply('a.txt', [labelling(0, 'title')])).rejects.toMatchObject({
    code: 'labels-changed',
  })
  expect(labelsOf(await other.open('a.txt'))).toEqual(['body', null])
  expect(await other.apply('a.txt', [labelling(1, 'caption')])).toBe(2)
  expect(labelsOf(await one.open('a.txt'))).toEqual(['body', 'caption'])
})

test('a save that fails is refused with nothing changed, and can be sent again', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(2) })
  giveToOrdinaryUser(folder)
  const { apply, open } = await asOrdinaryUser(() => startWinnow(folder))
  await asOrdinaryUser(() => apply('a.txt', [labelling(0, 'body')]))
  const before = readFileSync(labelsFile(folder, 'a.txt'), 'utf8')
  const labels = dirname(labelsFile(folder, 'a.txt'))
  chmodSync(labels, 0o555)
  const failure = asOrdinaryUser(() => apply('a.txt', [labelling(1, 'body')]))
  await expect(failure).rejects.toMatchObject({ code: 'read-only' })
  await expect(failure).rejects.toThrow('What was saved before is untouched')
  expect(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')).toBe(before)
  expect(labelsOf(await asOrdinaryUser(() => open('a.txt')))).toEqual(['body', null])
  chmodSync(labels, 0o755)
  await asOrdinaryUser(() => apply('a.txt', [labelling(1, 'body')]))
  expect(labelsOf(await open('a.txt'))).toEqual(['body', 'body'])
})

test('a file where the labels folder should be is an error that names it, and no label is shown as saved', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(2), winnow: 'a file' })
  const { apply, open } = await startWinnow(folder)
  const failure = apply('a.txt', [labelling(0, 'body')])
  await expect(failure).rejects.toMatchObject({ code: 'not-saved' })
  await expect(failure).rejects.toThrow(labelsFile(folder, 'a.txt'))
  expect(labelsOf(await open('a.txt'))).toEqual([null, null])
  expect(readFileSync(join(folder, 'winnow'), 'utf8')).toBe('a file')
})

test('a dump that changes under an open document takes no more labels until it is opened again', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(2), 'b.txt': lines(2) })
  const { apply, open } = await startWinnow(folder)
  await open('a.txt')
  await open('b.txt')
  await apply('a.txt', [labelling(0, 'body')])
  for (const document of ['a.txt', 'b.txt']) {
    writeFileSync(join(folder, document), 'line 0\nquite different\n')
    await expect(apply(document, [labelling(1, 'body')])).rejects.toMatchObject({ code: 'labels-changed' })
  }
  expect(savedFile(folder, 'a.txt').segments.map(({ label }) => label)).toEqual(['body', null])
  expect(existsSync(labelsFile(folder, 'b.txt'))).toBe(false)
  expect((await open('b.txt')).text).toBe('line 0\nquite different\n')
  expect(await apply('b.txt', [labelling(1, 'body')])).toBe(1)
})

test('a dump that was only touched goes on', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(2) })
  const { apply, open } = await startWinnow(folder)
  await open('a.txt')
  writeFileSync(join(folder, 'a.txt'), lines(2))
  expect(await apply('a.txt', [labelling(1, 'body')])).toBe(1)
})

test('a labels file that is damaged under an open document is not overwritten', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(2) })
  const { apply, open } = await startWinnow(folder)
  await open('a.txt')
  await apply('a.txt', [labelling(0, 'body')])
  writeFileSync(labelsFile(folder, 'a.txt'), 'damage')
  await expect(apply('a.txt', [labelling(1, 'body')])).rejects.toMatchObject({ code: 'labels-damaged' })
  expect(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')).toBe('damage')
})

test('many documents stay right while only some are kept in memory', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `${at}.txt`)
  const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, lines(3)])))
  const { apply, open } = await startWinnow(folder)
  for (const at of [0, 1, 2]) await Promise.all(names.map((name) => apply(name, [labelling(at, 'body')])))
  for (const name of names) expect(labelsOf(await open(name))).toEqual(['body', 'body', 'body'])
})

test('the lock of a process that died does not keep others out', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(2) })
  const { apply } = await startWinnow(folder)
  mkdirSync(`${labelsFile(folder, 'a.txt')}.lock`, { recursive: true })
  expect(await apply('a.txt', [labelling(0, 'body')])).toBe(1)
}, 15_000)

test('closing waits for what is being saved', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(50) })
  const { apply, winnow } = await startWinnow(folder)
  const saves = Array.from({ length: 50 }, (_, at) => apply('a.txt', [labelling(at, 'body')]))
  // Lets the calls get from the corpus to the document before the end.
  await saves[0]
  await winnow.close()
  expect(savedFile(folder, 'a.txt').segments.every(({ label }) => label === 'body')).toBe(true)
  await Promise.all(saves)
})

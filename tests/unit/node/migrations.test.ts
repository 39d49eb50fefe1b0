import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DurableFile, type FileKind } from '../../../src/node/durable-file.ts'
import type { Migration } from '../../../src/node/file-kind.ts'
import { labelling, labelsFile, labelsOf, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const wordSchema = z.object({ word: z.string() })
const wordsSchema = z.object({ words: z.array(z.string()) })

/** A kind of file in its third version: first it had a word, then words, now words by their places. */
const kind: FileKind<{ format: string; version: number; placed: Record<string, string> }> = {
  noun: 'test file',
  format: 'test',
  schema: z.object({
    format: z.literal('test'),
    version: z.literal(3),
    placed: z.record(z.string(), z.string()),
  }),
  version: 3,
  migrations: new Map<number, Migration>([
    [1, (content) => ({ format: 'test', version: 2, words: [wordSchema.parse(content).word] })],
    [2, (content) => ({ format: 'test', version: 3, placed: { ...wordsSchema.parse(content).words } })],
  ]),
  codes: { damaged: 'labels-damaged', newer: 'labels-newer', unreadable: 'labels-unreadable' },
}

const old = '{"format":"test","version":1,"word":"first"}'
const placed = (word: string) => ({ format: 'test', version: 3, placed: { 0: word } })

describe('a file of an older version', () => {
  const opened = (content: string) => {
    const folder = temporaryFolder({ 'a.json': content })
    return { folder, file: new DurableFile(join(folder, 'a.json'), kind) }
  }

  it('is read as one of this version, and reading changes nothing on the disk', async () => {
    const { folder, file } = opened(old)
    await expect(file.read()).resolves.toEqual(placed('first'))
    expect(readdirSync(folder)).toEqual(['a.json'])
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(old)
  })

  it.each([
    ['by whoever read it', true],
    ['by someone who did not', false],
  ])(
    'is kept beside the first one that is written %s, and no later backup takes its place',
    async (_, read) => {
      const { folder, file } = opened(old)
      if (read) await file.read()
      for (const word of ['second', 'third', 'fourth']) await file.write(placed(word))
      expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.json.bak', 'a.json.v1.bak'])
      expect(readFileSync(join(folder, 'a.json.v1.bak'), 'utf8')).toBe(old)
      expect(readFileSync(join(folder, 'a.json.bak'), 'utf8')).toContain('third')
    },
  )

  it('is kept once more where it comes back, as from a backup or an older Winnow', async () => {
    const { folder, file } = opened(old)
    await file.write(placed('second'))
    const again = old.replace('first', 'again')
    writeFileSync(join(folder, 'a.json'), again)
    await file.read()
    await file.write(placed('third'))
    const kept = readdirSync(folder).filter((name) => /\.v1\b.*\.bak$/.test(name))
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8')).sort()).toEqual([again, old])
  })

  it('is damaged where it is not what its version holds, or of a version that there never was', async () => {
    await expect(opened('{"format":"test","version":1,"words":[]}').file.read()).rejects.toThrow('at word')
    const { migrations: _, ...without } = kind
    const { file } = opened(old)
    await expect(new DurableFile(file.path, without).read()).rejects.toThrow('which no Winnow has written')
    await expect(opened('{"format":"other","version":7}').file.read()).rejects.toMatchObject({
      code: 'labels-damaged',
    })
  })
})

describe('a file of a newer version', () => {
  const newer = '{"format":"test","version":4,"placed":{"0":"new"},"more":1}'

  it('is read as far as it is known, by those who ask for that, and never written over', async () => {
    const folder = temporaryFolder({ 'a.json': newer })
    const file = new DurableFile(join(folder, 'a.json'), kind)
    await expect(file.read()).rejects.toMatchObject({ code: 'labels-newer' })
    await expect(file.readKnown()).resolves.toMatchObject({ data: placed('new') })
    await expect(file.write(placed('mine'))).rejects.toMatchObject({ code: 'labels-newer' })
    await expect(new DurableFile(file.path, kind).writeKeepingBackup(placed('x'))).rejects.toMatchObject({
      code: 'labels-newer',
    })
    expect(readFileSync(file.path, 'utf8')).toBe(newer)
    expect(readdirSync(folder)).toEqual(['a.json'])
  })
})

describe('what a newer Winnow wrote', () => {
  const text = 'title\nbody\nmenu'
  const edits = { ...labelEdit(), corpus: '' }

  function labelEdit() {
    return { document: 'a.txt', edits: [labelling(1, 'body')(text)], client: 'window' }
  }

  async function labelled() {
    const folder = temporaryFolder({ 'a.txt': text, 'b.txt': text })
    const before = await startWinnow(folder)
    await before.apply('a.txt', [labelling(0, 'title')])
    await before.winnow.close()
    return folder
  }

  const raise = (path: string, change: (content: string) => string = (content) => content): string => {
    const content = change(readFileSync(path, 'utf8').replace('"version": 1', '"version": 2'))
    writeFileSync(path, content)
    return content
  }

  it('labels are shown, with the sentence, and nothing changes them; other documents go on', async () => {
    const folder = await labelled()
    const path = labelsFile(folder, 'a.txt')
    const newer = raise(path, (content) => content.replace('"segments"', '"mood": "fine",\n "segments"'))
    const { winnow, id, open, apply } = await startWinnow(folder)
    const document = await open('a.txt')
    expect(labelsOf(document)).toEqual(['title', null, null])
    expect(document.readOnly).toContain(`${path} was written by a newer Winnow`)
    await expect(winnow.service.applyEdits({ ...edits, corpus: id })).rejects.toMatchObject({
      code: 'labels-newer',
    })
    await winnow.service.applyEdits({ ...edits, corpus: id, edits: [], seconds: 5 })
    expect(readFileSync(path, 'utf8')).toBe(newer)
    await apply('b.txt', [labelling(0, 'title')])
  })

  it('labels of which nothing is known are named, and not shown as none', async () => {
    const folder = await labelled()
    const path = labelsFile(folder, 'a.txt')
    const newer = raise(path, (content) => content.replace('"codepoint"', '"grapheme"'))
    const { open, winnow, id } = await startWinnow(folder)
    await expect(open('a.txt')).rejects.toThrow(path)
    await expect(winnow.service.applyEdits({ ...edits, corpus: id })).rejects.toMatchObject({
      code: 'labels-newer',
    })
    expect(readFileSync(path, 'utf8')).toBe(newer)
  })

  it('a project opens to be looked at, and nothing in its corpus is written', async () => {
    const folder = await labelled()
    const path = join(folder, 'winnow/project.json')
    const newer = raise(path)
    const labels = readFileSync(labelsFile(folder, 'a.txt'), 'utf8')
    const { winnow, id, corpus, open, apply } = await startWinnow(folder)
    expect(corpus.labelsHome).toMatchObject({ writable: false, elsewhere: null })
    expect(corpus.labelsHome.newer).toContain(`${path} was written by a newer Winnow`)
    expect(corpus.labelSet.labels.length).toBeGreaterThan(0)
    expect(labelsOf(await open('a.txt'))).toEqual(['title', null, null])
    const { service } = winnow
    await expect(apply('a.txt', [labelling(1, 'body')])).rejects.toMatchObject({ code: 'project-newer' })
    await expect(apply('b.txt', [labelling(1, 'body')])).rejects.toMatchObject({ code: 'project-newer' })
    await expect(service.setSegmentation({ corpus: id, rule: 'sentence' })).rejects.toMatchObject({
      code: 'project-newer',
    })
    expect(readFileSync(path, 'utf8')).toBe(newer)
    expect(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')).toBe(labels)
    expect(readdirSync(join(folder, 'winnow/labels/ann'))).toEqual(['a.txt.json'])
  })

  it('a project that becomes one while its corpus is open stops the labelling, and not before', async () => {
    const folder = await labelled()
    const { apply } = await startWinnow(folder)
    await apply('b.txt', [labelling(0, 'title')])
    raise(join(folder, 'winnow/project.json'))
    await expect(apply('b.txt', [labelling(1, 'body')])).rejects.toMatchObject({ code: 'project-newer' })
  })
})

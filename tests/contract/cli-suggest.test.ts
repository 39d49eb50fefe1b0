import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { labelsFileOf, writeDump, writeLabels } from './labelled-corpus.ts'
import { type Ended, runWinnow } from './run-winnow.ts'

let folder: string
let corpus: string
let home: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-suggest-'))
  corpus = join(folder, 'corpus')
  home = join(folder, 'home')
  await mkdir(corpus)
})
afterEach(() => rm(folder, { recursive: true }))

const suggest = (out: string, ...options: string[]): Promise<Ended> =>
  runWinnow(home, 'suggest', corpus, '--out', join(folder, out), ...options)

const recordSchema = z.strictObject({
  document: z.string(),
  offsets: z.literal('codepoint'),
  segments: z.array(
    z.strictObject({
      start: z.int(),
      end: z.int(),
      label: z.enum(['title', 'body', 'caption', 'boilerplate']).nullable(),
      confidence: z.number().min(0).max(1),
    }),
  ),
})

const read = async (out: string) =>
  (await readFile(join(folder, out), 'utf8'))
    .split('\n')
    .slice(0, -1)
    .map((line) => recordSchema.parse(JSON.parse(line)))

const sentence = (n: number): string =>
  `The harbour master said on day ${n} 🏮 that the lanterns had come back, and that nobody had expected so many.`
// The last line is no one's idea of body; only labels can tell.
const page = (n: number): string =>
  ['Home', 'News', `Lanterns return ${n}`, sentence(n), sentence(n + 1), 'Most read', 'Sign: 7'].join('\r\n')
const labels = ['boilerplate', 'boilerplate', 'title', 'body', 'body', 'boilerplate', 'body']

describe('winnow suggest', () => {
  it('writes every segment of every unfinished document, the same each time, and changes nothing else', async () => {
    for (let n = 0; n < 6; n++) await writeDump(corpus, `site/${n}.txt`, page(n))
    await writeLabels(corpus, 'ann', 'site/0.txt', page(0), labels, 'done')
    await writeLabels(corpus, 'ann', 'site/1.txt', page(1), [null, 'boilerplate', null], 'in-progress')
    await writeLabels(corpus, 'ann', 'site/2.txt', page(2), ['body'], 'skipped')
    const before = await readFile(labelsFileOf(corpus, 'ann', 'site/1.txt'))
    const { code, stdout, stderr } = await suggest('a.jsonl', '--annotator', 'ann')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('35 segments in 5 documents')
    expect(stdout).toContain('learned from 2 documents')
    const found = await read('a.jsonl')
    expect(found.map(({ document }) => document)).toEqual([1, 2, 3, 4, 5].map((n) => `site/${n}.txt`))
    for (const [index, { segments }] of found.entries()) {
      const characters = Array.from(page(index + 1))
      expect(segments.map(({ start, end }) => characters.slice(start, end).join(''))).toEqual(
        page(index + 1).split('\r\n'),
      )
    }
    expect(found[0]?.segments[1]).toMatchObject({ label: 'boilerplate', confidence: 1 })
    expect(found[2]?.segments.map(({ label }) => label)).toEqual(labels)
    await suggest('b.jsonl', '--annotator', 'ann')
    expect(await readFile(join(folder, 'b.jsonl'))).toEqual(await readFile(join(folder, 'a.jsonl')))
    expect(await readFile(labelsFileOf(corpus, 'ann', 'site/1.txt'))).toEqual(before)
    expect(await readdir(folder)).not.toContainEqual(expect.stringContaining('.tmp'))
  })

  it('learns from nobody where nothing is labelled, and with --prior-only', async () => {
    for (let n = 0; n < 3; n++) await writeDump(corpus, `${n}.txt`, page(n))
    expect((await suggest('new.jsonl')).stdout).toContain('learned from 0 documents')
    const prior = await read('new.jsonl')
    expect(prior[1]?.segments[3]?.label).toBe('body')
    expect(prior[1]?.segments[6]?.label).not.toBe('body')
    await writeLabels(corpus, 'ann', '0.txt', page(0), labels, 'done')
    // The only annotator there is.
    expect((await suggest('learned.jsonl')).stdout).toContain('learned from 1 document')
    expect((await read('learned.jsonl'))[0]?.segments[6]?.label).toBe('body')
    const only = await suggest('prior.jsonl', '--prior-only')
    expect(only.stdout).toContain('learned from 0 documents')
    expect(await read('prior.jsonl')).toEqual((await read('new.jsonl')).slice(1))
  })

  it('names what it cannot read, and suggests the rest', async () => {
    await writeDump(corpus, 'a.txt', page(1))
    await writeDump(corpus, 'b.txt', page(2))
    await writeFile(join(corpus, 'bad.txt'), Buffer.from([0x41, 0]))
    await writeLabels(corpus, 'ann', 'b.txt', page(2), labels)
    await writeFile(labelsFileOf(corpus, 'ann', 'b.txt'), '{ damaged')
    const { code, stderr } = await suggest('a.jsonl', '--annotator', 'ann')
    expect(code).toBe(3)
    expect(stderr).toContain('bad.txt is left out: ')
    expect(stderr).toContain('b.txt is left out: Its labels file')
    expect((await read('a.jsonl')).map(({ document }) => document)).toEqual(['a.txt'])
  })

  it('replaces no file unless told to, and writes none among the dumps', async () => {
    await writeDump(corpus, 'a.txt', 'One')
    await writeFile(join(folder, 'a.jsonl'), 'mine')
    const { code, stderr } = await suggest('a.jsonl')
    expect(code).toBe(1)
    expect(stderr).toContain('exists already')
    expect(await readFile(join(folder, 'a.jsonl'), 'utf8')).toBe('mine')
    expect((await suggest('a.jsonl', '--force')).code).toBe(0)
    expect((await read('a.jsonl')).length).toBe(1)
    expect((await suggest('corpus/b.txt')).code).toBe(1)
    expect((await suggest('none/b.jsonl')).code).toBe(1)
    expect(existsSync(join(corpus, 'b.txt'))).toBe(false)
  })
})

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { labelsFileOf, writeDump, writeLabels } from './labelled-corpus.ts'
import { type Ended, runWinnow } from './run-winnow.ts'

let folder: string
let corpus: string
let home: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-cli-'))
  corpus = join(folder, 'corpus')
  home = join(folder, 'home')
  await mkdir(corpus)
})
afterEach(() => rm(folder, { recursive: true }))

const run = (...args: string[]): Promise<Ended> => runWinnow(home, ...args)

/** What must hold of every refusal: a sentence, and nothing that only a programmer can read. */
function expectSentence(stderr: string): void {
  expect(stderr.trim()).not.toBe('')
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(stderr).not.toContain('node:internal')
  expect(stderr).not.toContain('ZodError')
}

// Emoji outside the basic plane, CRLF, a composed and a decomposed name, white space that is no ASCII.
const hard = 'Tin 🌾 mới\r\n\r\n  Chợ Đồng Xuân \r\n\u00a0Đồ\u0302ng bằng\u00a0\r\n👩‍🌾 thu hoạch\r\n![]() |'
const hardLabels = ['title', 'body', 'body', 'caption', 'boilerplate']

describe('the built program', () => {
  it('starts by itself', () => {
    const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))
    expect(readFileSync(cli, 'utf8').split('\n', 1)[0]).toBe('#!/usr/bin/env node')
  })

  it('leaves no trace in the user’s own folder: a pipeline’s corpora are no recent folders', async () => {
    await writeDump(corpus, 'a.txt', 'A page')
    expect((await run('stats', corpus)).code).toBe(0)
    expect(existsSync(home)).toBe(false)
  })

  it('tells its version', async () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')))
    expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it.each([
    ['', ['open', 'serve', 'export', 'import', 'suggest', 'sample', 'stats', 'restore', 'check']],
    ['open', ['[folder...]']],
    ['serve', ['[folder...]', '--port', '--no-open', '--annotator', '--labels']],
    ['export', ['--format', '--out', '--annotator', '--offsets', '--only-done', '--by', '--labels']],
    ['import', ['--format', '--annotator', '--status', '--overwrite', '--others', '--labels']],
    ['suggest', ['--out', '--annotator', '--prior-only', '--force', '--labels']],
    [
      'sample',
      ['--name', '--n', '--by', '--seed', '--ids', '--text', '--state', '--site', '--force', '--labels'],
    ],
    ['stats', ['--json', '--read', '--list', '--labels']],
    ['restore', ['--day', '--trash', '--overwrite', '--dry-run', '--annotator', '--labels']],
    ['check', ['--json', '--labels']],
  ])('explains itself: %s', async (command, words) => {
    const { code, stdout, stderr } = await run(...(command ? [command] : []), '--help')
    expect([code, stderr]).toEqual([0, ''])
    for (const word of words) expect(stdout).toContain(word)
    expect(stdout).toContain('Exit codes:')
    if (command) expect(stdout).toContain('Examples:')
  })

  it.each([
    ['no command', []],
    ['a command that does not exist', ['label']],
    ['no folder', ['stats']],
    ['an option that does not exist', ['stats', '.', '--fast']],
    ['no format', ['export', '.', '--out', 'x']],
    ['a wrong format', ['export', '.', '--out', 'x', '--format', 'xml']],
    ['no place', ['export', '.', '--format', 'jsonl']],
    ['a wrong unit', ['export', '.', '--out', 'x', '--format', 'jsonl', '--offsets', 'line']],
    [
      'an annotator that cannot be a folder',
      ['export', '.', '--out', 'x', '--format', 'jsonl', '--annotator', 'a/b'],
    ],
    ['a wrong port', ['serve', '.', '--port', '70000']],
  ])('ends with 2 on wrong usage: %s', async (_case, args) => {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout]).toEqual([2, ''])
    expectSentence(stderr)
  })

  it.each([
    ['stats', []],
    ['check', []],
    ['export', ['--format', 'jsonl', '--out', 'OUT']],
    ['serve', ['--no-open']],
    ['open', []],
  ])('ends with 1 where the folder is missing: %s', async (command, options) => {
    const missing = join(folder, 'missing')
    const out = join(folder, 'out.jsonl')
    const { code, stdout, stderr } = await run(
      command,
      missing,
      ...options.map((option) => option.replace('OUT', out)),
    )
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(missing)
    expectSentence(stderr)
  })
})

describe('winnow export', () => {
  it('writes what Python slices', async () => {
    await writeDump(corpus, 'vi/tin.txt', hard)
    await writeLabels(corpus, 'linh', 'vi/tin.txt', hard, hardLabels, 'done')
    const out = join(folder, 'labels.jsonl')
    const ended = await run('export', corpus, '--format', 'jsonl', '--out', out, '--annotator', 'linh')
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    expect(ended.stdout).toContain(out)

    const record = z
      .object({
        id: z.literal('vi/tin.txt'),
        text: z.string(),
        offsets: z.literal('codepoint'),
        segments: z.array(z.object({ start: z.int(), end: z.int(), text: z.string(), label: z.string() })),
      })
      .parse(JSON.parse(await readFile(out, 'utf8')))
    expect(record.text).toBe(hard)
    expect(record.segments.map(({ label }) => label)).toEqual(hardLabels)
  })

  const python = spawnSync('python3', ['--version']).status === 0
  it.skipIf(!python)(`agrees with Python${python ? '' : ' (skipped: there is no python3)'}`, async () => {
    await writeDump(corpus, 'tin.txt', hard)
    await writeLabels(corpus, 'linh', 'tin.txt', hard, hardLabels)
    const out = join(folder, 'labels.jsonl')
    await run('export', corpus, '--format', 'jsonl', '--out', out, '--annotator', 'linh')
    const script = `
import json, sys
n = 0
for line in open(sys.argv[1], encoding="utf-8", newline="\\n"):
    document = json.loads(line)
    dump = open(sys.argv[2] + "/" + document["id"], encoding="utf-8", newline="").read()
    assert dump == document["text"]
    for segment in document["segments"]:
        assert dump[segment["start"]:segment["end"]] == segment["text"], segment
        n += 1
print(n)
`
    const checked = spawnSync('python3', ['-c', script, out, corpus], { encoding: 'utf8' })
    expect([checked.stderr, checked.stdout]).toEqual(['', '5\n'])
  })

  it.each([
    ['utf16', (text: string, start: number, end: number) => text.slice(start, end)],
    [
      'byte',
      (text: string, start: number, end: number) => Buffer.from(text).subarray(start, end).toString('utf8'),
    ],
  ])('counts in the unit that is asked for: %s', async (unit, slice) => {
    await writeDump(corpus, 'tin.txt', hard)
    await writeLabels(corpus, 'linh', 'tin.txt', hard, hardLabels)
    const out = join(folder, 'labels.jsonl')
    const args = ['--format', 'jsonl', '--out', out, '--annotator', 'linh', '--offsets', unit]
    expect((await run('export', corpus, ...args)).code).toBe(0)
    const record = z
      .object({
        text: z.string(),
        offsets: z.literal(unit),
        segments: z.array(z.object({ start: z.int(), end: z.int(), text: z.string() })).length(5),
      })
      .parse(JSON.parse(await readFile(out, 'utf8')))
    for (const { start, end, text } of record.segments) expect(slice(record.text, start, end)).toBe(text)
  })

  it('writes what a cleaner keeps, in a folder of the same shape', async () => {
    await writeDump(corpus, 'vi/tin.txt', hard)
    await writeLabels(corpus, 'linh', 'vi/tin.txt', hard, hardLabels)
    const out = join(folder, 'cleaned')
    const args = ['export', corpus, '--format', 'text', '--out', out, '--annotator', 'linh']
    expect((await run(...args)).code).toBe(0)
    const cleaned = await readFile(join(out, 'vi', 'tin.txt'), 'utf8')
    expect(cleaned).toBe('Tin 🌾 mới\nChợ Đồng Xuân\nĐồ\u0302ng bằng\n')

    await writeFile(join(out, 'mine'), '')
    const again = await run(...args, '--force')
    expect(again.code).toBe(1)
    expectSentence(again.stderr)
    expect(await readFile(join(out, 'mine'), 'utf8')).toBe('')
  })

  it('can leave out what is not done', async () => {
    for (const [document, status] of [
      ['a.txt', 'done'],
      ['b.txt', 'in-progress'],
    ] as const) {
      await writeDump(corpus, document, 'one\ntwo')
      await writeLabels(corpus, 'linh', document, 'one\ntwo', ['body'], status)
    }
    const out = join(folder, 'labels.jsonl')
    const args = ['--format', 'jsonl', '--out', out, '--annotator', 'linh', '--only-done']
    expect((await run('export', corpus, ...args)).code).toBe(0)
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => z.object({ id: z.string() }).parse(JSON.parse(line)).id)).toEqual(['a.txt'])
  })

  it('replaces a file only where it is told to', async () => {
    await writeDump(corpus, 'a.txt', 'one')
    await writeLabels(corpus, 'linh', 'a.txt', 'one', ['body'])
    const out = join(folder, 'labels.jsonl')
    await writeFile(out, 'mine')
    const args = ['export', corpus, '--format', 'jsonl', '--out', out, '--annotator', 'linh']
    const refused = await run(...args)
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain(out)
    expectSentence(refused.stderr)
    expect(await readFile(out, 'utf8')).toBe('mine')
    expect((await run(...args, '--force')).code).toBe(0)
    expect(await readFile(out, 'utf8')).toContain('"a.txt"')
  })

  it('names what it leaves out, and ends with 3', async () => {
    for (const document of ['good.txt', 'bad.txt', 'changed.txt']) {
      await writeDump(corpus, document, 'one\ntwo')
      await writeLabels(corpus, 'linh', document, 'one\ntwo', ['body', 'body'])
    }
    await writeFile(labelsFileOf(corpus, 'linh', 'bad.txt'), '{"format":"winnow-labels","ver')
    await writeDump(corpus, 'changed.txt', 'one\nthree')
    const out = join(folder, 'labels.jsonl')
    const ended = await run('export', corpus, '--format', 'jsonl', '--out', out, '--annotator', 'linh')
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain('bad.txt')
    expect(ended.stderr).toContain('changed.txt')
    expect(ended.stderr).not.toContain('good.txt')
    expectSentence(ended.stderr)
    expect((await readFile(out, 'utf8')).trimEnd().split('\n')).toHaveLength(1)
  })

  it('says whose labels there are, where those asked for are not there', async () => {
    await writeDump(corpus, 'a.txt', 'one')
    await writeLabels(corpus, 'linh', 'a.txt', 'one', ['body'])
    const out = join(folder, 'labels.jsonl')
    const ended = await run('export', corpus, '--format', 'jsonl', '--out', out, '--annotator', 'minh')
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(ended.stderr).toContain('minh')
    expectSentence(ended.stderr)
  })
})

describe('how labels came to be', () => {
  it('is counted by stats, and chosen by export', async () => {
    await writeDump(corpus, 'a.txt', 'one\ntwo')
    await writeDump(corpus, 'b.txt', 'one\ntwo')
    await writeLabels(corpus, 'linh', 'a.txt', 'one\ntwo', ['body', 'body'])
    await writeLabels(corpus, 'linh', 'b.txt', 'one\ntwo', ['body', null], 'done', 'accepted')
    expect((await run('stats', corpus)).stdout).toContain('2 labelled by hand, 1 accepted as suggested')
    const labelsBy = async (...ways: string[]): Promise<unknown[]> => {
      const out = join(folder, `${ways.join('-')}.jsonl`)
      const options = ['--format', 'jsonl', '--out', out, '--annotator', 'linh', '--by', ways.join(',')]
      expect((await run('export', corpus, ...options)).code).toBe(0)
      const lines = readFileSync(out, 'utf8').trimEnd().split('\n')
      const record = z.object({ segments: z.array(z.object({ label: z.string().nullable() })) })
      return lines.flatMap((line) => record.parse(JSON.parse(line)).segments.map(({ label }) => label))
    }
    expect(await labelsBy('human')).toEqual(['body', 'body', null, null])
    expect(await labelsBy('human', 'accepted')).toEqual(['body', 'body', 'body', null])
    const wrong = await run(
      'export',
      corpus,
      '--format',
      'jsonl',
      '--out',
      join(folder, 'x'),
      '--by',
      'magic',
    )
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('human,accepted,propagated')
  })
})

describe('winnow stats', () => {
  const statsSchema = z.object({
    documents: z.int(),
    annotators: z.array(
      z.object({
        name: z.string(),
        done: z.int(),
        inProgress: z.int(),
        segments: z.int(),
        unlabelled: z.int(),
        labels: z.array(z.object({ label: z.string(), segments: z.int(), characters: z.int() })),
      }),
    ),
  })

  it('counts for a program and for a person', async () => {
    await writeDump(corpus, 'a.txt', 'một\nhai\nba')
    await writeDump(corpus, 'b.txt', 'one')
    await writeLabels(corpus, 'linh', 'a.txt', 'một\nhai\nba', ['body', 'body'], 'in-progress')
    await writeLabels(corpus, 'minh', 'b.txt', 'one', ['caption'], 'done')
    const json = await run('stats', corpus, '--json')
    expect([json.code, json.stderr]).toEqual([0, ''])
    const stats = statsSchema.parse(JSON.parse(json.stdout))
    expect(stats.documents).toBe(2)
    const [linh, minh] = stats.annotators
    expect(linh).toMatchObject({ name: 'linh', done: 0, inProgress: 1, segments: 3, unlabelled: 1 })
    expect(linh?.labels).toContainEqual({ label: 'body', segments: 2, characters: 6 })
    expect(minh).toMatchObject({ name: 'minh', done: 1, inProgress: 0, segments: 1, unlabelled: 0 })

    const plain = await run('stats', corpus)
    expect(plain.code).toBe(0)
    expect(plain.stdout).toContain(
      'linh: 0 done, 1 in progress, 0 skipped, 0 flagged; 3 segments, 1 without a label',
    )
    expect(plain.stdout).toMatch(/body +2 segments, 6 characters/)
  })

  it('names what it leaves out, and ends with 3', async () => {
    await writeDump(corpus, 'a.txt', 'one')
    await writeLabels(corpus, 'linh', 'a.txt', 'one', ['body'])
    await writeFile(labelsFileOf(corpus, 'linh', 'a.txt'), '[]')
    const ended = await run('stats', corpus)
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain('a.txt')
    expectSentence(ended.stderr)
  })
})

describe('winnow check', () => {
  const checkSchema = z.object({
    files: z.int(),
    faults: z.array(z.object({ file: z.string(), fault: z.string() })),
  })

  it('is content with what is true', async () => {
    await writeDump(corpus, 'tin.txt', hard)
    await writeLabels(corpus, 'linh', 'tin.txt', hard, hardLabels)
    const ended = await run('check', corpus)
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    expect(ended.stdout).toContain('1 labels file, 0 faults')
  })

  it.each([
    ['is cut off', (file: string) => file.slice(0, -9)],
    ['has other offsets', (file: string) => file.replace('"start":0', '"start":1')],
    ['has another text', (file: string) => file.replace('mới', 'cũ')],
    ['is of another dump', (file: string) => file.replace(/"sha256":"./, '"sha256":"x')],
    ['has an unknown status', (file: string) => file.replace('in-progress', 'perhaps')],
  ])('ends with 1 and names the file that %s', async (_case, spoil) => {
    await writeDump(corpus, 'good.txt', 'one')
    await writeLabels(corpus, 'linh', 'good.txt', 'one', ['body'])
    await writeDump(corpus, 'tin.txt', hard)
    await writeLabels(corpus, 'linh', 'tin.txt', hard, hardLabels)
    const path = labelsFileOf(corpus, 'linh', 'tin.txt')
    const before = await readFile(path, 'utf8')
    const spoilt = spoil(before)
    expect(spoilt).not.toBe(before)
    await writeFile(path, spoilt)

    const plain = await run('check', corpus)
    expect(plain.code).toBe(1)
    expect(plain.stdout).toContain('tin.txt')
    expect(plain.stdout).toContain('2 labels files, 1 fault')
    const json = await run('check', corpus, '--json')
    expect(json.code).toBe(1)
    const found = checkSchema.parse(JSON.parse(json.stdout))
    expect(found.files).toBe(2)
    expect(found.faults).toHaveLength(1)
    expect(found.faults[0]?.file).toContain('tin.txt')
    // Checking is looking: the file is still there as it was.
    expect(await readFile(path, 'utf8')).toBe(spoilt)
  })

  it('notices that the dump has changed', async () => {
    await writeDump(corpus, 'a.txt', 'one')
    await writeLabels(corpus, 'linh', 'a.txt', 'one', ['body'])
    await writeDump(corpus, 'a.txt', 'two')
    const ended = await run('check', corpus)
    expect(ended.code).toBe(1)
    expect(ended.stdout).toContain('a.txt')
  })

  it('finds labels where they are kept instead', async () => {
    await writeDump(corpus, 'a.txt', 'one')
    const elsewhere = join(folder, 'elsewhere')
    await mkdir(join(elsewhere, 'labels', 'linh'), { recursive: true })
    await writeFile(join(elsewhere, 'labels', 'linh', 'a.txt.json'), 'spoilt')
    expect((await run('check', corpus)).code).toBe(0)
    const ended = await run('check', corpus, '--labels', elsewhere)
    expect(ended.code).toBe(1)
    expect(ended.stdout).toContain('a.txt')
  })
})

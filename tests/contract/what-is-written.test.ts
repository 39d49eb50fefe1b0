import { execFile } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noQuery } from '../../src/core/search/find.ts'
import { labelLines } from '../label-lines.ts'
import { Host } from '../torture/host.ts'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))
const noNetwork = ['--require', join(import.meta.dirname, 'no-network.cjs')]
const text = 'The title\nA line of the body.\nRead more\n'

/** What a session may write to, each in a place of its own. */
const places = ['corpus', 'home', 'user', 'tmp'] as const

let root: string
const before = { umask: process.umask(), TMPDIR: process.env.TMPDIR, HOME: process.env.HOME }
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'winnow-written-')))
  for (const place of places) mkdirSync(join(root, place), { mode: 0o755 })
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(root, 'corpus', name), text)
  process.env.TMPDIR = join(root, 'tmp')
  process.env.HOME = join(root, 'user')
  // The least careful there is.
  process.umask(0)
})
afterEach(() => {
  process.umask(before.umask)
  for (const name of ['TMPDIR', 'HOME'] as const)
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  rmSync(root, { recursive: true, force: true })
})

/** All there is, by its path below the root, with its permissions. */
const listed = (): Map<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(root, path), (lstatSync(path).mode & 0o7777).toString(8)]
    }),
  )

/** Does what an annotator does in a day, and looks at what is new when all of it is at rest. */
async function day(): Promise<{ made: [path: string, mode: string][]; sent: string; errors: string }> {
  const known = new Set<string>(listed().keys())
  const host = new Host([join(root, 'corpus')], { home: join(root, 'home'), nodeArguments: noNetwork })
  const corpus = await host.openCorpus()
  const job = 'a job'
  for (const document of ['a.txt', 'b.txt']) {
    await host.value('openDocument', { corpus, document })
    const edits = [labelLines(text, 0, 1, 'title')]
    await host.value('applyEdits', { corpus, document, client: 'a window', edits })
    await host.value('applyEdits', {
      corpus,
      document,
      client: 'a window',
      edits: [labelLines(text, 2, 1, 'boilerplate')],
    })
  }
  await host.value('savePreferences', { change: { theme: 'dark' } })
  await host.value('setAnnotator', { name: 'ann' })
  await host.value('savePlace', { corpus, document: 'a.txt', segment: 1 })
  await host.value('saveGuidelines', { corpus, text: 'What the body is.', version: null })
  await host.value('saveRule', {
    corpus,
    text: 'Read more',
    label: 'boilerplate',
    mode: 'label',
    scope: 'corpus',
  })
  await host.value('setSegmentation', { corpus, rule: 'line' })
  const { labelSet } = await host.value('openCorpus', { folder: corpus })
  await host.value('exportLabelSet', { corpus, labelSet })
  const choice = { filter: {}, sample: null }
  await host.value('makeWorkList', { corpus, name: 'pilot', replace: false, choice, job })
  const query = { ...noQuery, text: 'body' }
  await host.value('searchCorpus', { corpus, query, job })
  for (const format of ['jsonl', 'text', 'csv', 'parquet'] as const)
    await host.value('exportCorpus', { corpus, format, job })
  const line = JSON.stringify({ id: 'a.txt', text, segments: [{ start: 10, end: 29, label: 'body' }] })
  const bytes = Buffer.from(line).toString('base64')
  const { source } = await host.value('uploadImport', { source: null, name: 'labels.jsonl', bytes })
  const sent = [...listed()].filter(([path]) => path.startsWith('tmp/')).map(([, mode]) => mode)
  const imported = await host.value('importLabels', {
    corpus,
    source,
    as: { kind: 'labels' },
    overwrite: true,
    labels: [],
    others: 'refuse',
    leastAligned: 0.8,
    job,
  })
  expect(imported.step).not.toBeNull()
  const ended = new Promise((resolve) => host.child.once('close', resolve))
  host.child.kill('SIGTERM')
  await ended
  const target = join(root, 'user', 'out.jsonl')
  const env = { ...process.env, WINNOW_HOME: join(root, 'home') }
  for (const args of [
    ['export', join(root, 'corpus'), '--annotator', 'ann', '--format', 'jsonl', '--out', target],
    ['stats', join(root, 'corpus')],
    ['check', join(root, 'corpus')],
  ])
    await run(process.execPath, [...noNetwork, cli, ...args], { env })
  const made = [...listed()].filter(([path]) => !known.has(path)).sort()
  return { made, sent: sent.join(' '), errors: host.errors }
}

describe.skipIf(process.platform === 'win32')('a day with Winnow', { timeout: 120_000 }, () => {
  it('writes for the user alone, and nowhere else, and asks no network for anything', async () => {
    const { made, sent, errors } = await day()
    expect(errors).toBe('')
    const outside = made.filter(([path]) => !/^(corpus\/winnow|home)(\/|$)/.test(path))
    // The place of the export was chosen, and its other files lie beside it; what the browser sent was kept in a folder until the end.
    expect(outside.map(([path]) => path)).toEqual(
      ['', '-manifest.json', '-schema.json'].map((end) => `user/out.jsonl${end}`),
    )
    expect(sent).toBe('700 600')
    const isFolder = (path: string): boolean => lstatSync(join(root, path)).isDirectory()
    for (const [path, mode] of made) expect([path, mode]).toEqual([path, isFolder(path) ? '700' : '600'])
    // All kinds of files are among them.
    for (const part of [
      'labels/ann/a.txt.json',
      'labels/ann/a.txt.json.bak',
      'project.json',
      'guidelines.md',
      '.cache',
      'work-lists',
      'imports',
      'exports',
    ])
      expect(made.map(([path]) => path)).toContainEqual(expect.stringContaining(`corpus/winnow/${part}`))
  })

  it('writes for all who may write to the corpus, and their own for nobody', async () => {
    chmodSync(join(root, 'corpus'), 0o2775)
    const { made } = await day()
    for (const [path, mode] of made) {
      const [folder, file] = path.startsWith('corpus/') ? ['2770', '660'] : ['700', '600']
      expect([path, mode]).toEqual([path, lstatSync(join(root, path)).isDirectory() ? folder : file])
    }
  })

  it('would be caught if it asked a network', async () => {
    for (const program of [
      "require('node:net').connect(9, '127.0.0.1')",
      "require('node:http').get('http://example.invalid')",
      "require('node:dns').lookup('example.invalid', () => {})",
      "require('node:dns').promises.resolve4('example.invalid')",
      "require('node:dgram').createSocket('udp4')",
      "fetch('http://example.invalid')",
      "new (require('node:worker_threads').Worker)(\"fetch('http://example.invalid')\", { eval: true })",
    ])
      await expect(run(process.execPath, [...noNetwork, '-e', program])).rejects.toThrow('no network: ')
  })
})

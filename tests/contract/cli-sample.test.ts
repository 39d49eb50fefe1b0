import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeDump, writeLabels } from './labelled-corpus.ts'
import { type Ended, runWinnow } from './run-winnow.ts'

let folder: string
let corpus: string
let home: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-sample-'))
  corpus = join(folder, 'corpus')
  home = join(folder, 'home')
  await mkdir(corpus)
  for (let n = 1; n <= 20; n++) await writeDump(corpus, `a.vn/${n}.txt`, 'one\ntwo')
  for (let n = 1; n <= 5; n++) await writeDump(corpus, `b.com/${n}.txt`, 'one\ntwo')
})
afterEach(() => rm(folder, { recursive: true }))

const run = (command: string, ...options: string[]): Promise<Ended> =>
  runWinnow(home, command, corpus, ...options)

const listSchema = z.object({ documents: z.array(z.string()) })
const documentsOf = async (name: string): Promise<string[]> => {
  const file = await readFile(join(corpus, 'winnow', 'work-lists', `${name}.json`), 'utf8')
  return listSchema.parse(JSON.parse(file)).documents
}

describe('winnow sample', () => {
  it('draws from each site, the same again with the same seed', async () => {
    const { code, stdout, stderr } = await run(
      'sample',
      '--n',
      '10',
      '--by',
      'site',
      '--seed',
      '7',
      '--name',
      'pilot',
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('10 of 25 documents are in the work list')
    expect(stdout).toContain('a.vn: 8 of 20')
    expect(stdout).toContain('b.com: 2 of 5')
    await run('sample', '--n', '10', '--by', 'site', '--seed', '7', '--name', 'again')
    await run('sample', '--n', '10', '--by', 'site', '--seed', '8', '--name', 'other')
    expect(await documentsOf('again')).toEqual(await documentsOf('pilot'))
    expect(await documentsOf('other')).not.toEqual(await documentsOf('pilot'))
    const taken = await run('sample', '--name', 'pilot')
    expect(taken.code).toBe(1)
    expect(taken.stderr).toContain('There is a work list “pilot” already')
  })

  it('takes the ids of a file, and names those that there are not', async () => {
    await writeFile(join(folder, 'ids.txt'), 'b.com/3.txt\r\na.vn/2.txt\n\nb.com/33.txt\n')
    const { code, stderr } = await run('sample', '--ids', join(folder, 'ids.txt'), '--name', 'wanted')
    expect(code).toBe(3)
    expect(stderr).toBe('b.com/33.txt is left out: there is no such document in the corpus.\n')
    expect(await documentsOf('wanted')).toEqual(['a.vn/2.txt', 'b.com/3.txt'])
    const none = await run('sample', '--ids', join(folder, 'none.txt'), '--name', 'none')
    expect(none.code).toBe(1)
    expect(none.stderr).toContain('none.txt could not be read: it is not there')
  })

  it.each([
    [['--n', '0', '--name', 'x'], 'whole number'],
    [['--n', '5', '--by', 'moon', '--name', 'x'], 'site, size'],
    [['--by', 'site', '--name', 'x'], '--n'],
    [['--n', '5', '--name', 'a/b'], 'character that a folder cannot have'],
    [['--state', 'ready', '--name', 'x'], 'in-progress'],
    [['--n', '5'], '--name'],
  ])('refuses %j', async (options, hint) => {
    const { code, stderr } = await run('sample', ...options)
    expect(code).toBe(2)
    expect(stderr).toContain(hint)
  })
})

describe('--list', () => {
  const page = 'one\ntwo'
  beforeEach(async () => {
    await writeLabels(corpus, 'ann', 'a.vn/1.txt', page, ['title', 'body'], 'done')
    await writeLabels(corpus, 'ann', 'a.vn/2.txt', page, ['title', null], 'in-progress')
    await writeLabels(corpus, 'ann', 'b.com/1.txt', page, ['title', 'body'], 'done')
    await writeFile(join(folder, 'ids.txt'), 'b.com/1.txt\na.vn/2.txt\na.vn/3.txt\n')
    await run('sample', '--ids', join(folder, 'ids.txt'), '--name', 'pilot')
  })

  const lines = async (out: string): Promise<unknown[]> =>
    (await readFile(out, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))

  it('keeps an export and suggestions to its documents', async () => {
    const out = join(folder, 'out.jsonl')
    const format = ['--format', 'jsonl', '--out', out, '--annotator', 'ann']
    expect((await run('export', ...format, '--list', 'pilot')).code).toBe(0)
    const ids = z.array(z.object({ id: z.string() })).parse(await lines(out))
    expect(ids.map(({ id }) => id)).toEqual(['a.vn/2.txt', 'b.com/1.txt'])

    const suggested = join(folder, 'suggested.jsonl')
    expect((await run('suggest', '--out', suggested, '--annotator', 'ann', '--list', 'pilot')).code).toBe(0)
    const documents = z.array(z.object({ document: z.string() })).parse(await lines(suggested))
    expect(documents.map(({ document }) => document)).toEqual(['a.vn/2.txt', 'a.vn/3.txt'])
  })

  it('is refused where there is no such list', async () => {
    const { code, stderr } = await run('stats', '--list', 'polit')
    expect(code).toBe(1)
    expect(stderr).toBe('There is no work list “polit” in this corpus. There are: pilot.\n')
  })

  it('tells how far it is, and stats are of its documents alone', async () => {
    const all = await run('stats')
    expect(all.stdout).toContain('25 documents')
    expect(all.stdout).toContain('a.vn: 20 documents')
    expect(all.stdout).toContain(
      'work list pilot: 3 documents\n  ann: 1 done, 1 in progress, 0 skipped, 0 flagged',
    )
    const { stdout } = await run('stats', '--list', 'pilot', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      documents: 3,
      sites: [
        { site: 'a.vn', documents: 2 },
        { site: 'b.com', documents: 1 },
      ],
      annotators: [{ name: 'ann', done: 1, inProgress: 1, segments: 4 }],
    })
  })
})

import { cp, mkdir, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { labelsFileSchema } from '../../src/core/labels-file.ts'
import { labelsFileOf, writeDump, writeLabels } from './labelled-corpus.ts'
import { type Ended, runWinnow } from './run-winnow.ts'

let folder: string
let corpus: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-restore-'))
  corpus = join(folder, 'corpus')
  await mkdir(corpus)
})
afterEach(() => rm(folder, { recursive: true }))

const restore = (...args: string[]): Promise<Ended> =>
  runWinnow(join(folder, 'home'), 'restore', corpus, ...args)

const labelsOf = async (document: string) =>
  labelsFileSchema
    .parse(JSON.parse(await readFile(labelsFileOf(corpus, 'ann', document), 'utf8')))
    .segments.map(({ label }) => label)

describe('winnow restore', () => {
  it('lists days and the trash, says what would change, restores a day, and takes that back', async () => {
    for (const name of ['a.txt', 'b.txt']) {
      await writeDump(corpus, name, 'One\nTwo')
      await writeLabels(corpus, 'ann', name, 'One\nTwo', ['title', 'body'])
    }
    // A snapshot as it is on the disk: so this fails if what it looks like changes.
    const day = join(corpus, 'winnow', '.backups', '2026-03-01')
    await mkdir(day, { recursive: true })
    await cp(join(corpus, 'winnow', 'labels'), join(day, 'labels'), { recursive: true })
    const manifest = {
      format: 'winnow-snapshot',
      version: 1,
      day: '2026-03-01',
      made: '',
      files: 2,
      bytes: 9,
      added: 9,
    }
    await writeFile(join(day, 'snapshot.json'), JSON.stringify(manifest))
    await unlink(labelsFileOf(corpus, 'ann', 'b.txt'))
    await writeLabels(corpus, 'ann', 'a.txt', 'One\nTwo', ['boilerplate', null])
    expect((await restore()).stdout).toBe('2026-03-01: snapshot of 2 files\n')
    expect(await restore('--day', '2026-03-01', '--dry-run')).toMatchObject({
      code: 0,
      stdout:
        'ann, a.txt: 1 labelled now, 2 then\nann, b.txt: no labels now, 2 then\n2 documents would get other labels, 0 are as they were, 0 have labels only now\n',
    })
    const { code, stdout } = await restore('--day', '2026-03-01')
    expect([code, stdout.split('\n')[0]]).toEqual([
      0,
      '2 documents with 4 labelled segments restored, 0 left as they are',
    ])
    expect([await labelsOf('a.txt'), await labelsOf('b.txt')]).toEqual([
      ['title', 'body'],
      ['title', 'body'],
    ])
    const entry = /--trash (\S+)/.exec(stdout)?.[1] ?? ''
    expect(await restore('--trash', entry, '--overwrite')).toMatchObject({ code: 0 })
    expect(await labelsOf('a.txt')).toEqual(['boilerplate', null])
  })

  it('refuses a name that is no entry of the trash, and a day without a snapshot', async () => {
    await mkdir(dirname(labelsFileOf(corpus, 'ann', 'a.txt')), { recursive: true })
    expect(await restore('--trash', '../labels')).toMatchObject({ code: 2 })
    expect(await restore('--day', '2026-03-01')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no snapshot of 2026-03-01'),
    })
  })
})

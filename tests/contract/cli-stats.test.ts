import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Ended, runWinnow } from './run-winnow.ts'

let place: string
let folder: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'winnow-stats-'))
  folder = join(place, 'corpus')
  await mkdir(folder)
  await writeFile(
    join(folder, 'a.html'),
    '<p>The storm hit the coast on Monday morning, and many people left.',
  )
  await writeFile(
    join(folder, 'b.jsonl'),
    '{"text": "Một", "lang": "vie", "url": "https://www.bao.vn/1"}\n{"text": "Hai", "lang": "vi"}\n',
  )
  await writeFile(join(folder, 'c.txt'), 'Title\n')
})
afterEach(() => rm(place, { recursive: true }))

const run = (...options: string[]): Promise<Ended> => runWinnow(join(place, 'home'), ...options)

it('winnow stats counts documents by kind at once, and by encoding and language if it may read them', async () => {
  const quick = await run('stats', folder)
  expect([quick.code, quick.stderr]).toEqual([0, ''])
  expect(quick.stdout).toContain('by kind: 2 jsonl, 1 html, 1 text')
  expect(quick.stdout).toContain('by language: 2 not known, 2 vi')
  expect(quick.stdout).not.toContain('by encoding')
  const read = await run('stats', folder, '--read', '--json')
  expect([read.code, read.stderr]).toEqual([0, ''])
  expect(JSON.parse(read.stdout)).toMatchObject({
    documents: 4,
    readers: [
      { reader: 'jsonl', documents: 2 },
      { reader: 'html', documents: 1 },
      { reader: 'text', documents: 1 },
    ],
    contents: {
      encodings: [{ encoding: 'utf-8', documents: 4 }],
      languages: [
        { language: 'vi', documents: 2 },
        { language: '', documents: 1 },
        { language: 'en', documents: 1 },
      ],
      converted: 1,
      undecodable: 0,
      leftOut: [],
    },
  })
})

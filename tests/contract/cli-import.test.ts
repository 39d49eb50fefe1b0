import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { labelsFileSchema } from '../../src/core/labels-file.ts'
import { offsetUnits } from '../../src/core/offsets.ts'
import { labelsFileOf, writeDump, writeLabels } from './labelled-corpus.ts'
import { type Ended, runWinnow } from './run-winnow.ts'

let folder: string
let corpus: string
let home: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-import-'))
  corpus = join(folder, 'corpus')
  home = join(folder, 'home')
  await mkdir(corpus)
})
afterEach(() => rm(folder, { recursive: true }))

const run = (...args: string[]): Promise<Ended> => runWinnow(home, ...args)
const importing = (file: string, ...options: string[]): Promise<Ended> =>
  run('import', corpus, '--from', file, '--annotator', 'ann', ...options)

/** Writes a file of these records, one a line; a text stays as it is. */
async function records(...lines: unknown[]): Promise<string> {
  const file = join(folder, 'labels.jsonl')
  const written = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  await writeFile(file, `${written.join('\n')}\n`)
  return file
}

const readLabels = async (document: string) =>
  labelsFileSchema.parse(JSON.parse(await readFile(labelsFileOf(corpus, 'ann', document), 'utf8')))

const labelsOf = async (document: string) => (await readLabels(document)).segments.map(({ label }) => label)

// Emoji outside the basic plane, CRLF, a composed and a decomposed name, white space that is no ASCII, line separators.
const hard =
  'Tin 🌾 mới\r\n\r\n  Chợ Đồng Xuân \r\n\u00a0Đồ\u0302ng bằng\u00a0\r\n👩‍🌾 thu\u2028hoạch\r\n![]() |'
const hardLabels = ['title', 'body', 'body', 'caption', null]
const body = [{ start: 0, end: 3, label: 'body' }]

describe('winnow import', () => {
  it.each(offsetUnits)(
    'gives back what was exported with %s offsets, to a moved file as well',
    async (unit) => {
      await writeDump(corpus, 'a.txt', hard)
      await writeDump(corpus, 'b.md', 'One\nTwo')
      await writeLabels(corpus, 'ann', 'a.txt', hard, hardLabels, 'done')
      await writeLabels(corpus, 'ann', 'b.md', 'One\nTwo', ['body', 'boilerplate'])
      const before = [await readLabels('a.txt'), await readLabels('b.md')]
      const out = join(folder, 'out.jsonl')
      await run('export', corpus, '--format', 'jsonl', '--out', out, '--offsets', unit, '--annotator', 'ann')
      await rm(join(corpus, 'winnow'), { recursive: true })
      await mkdir(join(corpus, 'moved'))
      await rename(join(corpus, 'b.md'), join(corpus, 'moved', 'c.md'))
      const { code, stdout, stderr } = await importing(out)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain(
        '2 documents with 6 labelled segments are imported, 0 were so already, 0 are refused\n',
      )
      const after = [await readLabels('a.txt'), await readLabels('moved/c.md')]
      for (const [index, file] of after.entries()) {
        expect(file.segments).toEqual(before[index]?.segments)
        expect(file.status).toBe(before[index]?.status)
      }
      expect((await run('check', corpus)).code).toBe(0)
      const again = await importing(out)
      expect(again.code).toBe(0)
      expect(again.stdout).toContain('0 documents with 0 labelled segments are imported, 2 were so already')
      expect((await readLabels('a.txt')).revision).toBe(1)
    },
  )

  it('needs no more than an id and segments, and fills what they leave out', async () => {
    await writeDump(corpus, 'a.txt', 'One\nTwo\nSix\nTen')
    const file = await records({ id: 'a.txt', segments: [{ start: 4, end: 11, label: 'body' }] })
    expect((await importing(file, '--status', 'done')).code).toBe(0)
    const { segments, status } = await readLabels('a.txt')
    expect(segments.map(({ text, label, by }) => [text, label, by])).toEqual([
      ['One', null, null],
      ['Two\nSix', 'body', 'human'],
      ['Ten', null, null],
    ])
    expect(status).toBe('done')
  })

  it('names each line that it refuses, and takes the others in', async () => {
    for (const id of ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'])
      await writeDump(corpus, id, `One\n🌾 ${id}`)
    await writeDump(corpus, 'copy.txt', 'One\n🌾 e.txt')
    const file = await records(
      '{"id": "a.txt"',
      { id: 'a.txt' },
      { id: 'none.txt', segments: body },
      { id: 'a.txt', text: 'other', segments: body },
      { id: 'b.txt', offsets: 'codepoint', segments: [{ start: 7, end: 12, text: 'b.txt', label: 'body' }] },
      { id: 'c.txt', segments: [{ start: 0, end: 3, label: 'advert' }] },
      { id: 'd.txt', text: 'One\n🌾 d.txt', segments: body },
      { id: 'moved.txt', text: 'One\n🌾 e.txt', segments: body },
      '',
      { id: 'd.txt', segments: [] },
      { id: '../secret.txt', segments: body },
    )
    const { code, stdout, stderr } = await importing(file)
    expect(code).toBe(3)
    expect(stdout).toContain('1 documents with 1 labelled segments are imported')
    const told = stderr.trim().split('\n')
    expect(told.map((line) => /^line (\d+)/.exec(line)?.[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '8',
      '10',
      '11',
    ])
    for (const [index, said] of [
      'not JSON',
      'no record',
      'no document of this name',
      'another text',
      'but they do as utf16',
      '“advert”. Add it to the label set, say which label',
      'copy.txt and e.txt',
      'Line 7 is about the same document',
    ].entries())
      expect(told[index]).toContain(said)
    expect(await labelsOf('d.txt')).toEqual(['body', null])
    for (const id of ['a.txt', 'b.txt', 'c.txt', 'e.txt'])
      expect(existsSync(labelsFileOf(corpus, 'ann', id))).toBe(false)
  })

  it('never takes a label that is there already, unless told to', async () => {
    const text = 'One\nTwo\nSix'
    await writeDump(corpus, 'a.txt', text)
    await writeLabels(corpus, 'ann', 'a.txt', text, ['title', null, null], 'done')
    const other = await records({
      id: 'a.txt',
      segments: [...body, { start: 4, end: 7, label: 'body' }],
    })
    const { code, stderr } = await importing(other)
    expect(code).toBe(3)
    expect(stderr).toContain('“One”, which is title')
    expect(await labelsOf('a.txt')).toEqual(['title', null, null])
    const fitting = await records({ id: 'a.txt', segments: [{ start: 4, end: 7, label: 'body' }] })
    expect((await importing(fitting)).code).toBe(0)
    expect(await labelsOf('a.txt')).toEqual(['title', 'body', null])
    expect((await readLabels('a.txt')).status).toBe('done')
    await records({ id: 'a.txt', segments: body })
    expect((await importing(other, '--overwrite', '--status', 'in-progress')).code).toBe(0)
    expect(await labelsOf('a.txt')).toEqual(['body', null, null])
    expect((await readLabels('a.txt')).status).toBe('in-progress')
  })

  it('adds labels to the label set where that is asked for', async () => {
    await writeDump(corpus, 'a.txt', 'One\nTwo')
    const file = await records({ id: 'a.txt', segments: [{ start: 0, end: 3, label: 'advert' }] })
    const { code, stdout } = await importing(file, '--others', 'add')
    expect(code).toBe(0)
    expect(stdout).toContain('added to the label set: advert')
    expect(await labelsOf('a.txt')).toEqual(['advert', null])
    const project = z
      .object({ labelSet: z.object({ labels: z.array(z.object({ name: z.string(), keep: z.boolean() })) }) })
      .parse(JSON.parse(await readFile(join(corpus, 'winnow', 'project.json'), 'utf8')))
    expect(project.labelSet.labels.at(-1)).toEqual({ name: 'advert', keep: false })
  })

  it('says what would change, changes it, and takes it back', async () => {
    await writeDump(corpus, 'a.txt', 'Home\nOne that is kept\nTwo')
    const gold = join(folder, 'gold')
    await mkdir(gold)
    await writeFile(join(gold, 'a.txt'), 'One that is kept\n')
    await writeFile(join(gold, 'b.txt'), 'No such document\n')
    const options = ['--format', 'text', '--map', 'content=title', '--rest', 'boilerplate']
    const shown = await importing(gold, ...options, '--dry-run')
    expect(shown.code).toBe(3)
    expect(shown.stdout).toContain('content, in 2 segments, becomes title')
    expect(shown.stdout).toContain('100 % of the text stands in 1 documents')
    expect(shown.stdout).toContain('text: 1 documents would be new, 0 changed')
    expect(shown.stderr).toContain('b.txt, b.txt: The corpus has no document of this name.')
    expect(existsSync(join(corpus, 'winnow'))).toBe(false)
    const { stdout } = await importing(gold, ...options)
    expect(await labelsOf('a.txt')).toEqual(['boilerplate', 'title', 'boilerplate'])
    const step = /--undo (\S+)/.exec(stdout)?.[1] ?? ''
    const undone = await run('import', corpus, '--undo', step)
    expect(undone).toMatchObject({ code: 0, stdout: 'the import is taken back in 1 documents\n' })
    expect(await labelsOf('a.txt')).toEqual([null, null, null])
    expect((await run('import', corpus, '--undo', step)).code).toBe(1)
    const suggested = await importing(gold, '--as-suggestions', 'cleaner', '--of', 'nobody')
    expect(suggested.stdout).toContain('0 documents with 0 labelled segments are imported')
    expect((await run('import', corpus)).code).toBe(2)
  })

  it('leaves damaged labels alone, and says so', async () => {
    await writeDump(corpus, 'a.txt', 'One\nTwo')
    await writeLabels(corpus, 'ann', 'a.txt', 'One\nTwo', ['body', null])
    await writeFile(labelsFileOf(corpus, 'ann', 'a.txt'), '{ damaged')
    const { code, stderr } = await importing(await records({ id: 'a.txt', segments: body }))
    expect(code).toBe(3)
    expect(stderr).toContain('damaged')
    expect(await readFile(labelsFileOf(corpus, 'ann', 'a.txt'), 'utf8')).toBe('{ damaged')
  })

  it('says why a file cannot be read', async () => {
    const { code, stderr } = await importing(join(folder, 'none.jsonl'))
    expect(code).toBe(1)
    expect(stderr).toContain('none.jsonl could not be read')
  })
})

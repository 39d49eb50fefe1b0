import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Request } from '../../../src/core/contract.ts'
import { segmentByLine } from '../../../src/core/segmentation/line.ts'
import { builtWorker } from './built-worker.ts'
import { labelling, labelsFile, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const repetitionProgram = builtWorker('repetition/repetition-worker.ts')

async function started(folder: string) {
  const winnow = await startWinnow(folder, { repetitionProgram })
  const { service } = winnow.winnow
  /** Waits until the corpus as it is now has been read. */
  const ready = () => {
    winnow.events.length = 0
    return winnow.event((event) => event.name === 'repetition-progress' && event.payload.ready)
  }
  const repeats = (document: string, bounds?: number[]) => {
    const lines = (): number[] =>
      segmentByLine(readFileSync(join(folder, document), 'utf8')).flatMap(({ start, end }) => [start, end])
    return service.repeatsOfDocument({ corpus: winnow.id, document, bounds: bounds ?? lines() })
  }
  const list = (wanted: Partial<Request<'listRepeats'>> = {}) =>
    service.listRepeats({
      corpus: winnow.id,
      scope: 'corpus',
      sort: 'count',
      filter: 'all',
      offset: 0,
      limit: 100,
      ...wanted,
    })
  const reopen = async () => {
    const read = ready()
    await service.openCorpus({ folder: winnow.id })
    await read
  }
  await winnow.event((event) => event.name === 'repetition-progress' && event.payload.ready)
  return { ...winnow, service, repeats, list, reopen }
}

/** Gives the file a time that is the same again when it is given again. */
const setTime = (path: string): void => utimesSync(path, 1_700_000_000, 1_700_000_000)

const page = (n: number) => `Trang ${n}\nĐọc nhiều nhất\nThân bài ${'i'.repeat(n)}\n${n} bình luận`
const pages = {
  'a.txt': page(1),
  'b.txt': page(2),
  'c/d.txt': page(3),
  'c/e.txt': `${page(4)}\nĐọc nhiều nhất`,
}

const canonical = (site: string, text: string): string =>
  `<html><head><link rel="canonical" href="https://www.${site}/x"></head><body><p>${text}</p></body></html>`

describe('the repetition of a line', () => {
  it('is told for the site that a record or a page says it is from, also once it says another', async () => {
    const records = [1, 2, 3].map((n) =>
      JSON.stringify({ text: `Trang ${n}\nĐọc nhiều nhất`, url: `https://a.vn/${n}` }),
    )
    const folder = temporaryFolder({
      'shard.jsonl': records.join('\n'),
      'page.html': canonical('a.vn', 'Đọc nhiều nhất'),
      'b.vn/page.html': canonical('b.vn', 'Đọc nhiều nhất'),
    })
    const { repeats, list, reopen } = await started(folder)
    const line = { documents: [5], siteDocuments: [4], siteSize: 4, site: 'a.vn' }
    expect(await repeats('shard.jsonl/2', [8, 22])).toMatchObject(line)
    expect(await repeats('page.html', [0, 14])).toMatchObject(line)
    const [listed] = (await list({ scope: 'site', site: 'a.vn' })).lines
    expect(listed).toMatchObject({ text: 'Đọc nhiều nhất', documents: 4 })
    writeFileSync(join(folder, 'page.html'), canonical('b.vn', 'Đọc nhiều nhất'))
    await reopen()
    expect(await repeats('page.html', [0, 14])).toMatchObject({ site: 'b.vn', siteDocuments: [2] })
    expect(await repeats('shard.jsonl/2', [8, 22])).toMatchObject({ siteDocuments: [3], siteSize: 3 })
  })

  it('is told for each segment, in the corpus and on the site, also where it is cut otherwise', async () => {
    const { repeats } = await started(temporaryFolder(pages))
    expect(await repeats('c/d.txt')).toEqual({
      ready: true,
      site: 'c',
      siteSize: 2,
      corpusSize: 4,
      documents: [4, 4, 1, 4],
      siteDocuments: [2, 2, 1, 2],
    })
    const { documents, siteDocuments } = await repeats('a.txt', [0, 5, 8, 22])
    expect([documents, siteDocuments]).toEqual([
      [1, 4],
      [1, 2],
    ])
  })

  it('is counted again for what changed, came and went since, and for nothing else', async () => {
    const folder = temporaryFolder(pages)
    setTime(join(folder, 'a.txt'))
    const { repeats, reopen } = await started(folder)
    // As long as it was and of the same time, so that nobody can tell that it changed.
    putFiles(folder, { 'a.txt': page(1).replace('nhiều', 'nhiểu') })
    setTime(join(folder, 'a.txt'))
    putFiles(folder, { 'b.txt': 'Quite another text', 'new.txt': page(9) })
    rmSync(join(folder, 'c/e.txt'))
    await reopen()
    const counts = await repeats('new.txt')
    expect(counts).toMatchObject({ ready: true, corpusSize: 4, siteSize: 3, documents: [3, 3, 1, 3] })
  })

  it('follows the rule by which the corpus is cut', async () => {
    const folder = temporaryFolder({ 'a.txt': 'One line. More of it.', 'b.txt': 'One line. And else.' })
    const { service, id, repeats, event, events } = await started(folder)
    expect((await repeats('a.txt', [0, 9])).documents).toEqual([1])
    events.length = 0
    await service.setSegmentation({ corpus: id, rule: 'sentence' })
    await event((one) => one.name === 'repetition-progress' && one.payload.ready)
    expect((await repeats('a.txt', [0, 9])).documents).toEqual([2])
  })

  it('is known of one document alone, of lines all alike, and of one line of 20 MB', async () => {
    const long = 'dài '.repeat(4_000_000)
    const alike = 'same\n'.repeat(5000)
    const alone = await started(temporaryFolder({ 'a.txt': page(1) }))
    expect((await alone.repeats('a.txt')).documents).toEqual([1, 1, 1, 1])
    expect(await alone.list()).toEqual({ ready: true, total: 0, lines: [] })
    const { repeats, list } = await started(
      temporaryFolder({ 'a.txt': alike, 'b.txt': alike, 'c.txt': long, 'd.txt': long, 'e.txt': '' }),
    )
    expect(new Set((await repeats('a.txt')).documents)).toEqual(new Set([2]))
    expect(await repeats('c.txt')).toMatchObject({ corpusSize: 5, documents: [2] })
    const { lines } = await list()
    expect(lines.map(({ documents, occurrences }) => [documents, occurrences])).toEqual([
      [2, 10_000],
      [2, 2],
    ])
    expect(lines[1]?.text).toBe(long.slice(0, 500))
  }, 60_000)

  it('leaves out documents that cannot be read', async () => {
    const { repeats } = await started(temporaryFolder({ ...pages, 'bad.txt': 'Trang 1\0' }))
    expect(await repeats('a.txt')).toMatchObject({ ready: true, corpusSize: 4, documents: [4, 4, 1, 4] })
  })
})

describe('the list of repeated lines', () => {
  it('is sorted, filtered and given in parts, with the labels so far', async () => {
    const folder = temporaryFolder(pages)
    const { list, apply, service, id } = await started(folder)
    expect(
      (await list()).lines.map(({ text, documents, occurrences }) => [text, documents, occurrences]),
    ).toEqual([
      ['Đọc nhiều nhất', 4, 5],
      ['2 bình luận', 4, 4],
      ['Trang 2', 4, 4],
    ])
    await apply('a.txt', [labelling(0, 'title'), labelling(1, 'boilerplate')])
    await apply('b.txt', [labelling(0, 'body')])
    const byText = await list({ sort: 'text', offset: 1, limit: 2 })
    expect(byText.total).toBe(3)
    expect(byText.lines.map(({ text, labels }) => [text, labels])).toEqual([
      [
        'Đọc nhiều nhất',
        [
          { label: null, count: 4 },
          { label: 'boilerplate', count: 1 },
        ],
      ],
      [
        'Trang 2',
        [
          { label: null, count: 2 },
          { label: 'title', count: 1 },
          { label: 'body', count: 1 },
        ],
      ],
    ])
    const texts = async (wanted: Partial<Request<'listRepeats'>>) =>
      (await list(wanted)).lines.map(({ text }) => text)
    expect(await texts({ filter: 'unlabelled' })).toEqual(['2 bình luận'])
    expect(await texts({ filter: 'labelled' })).toEqual(['Đọc nhiều nhất', 'Trang 2'])
    expect(await texts({ filter: 'mixed' })).toEqual(['Trang 2'])
    expect(await texts({ text: 'doc nhieu' })).toEqual(['Đọc nhiều nhất'])
    const onSite = await list({ scope: 'site', site: 'c', filter: 'unlabelled' })
    expect(onSite.lines.map(({ documents, occurrences }) => [documents, occurrences])).toEqual([
      [2, 3],
      [2, 2],
      [2, 2],
    ])

    const [line] = (await list()).lines
    const lines = [{ text: 'shown', key: line?.key, label: 'boilerplate' }]
    const job = 'job'
    await service.propagate({ corpus: id, lines, scope: 'corpus', from: null, overwrite: false, job })
    const expected = [{ label: 'boilerplate', count: 5 }]
    expect((await list()).lines[0]?.labels).toEqual(expected)
    const again = await started(folder)
    expect((await again.list()).lines[0]?.labels).toEqual(expected)
  })

  it('goes on without a labels file that is damaged', async () => {
    const folder = temporaryFolder(pages)
    const { list, apply } = await started(folder)
    await apply('a.txt', [labelling(1, 'boilerplate')])
    await apply('b.txt', [labelling(1, 'boilerplate')])
    await list()
    writeFileSync(labelsFile(folder, 'b.txt'), '{')
    const again = await started(folder)
    expect((await again.list()).lines[0]?.labels).toContainEqual({ label: 'boilerplate', count: 1 })
    expect((await list()).lines[0]?.labels).toContainEqual({ label: 'boilerplate', count: 2 })
  })
})

describe('the kept index', () => {
  const cacheOf = (folder: string): string => join(folder, 'winnow', '.cache')
  const file = (folder: string): string => join(cacheOf(folder), 'repetition-line.bin')

  /** A corpus with labels, whose index has been kept. */
  async function kept() {
    const folder = temporaryFolder(pages)
    setTime(join(folder, 'a.txt'))
    await (await startWinnow(folder)).apply('a.txt', [labelling(1, 'boilerplate')])
    const first = await started(folder)
    await first.winnow.close()
    return folder
  }

  it('is not made where nobody has labelled anything, and else told to git', async () => {
    const folder = temporaryFolder(pages)
    const { winnow } = await started(folder)
    await winnow.close()
    expect(existsSync(join(folder, 'winnow'))).toBe(false)
    const labelled = await kept()
    expect(readdirSync(cacheOf(labelled)).sort()).toEqual(['.gitignore', 'repetition-line.bin'])
    expect(readFileSync(join(cacheOf(labelled), '.gitignore'), 'utf8')).toBe('*\n')
  })

  it('saves reading what did not change', async () => {
    const folder = await kept()
    putFiles(folder, { 'a.txt': page(1).replace('Trang', 'Tranh') })
    setTime(join(folder, 'a.txt'))
    const { repeats } = await started(folder)
    expect((await repeats('b.txt')).documents).toEqual([4, 4, 1, 4])
  })

  it.each<[string, (path: string) => void]>([
    [
      'damaged',
      (path) => {
        const bytes = readFileSync(path)
        bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
        writeFileSync(path, bytes)
      },
    ],
    ['cut short', (path) => truncateSync(path, 300)],
    ['empty', (path) => truncateSync(path, 0)],
    [
      'of another version',
      (path) => {
        const text = readFileSync(path, 'latin1')
        writeFileSync(path, text.replace('"version":1', '"version":0'), 'latin1')
      },
    ],
    [
      'a folder',
      (path) => {
        rmSync(path)
        putFiles(path, { x: 'y' })
      },
    ],
  ])('is made anew where it is %s', async (_name, spoil) => {
    const folder = await kept()
    spoil(file(folder))
    const { repeats, logged } = await started(folder)
    expect((await repeats('b.txt')).documents).toEqual([4, 4, 1, 4])
    expect(logged).toEqual([])
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Request } from '../../../src/core/contract.ts'
import type { FoundDocument } from '../../../src/core/contract-search.ts'
import type { SearchQuery } from '../../../src/core/search/find.ts'
import { builtWorker } from './built-worker.ts'
import { labelling, labelsFile, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const searchProgram = builtWorker('search-worker.ts')

const query = (text: string, options: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  matchCase: false,
  matchDiacritics: false,
  regex: false,
  ...options,
})

async function started(files: Record<string, string | Uint8Array>) {
  const folder = temporaryFolder(files)
  const winnow = await startWinnow(folder, { searchProgram })
  const { service } = winnow.winnow
  const foundOf = (job: string): FoundDocument[] =>
    winnow.events.flatMap((event) =>
      event.name === 'search-found' && event.payload.job === job ? event.payload.found : [],
    )
  const search = async (wanted: SearchQuery, filters: Partial<Request<'searchCorpus'>> = {}) => {
    const job = crypto.randomUUID()
    const reply = await service.searchCorpus({ corpus: winnow.id, query: wanted, job, ...filters })
    return { reply, found: foundOf(job), names: foundOf(job).map(({ document }) => document) }
  }
  return { ...winnow, folder, service, search }
}

const river = 'Chợ nổi\nGạo trắng nước trong.\nchợ sáng'

describe('a search over the corpus', () => {
  it('tells each document with its lines, in order, in NFC and NFD', async () => {
    const { search } = await started({
      'a.txt': river.normalize('NFC'),
      'b.txt': 'nothing here',
      'c/d.txt': `\ufeff${river.normalize('NFD')}`,
    })
    const { reply, found } = await search(query('CHO'))
    expect(reply).toEqual({ searched: 3, documents: 2, matches: 4, more: false, leftOut: [] })
    expect(found.map(({ document, matches }) => [document, matches])).toEqual([
      ['a.txt', 2],
      ['c/d.txt', 2],
    ])
    expect(found[0]?.lines[1]).toEqual({
      start: river.lastIndexOf('chợ'),
      end: river.lastIndexOf('chợ') + 3,
      before: '',
      found: 'chợ',
      after: ' sáng',
    })
    expect(found[1]?.lines[0]?.found).toBe('Chợ'.normalize('NFD'))
    expect((await search(query('cho', { matchDiacritics: true }))).reply.matches).toBe(0)
  })

  it('leaves out dumps that cannot be read, by name, and goes on', async () => {
    const { search } = await started({
      'a.txt': 'word\0',
      'b.txt': 'a \0 b',
      'c.txt': 'a word',
    })
    const { reply, names } = await search(query('word'))
    expect(names).toEqual(['c.txt'])
    expect(reply.searched).toBe(1)
    expect(reply.leftOut).toEqual([
      { document: 'a.txt', reason: expect.stringContaining('is not plain text') },
      { document: 'b.txt', reason: expect.stringContaining('is not plain text') },
    ])
  })

  it('heeds labels and states', async () => {
    const { search, apply, folder } = await started({
      'a.txt': 'word one\nword two',
      'b.txt': 'word three',
      'c.txt': 'word four',
    })
    await apply('a.txt', [labelling(0, 'title'), { kind: 'status', before: 'new', after: 'done' }])
    await apply('b.txt', [labelling(0, 'body')])
    const startsOf = async (filters: Partial<Request<'searchCorpus'>>) =>
      (await search(query('word'), filters)).found.map(({ document, lines }) => [
        document,
        ...lines.map(({ start }) => start),
      ])
    expect(await startsOf({ label: 'title' })).toEqual([['a.txt', 0]])
    expect(await startsOf({ label: null })).toEqual([
      ['a.txt', 9],
      ['c.txt', 0],
    ])
    expect(await startsOf({ statuses: ['done'] })).toEqual([['a.txt', 0, 9]])
    expect(await startsOf({ statuses: ['new'] })).toEqual([
      ['b.txt', 0],
      ['c.txt', 0],
    ])
    expect(await startsOf({ statuses: ['new'], label: 'body' })).toEqual([['b.txt', 0]])

    writeFileSync(labelsFile(folder, 'b.txt'), 'damage')
    writeFileSync(join(folder, 'a.txt'), 'word changed')
    const { reply } = await search(query('word'), { label: 'title' })
    expect(reply.leftOut).toEqual([
      { document: 'a.txt', reason: expect.stringContaining('do not fit') },
      { document: 'b.txt', reason: expect.stringContaining('is damaged') },
    ])
  })

  it('can be cancelled, and another search runs after it', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.txt`, 'a'.repeat(20_000)]))
    const { service, id, search } = await started(files)
    const searching = service.searchCorpus({ corpus: id, query: query('b'), job: 'one' })
    await service.cancelJob({ job: 'one' })
    await expect(searching).rejects.toMatchObject({ code: 'cancelled' })
    expect((await search(query('a'.repeat(1000)))).reply.documents).toBe(100)
  })
})

describe('a regular expression', () => {
  it('that takes too long is stopped by name, and its document too, while other calls are answered', async () => {
    const { service, search, id } = await started({ 'a.txt': 'fine', 'b.txt': `${'a'.repeat(60)}!` })
    const slow = query('(a+)+$', { regex: true })
    const searching = search(slow)
    await expect(service.openDocument({ corpus: id, document: 'a.txt' })).resolves.toMatchObject({
      kind: 'open',
    })
    await expect(searching).rejects.toMatchObject({
      code: 'search-too-slow',
      message: expect.stringMatching(/“\(a\+\)\+\$” was stopped .* “b\.txt”/),
    })
    await expect(
      service.searchDocument({ corpus: id, document: 'b.txt', query: slow, job: 'in-document' }),
    ).rejects.toMatchObject({ code: 'search-too-slow' })
    expect((await search(query('fine'))).names).toEqual(['a.txt'])
  }, 30_000)

  it('that is none is refused', async () => {
    const { search } = await started({ 'a.txt': 'a' })
    await expect(search(query('(', { regex: true }))).rejects.toMatchObject({ code: 'search-invalid' })
  })
})

describe('a search in one document', () => {
  it('gives all matches as offsets of its text', async () => {
    const { service, id, open } = await started({ 'a.txt': `\ufeff🏮 ${river}` })
    const { text } = await open('a.txt')
    const { bounds, more } = await service.searchDocument({
      corpus: id,
      document: 'a.txt',
      query: query('cho'),
      job: 'a',
    })
    expect(more).toBe(false)
    expect([text.slice(bounds[0], bounds[1]), text.slice(bounds[2], bounds[3])]).toEqual(['Chợ', 'chợ'])
    expect(bounds).toHaveLength(4)
  })

  it('is refused for a document that is not of the corpus', async () => {
    const { service, id } = await started({ 'a.txt': 'a' })
    await expect(
      service.searchDocument({ corpus: id, document: '../a.txt', query: query('a'), job: 'a' }),
    ).rejects.toMatchObject({ code: 'document-unknown' })
  })
})

it('is refused by a service without search threads', async () => {
  const { winnow, id } = await startWinnow(temporaryFolder({ 'a.txt': 'a' }))
  await expect(
    winnow.service.searchCorpus({ corpus: id, query: query('a'), job: 'a' }),
  ).rejects.toMatchObject({ code: 'not-here' })
})

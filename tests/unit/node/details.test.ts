import { expect, test } from 'vitest'
import { startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const page = `<html lang="vi-VN"><head><link rel="canonical" href="https://www.bao.com.vn/1"></head>
<body><p>Một <a href="/x">hai</a></p><p>Ba</p></body></html>`

test('a record is described by what it says of itself, and its other columns are kept', async () => {
  const record = {
    text: 'Only a few words',
    url: 'https://tin.vn/a',
    lang: 'eng',
    words: 4,
    meta: { ok: true },
  }
  const corpus = temporaryFolder({ 'a.jsonl': `${JSON.stringify(record)}\n` })
  const { winnow, id } = await startWinnow(corpus)
  const request = { corpus: id, document: 'a.jsonl/1' }
  expect(await winnow.service.describeDocument(request)).toEqual({
    reader: 'jsonl',
    site: 'tin.vn',
    language: 'en',
    id: '',
    url: 'https://tin.vn/a',
    date: '',
    bytes: 16,
    undecodable: 0,
    conversion: null,
    metadata: [
      { path: 'words', value: 4 },
      { path: 'meta.ok', value: true },
    ],
  })
  expect(await winnow.service.readSource(request)).toBeNull()
})

test('the source of a page has the range, the element and the links of each of its lines', async () => {
  const corpus = temporaryFolder({ 'a.html': page })
  const { winnow, id, open } = await startWinnow(corpus)
  const request = { corpus: id, document: 'a.html' }
  const { text } = await open('a.html')
  const source = await winnow.service.readSource(request)
  expect(source?.source).toBe(page)
  const offsets = source?.lines ?? []
  const lines = source?.elements.map((element, index) => ({
    text: text.slice(offsets[4 * index], offsets[4 * index + 1]),
    source: page.slice(offsets[4 * index + 2], offsets[4 * index + 3]),
    path: source.paths[element],
    links: source.linkShares[index],
  }))
  expect(lines).toEqual([
    { text: 'Một hai', source: expect.stringContaining('<a href="/x">hai'), path: 'html>body>p', links: 0.5 },
    { text: 'Ba', source: 'Ba', path: 'html>body>p', links: 0 },
  ])
  expect(await winnow.service.describeDocument(request)).toMatchObject({
    reader: 'html',
    site: 'bao.com.vn',
    language: 'vi',
    url: 'https://www.bao.com.vn/1',
    conversion: { name: 'html-lines', version: 1 },
  })
})

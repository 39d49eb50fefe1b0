import { expect, test } from 'vitest'
import { columnPaths, guessColumns } from '../../../../src/core/columns/guess-columns.ts'

test('columns of known datasets', () => {
  const fineweb = {
    text: 'A page.',
    id: '<urn:uuid:1>',
    dump: 'CC',
    url: 'https://a.example',
    date: '2024-01-01',
    file_path: 's3:',
    language: 'en',
    language_score: 0.9,
  }
  expect(guessColumns([fineweb])).toEqual({
    text: 'text',
    id: 'id',
    url: 'url',
    language: 'language',
    date: 'date',
  })
  const redPajama = {
    url: 'u',
    date_download: '2024',
    digest: 'sha1:',
    raw_content: 'A page.',
    doc_id: '1',
    title: 'T',
  }
  expect(guessColumns([redPajama])).toEqual({
    text: 'raw_content',
    id: 'doc_id',
    url: 'url',
    date: 'date_download',
  })
  const oscar = {
    content: 'Một trang.',
    warc_headers: { 'warc-record-id': '<urn>', 'warc-target-uri': 'https://a.example', 'warc-date': '2024' },
    metadata: { identification: { label: 'vi', prob: 0.9 } },
  }
  expect(guessColumns([oscar])).toEqual({
    text: 'content',
    id: 'warc_headers.warc-record-id',
    url: 'warc_headers.warc-target-uri',
    language: 'metadata.identification.label',
    date: 'warc_headers.warc-date',
  })
  const c4 = { text: 'A page.', timestamp: '2019-04-25T12:57:54Z', url: 'https://a.example' }
  expect(guessColumns([c4])).toEqual({ text: 'text', url: 'url', date: 'timestamp' })
})

test('HTML is told from text by what is in the column', () => {
  const page = '\n<!-- saved -->\n<!DOCTYPE html>\n<html><body><p>Text</p></body></html>'
  expect(guessColumns([{ content: page }])).toEqual({ html: 'content' })
  expect(guessColumns([{ html: '<p>Part</p>', other: 'x' }])).toEqual({ html: 'html' })
  expect(guessColumns([{ text: 'Use <p> for a paragraph.', html: page }])).toEqual({ text: 'text' })
  expect(guessColumns([{ text: '![](a.png) | <b>bold</b>' }])).toEqual({ text: 'text' })
})

test('a column without a telling name is the text if it is long; of two with one name the less deep', () => {
  const long = 'A sentence of a page. '.repeat(20)
  expect(guessColumns([{ a: 'short', b: long }])).toEqual({ text: 'b' })
  expect(guessColumns([{ a: 'short', b: 3 }])).toEqual({})
  expect(guessColumns([{ meta: { text: 'deep' }, TEXT: 'flat' }])).toEqual({ text: 'TEXT' })
})

test('a column that is mostly no text is not the text, whatever its name', () => {
  expect(
    guessColumns([
      { text: 3, content: 'A page.' },
      { text: null, content: 'B' },
    ]),
  ).toEqual({ text: 'content' })
  expect(guessColumns([{ text: ['a', 'b'] }, {}, null, 'x', 4])).toEqual({})
})

test('paths of columns come in the order of the records', () => {
  expect(
    columnPaths([
      { b: 1, a: { c: 2 } },
      { d: [], b: 2 },
    ]),
  ).toEqual(['b', 'a.c', 'd'])
})

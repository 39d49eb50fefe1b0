import { deflateSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readerFor } from '../../../../src/node/readers/registry.ts'

const readerName = (name: string, head: Uint8Array | string): string | null =>
  readerFor(name, Buffer.from(head))?.name ?? null

const jsonLine = `${JSON.stringify({ text: 'A page.', url: 'https://a.example' })}\n`

test('JSON lines are told by their content, whatever the name', () => {
  for (const name of ['d.jsonl', 'd.NDJSON', 'd.jsonl.gz', 'a/d.json.zst', 'd.json', 'd.txt', 'd'])
    expect(readerName(name, jsonLine.repeat(3)), name).toBe('jsonl')
  const longLine = `{"text":"${'x'.repeat(70_000)}`
  expect(readerName('d', longLine.slice(0, 65_536))).toBe('jsonl')
  expect(readerName('d', `\ufeff\r\n${jsonLine}`)).toBe('jsonl')
})

test('a .jsonl file is one even if its lines are broken, so that they are named', () => {
  expect(readerName('d.jsonl', '{"text": broken\n{}')).toBe('jsonl')
  expect(readerName('d.jsonl', '')).toBe('jsonl')
  expect(readerName('d.jsonl', deflateSync(Buffer.alloc(9999, jsonLine)))).toBe(null)
})

test('JSON that is no list of texts is not taken for one', () => {
  expect(readerName('package.json', '{"name":"winnow","version":"1"}')).toBe(null)
  expect(readerName('settings.json', '{\n  "text": "A page."\n}\n')).toBe(null)
  expect(readerName('d.md', '{"text":"A page."}\nand some more words\n')).toBe('text')
})

test('text is told by its name, where its content is text in any encoding', () => {
  for (const name of ['a.txt', 'A.MD', 'b/c.text', 'c.markdown', 'd.txt.gz', 'page-1'])
    expect(readerName(name, 'Một trang.'), name).toBe('text')
  expect(readerName('a.txt', iconv.encode('Плавучий рынок просыпается на рассвете', 'windows-1251'))).toBe(
    'text',
  )
  expect(readerName('a.txt', iconv.encode('水上市場は夜明けとともに\n'.repeat(5), 'utf16le'))).toBe('text')
  expect(readerName('a.txt', iconv.encode('page', 'utf16le', { addBOM: true }))).toBe('text')
  expect(readerName('a.txt', Buffer.from('chợ nổi').subarray(0, -1))).toBe('text')
  expect(readerName('a.txt', '')).toBe('text')
})

test('what is no text is no dump, whatever its name', () => {
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
    deflateSync(Buffer.from(Array.from({ length: 9000 }, (_, n) => (n * 7919) % 251))),
  ])
  for (const name of ['a.txt', 'a.png', 'a', 'a.jsonl']) expect(readerName(name, png), name).toBe(null)
  for (const name of ['a.css', 'a.py', '.hidden', 'empty'])
    expect(readerName(name, name === 'empty' ? '' : 'text'), name).toBe(name === '.hidden' ? 'text' : null)
})

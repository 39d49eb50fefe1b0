/**
 * Makes a folder that mixes all kinds of dumps, from the pages of the sample corpus:
 * `node scripts/make-demo-corpus.mjs <folder>`. docs/demo.md says what to do with it.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import iconv from 'iconv-lite'

const target = process.argv[2]
if (target === undefined) {
  console.error('Usage: node scripts/make-demo-corpus.mjs <folder>')
  process.exit(2)
}
const folder = resolve(target)
if (mkdirSync(folder, { recursive: true }) === undefined && readdirSync(folder).length > 0) {
  console.error(`${folder} is not empty. Name a folder that does not exist yet.`)
  process.exit(1)
}

const sample = fileURLToPath(new URL('../resources/sample', import.meta.url))
const pages = ['songque.example', 'harbour-courier.example'].flatMap((site) =>
  readdirSync(join(sample, site))
    .filter((name) => /\.(txt|md)$/.test(name))
    .sort()
    .map((name, index) => ({
      site,
      url: `https://www.${site}/${index + 1}.html`,
      language: site.startsWith('songque') ? 'vi' : 'en',
      text: readFileSync(join(sample, site, name), 'utf8'),
    })),
)
const [first, second] = pages
const put = (name, content) => writeFileSync(join(folder, name), content)
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The page as the HTML that a browser would get, a paragraph for each line. */
const html = ({ url, language, text }) =>
  `<!DOCTYPE html>
<html lang="${language}"><head><title>Demo</title><link rel="canonical" href="${url}"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article class="story">
${text
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => `<p>${escaped(line.trim())}</p>`)
  .join('\n')}
</article><footer><p>© <b>Demo</b></p></footer></body></html>
`

function warcRecord(type, page, number, contentType, body) {
  const content = Buffer.from(body)
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}>`,
    'WARC-Date: 2026-01-08T15:59:00Z',
    `WARC-Target-URI: ${page.url}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${content.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), content, Buffer.from('\r\n\r\n')])
}

put('1 plain.txt', first.text)
put('2 page.html', html(second))
put('3 old encoding.txt', iconv.encode(`Café crème à l’été dernier.\n${pages.at(-1).text}`, 'windows-1252'))
put(
  '4 pages.jsonl',
  `${pages.map(({ url, language, text }, index) => JSON.stringify({ url, language, words: text.split(/\s+/).length, crawl: { round: index % 3 }, raw_content: text })).join('\n')}\n{"url": "https://broken.example", "raw_con\n`,
)
put(
  '5 pages.jsonl.gz',
  gzipSync(
    pages.map((page) => `${JSON.stringify({ ...page, html: html(page), text: undefined })}\n`).join(''),
  ),
)
put(
  '6 shard.warc.gz',
  Buffer.concat(
    pages.map((page, index) =>
      gzipSync(
        warcRecord(
          'response',
          page,
          index,
          'application/http; msgtype=response',
          `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html(page)}`,
        ),
      ),
    ),
  ),
)
put(
  '7 shard.warc.wet.gz',
  Buffer.concat(
    pages.map((page, index) => gzipSync(warcRecord('conversion', page, index, 'text/plain', page.text))),
  ),
)
put(
  '8 table.csv',
  `url,language,text\n${pages.map(({ url, language, text }) => [url, language, text].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`,
)
// Breaks off in the middle, as downloads do.
const whole = gzipSync(pages.map((page) => `${JSON.stringify(page)}\n`).join(''))
put('9 broken off.jsonl.gz', whole.subarray(0, Math.floor(whole.length / 2)))

const lines = join(folder, 'rows.ndjson')
writeFileSync(lines, pages.map((page) => `${JSON.stringify({ ...page, id: page.url })}\n`).join(''))
const quoted = (path) => `'${path.replaceAll("'", "''")}'`
const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run(
  `COPY (SELECT id, url, language, text FROM read_json(${quoted(lines)})) TO ${quoted(join(folder, '10 rows.parquet'))} (FORMAT parquet, COMPRESSION zstd)`,
)
connection.closeSync()
rmSync(lines)

console.log(`${folder}: ${readdirSync(folder).length} dumps of ${pages.length} pages`)

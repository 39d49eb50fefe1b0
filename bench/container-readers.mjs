import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createGunzip, gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { row } from './figures.mjs'
import { bundled, index, timed, timesOfReading } from './readers.mjs'

const wetRecords = 40_000
const parquetRows = 1_000_000

/**
 * Reading a WET file of 40,000 records against merely uncompressing it, and a Parquet file of 1,000,000 rows, in row
 * groups as large as DuckDB makes them, against hyparquet reading the same row by itself.
 */
export async function benchContainerReaders() {
  const place = mkdtempSync(join(tmpdir(), 'winnow-bench-containers-'))
  try {
    return [...(await benchWet(place)), ...(await benchParquet(place))]
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function benchWet(place) {
  const { warcReader } = await bundled('src/node/readers/warc-reader.ts', 'warc-reader')
  const path = join(place, 'pages.wet.gz')
  await writeWet(path)
  const settings = { columns: {}, cacheFolder: join(place, 'cache') }
  const bare = await timed(() => passed(createReadStream(path).pipe(createGunzip())))
  const records = await indexed(warcReader, path, settings, '.wet.gz', wetRecords)
  const rows = [row('index of .wet.gz (bare: uncompress)', wetRecords, [records.time], [bare.time])]
  for (const [which, record] of ends(records.records))
    rows.push(
      row(
        `open .wet.gz, ${which} record (bare: uncompress all)`,
        wetRecords,
        await timesOfReading(warcReader, path, settings, record),
        [bare.time],
      ),
    )
  return rows
}

async function benchParquet(place) {
  const { parquetReader } = await bundled('src/node/readers/parquet-reader.ts', 'parquet-reader')
  const path = join(place, 'pages.parquet')
  await writeParquet(path)
  const settings = { columns: {}, cacheFolder: null }
  const bare = await timed(() => passed(createReadStream(path)))
  const records = await indexed(parquetReader, path, settings, '.parquet', parquetRows)
  const rows = [row('index of .parquet (bare: read the file)', parquetRows, [records.time], [bare.time])]
  for (const [which, record] of ends(records.records)) {
    const alone = await timed(async () =>
      parquetReadObjects({
        file: await asyncBufferFromFile(path),
        compressors,
        rowStart: record.position,
        rowEnd: record.position + 1,
      }),
    )
    rows.push(
      row(
        `open .parquet, ${which} row (bare: hyparquet alone)`,
        parquetRows,
        await timesOfReading(parquetReader, path, settings, record),
        [alone.time],
      ),
    )
  }
  return rows
}

const ends = (records) => [
  ['first', records[0]],
  ['middle', records[records.length >> 1]],
  ['last', records.at(-1)],
]

async function indexed(reader, path, settings, name, expected) {
  const before = process.memoryUsage.rss()
  const found = await index(reader, path, settings)
  if (found.records.length !== expected) throw new Error(`${found.records.length} of ${expected} records`)
  const megabytes = (bytes) => Math.round(bytes / 1024 / 1024)
  console.log(
    `${name}: ${megabytes(statSync(path).size)} MB; ${megabytes(found.peak - before)} MB of memory more while it was indexed`,
  )
  return found
}

async function passed(stream) {
  let bytes = 0
  for await (const chunk of stream) bytes += chunk.length
  return bytes
}

/** Records of some 5 kB, each a gzip member of its own, as WET files of crawls are. */
async function writeWet(path) {
  const file = createWriteStream(path)
  for (let n = 0; n < wetRecords; n++) {
    const text = Buffer.from(
      Array.from(
        { length: 90 },
        (_, line) => `Line ${line * n} of the page, chợ nổi trên sông ${n % 97}\n`,
      ).join(''),
    )
    const head = `WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://site-${n % 50}.example/${n}\r\nContent-Type: text/plain\r\nContent-Length: ${text.length}\r\n\r\n`
    const member = gzipSync(Buffer.concat([Buffer.from(head), text, Buffer.from('\r\n\r\n')]), { level: 1 })
    if (!file.write(member)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

async function writeParquet(path) {
  const connection = await (await DuckDBInstance.create()).connect()
  await connection.run(
    `copy (select n as id, 'https://site-' || (n % 50) || '.example/' || n as url, 'vi' as language,
       'Page ' || n || ' chợ nổi ' || sha256(n::varchar) || ' trên sông ' || sha256((n + 1)::varchar) || repeat(' the quick brown fox', 8) as text from range(${parquetRows}) t(n))
     to '${path}' (format parquet, codec zstd)`,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.table(await benchContainerReaders())

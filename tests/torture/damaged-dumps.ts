import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { WinnowError } from '../../src/core/winnow-error.ts'
import type { DumpFile, DumpReader, ReaderSettings, RecordFacts } from '../../src/node/readers/reader.ts'
import { readerByName, readerFor, readerNamed } from '../../src/node/readers/registry.ts'
import { converted, reply, warcFile } from '../unit/node/readers/warc-file.ts'
import { zstdFile } from '../unit/node/readers/zstd-file.ts'
import { type Damage, damagedBytes } from './damages.ts'
import type { Amount, Tally, Torture } from './tally.ts'

/** In how many ways a dump of each kind is damaged. */
const damagesOfEach = { short: 5, full: 200 }
/** After how long a small dump counts as read for ever, also on a machine that is busy; in milliseconds. */
const longestWait = 60_000
/** The most records that there can be in so few bytes. */
const mostRecords = 100_000

const texts = ['Thân bài 🌾\nĐọc nhiều nhất\n', 'The boats are back.\r\n\r\nMost read', '# One\n\n> Two']
const urls = texts.map((_, n) => `https://a.example/${n}`)

const jsonl = texts
  .map((text, n) => `${JSON.stringify({ id: n, url: urls[n], text, deep: { n, list: [n] } })}\n`)
  .join('')
const csv = `url,text,n\r\n${texts.map((text, n) => `${urls[n]},"${text.replaceAll('"', '""')}",${n}\r\n`).join('')}`
const html = `<!doctype html><meta charset="utf-8"><title>Page</title>${texts.map((text) => `<p>${text}</p>`).join('<hr>')}<script>let x = "</p>"</script>`
const wet = warcFile(texts.map((text, n) => converted(text, { 'WARC-Target-URI': urls[n] ?? '' })))
const warc = warcFile(
  texts.map((text) => reply('HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8', `<p>${text}</p>`)),
)
const warcGz = warcFile(
  texts.map((text) =>
    reply(
      'HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip\nTransfer-Encoding: chunked',
      chunked(gzipSync(`<p>${text}</p>`)),
    ),
  ),
  true,
)

function chunked(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n0\r\n\r\n')])
}

const parquet = (codec: 'UNCOMPRESSED' | 'SNAPPY'): Buffer =>
  Buffer.from(
    parquetWriteBuffer({
      codec,
      columnData: [
        { name: 'id', data: texts.map((_, n) => n), type: 'INT32' },
        { name: 'url', data: urls, type: 'STRING' },
        { name: 'text', data: texts, type: 'STRING' },
      ],
    }),
  )

/** A good dump of each kind, by its name. */
async function goodDumps(): Promise<Map<string, Buffer>> {
  return new Map<string, Buffer>([
    ['a.txt', Buffer.from(texts.join('\n'))],
    ['utf-16.txt', Buffer.from(`\ufeff${texts.join('\n')}`, 'utf16le')],
    ['a.txt.gz', gzipSync(texts.join('\n'))],
    ['a.md', Buffer.from(texts.join('\n'))],
    ['a.html', Buffer.from(html)],
    ['a.jsonl', Buffer.from(jsonl)],
    ['a.jsonl.gz', Buffer.concat([gzipSync(jsonl), gzipSync(jsonl)])],
    ['a.jsonl.zst', Buffer.from(await zstdFile(jsonl))],
    ['a.warc', warc],
    ['a.warc.gz', warcGz],
    ['a.warc.wet', wet],
    ['a.parquet', parquet('UNCOMPRESSED')],
    ['snappy.parquet', parquet('SNAPPY')],
    ['a.csv', Buffer.from(csv)],
    ['a.tsv', Buffer.from(csv.replaceAll(',', '\t'))],
    ['a.csv.gz', gzipSync(csv)],
  ])
}

/**
 * Damages dumps of each kind and reads them through. It is withstood where the reading comes to its end soon, and each
 * record is either read or refused by a sentence that names the file.
 */
export const tortureByDumps: Torture = async (amount: Amount) => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'winnow-dumps-')))
  try {
    const dumps = await goodDumps()
    const tallies: Tally[] = []
    for (const [name, good] of dumps) {
      const others = [...dumps.values()].filter((other) => other !== good)
      const failures: string[] = []
      let held = 0
      const damages = damagesIn(good, others, damagesOfEach[amount], tallies.length + 1)
      for (const damage of damages) {
        const faults = await faultsOf(join(root, name), name, damage)
        failures.push(...faults)
        if (faults.length === 0) held++
      }
      tallies.push({ what: `dump damaged: ${name}`, tried: damages.length, held, failures })
    }
    return tallies
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** One, two or three damages one after the other. */
function damagesIn(good: Buffer, others: readonly Buffer[], count: number, seed: number): Damage[] {
  const once = damagedBytes(good, others)
  const again = (damage: fc.Arbitrary<Damage>): fc.Arbitrary<Damage> =>
    damage.chain(({ what, bytes }) =>
      bytes.length === 0 || bytes.length > 100_000
        ? fc.constant({ what, bytes })
        : damagedBytes(bytes, others).map((more) => ({ what: `${what}, ${more.what}`, bytes: more.bytes })),
    )
  return fc.sample(fc.oneof(once, again(once), again(again(once))), { numRuns: count, seed })
}

async function faultsOf(path: string, name: string, { what, bytes }: Damage): Promise<string[]> {
  await writeFile(path, bytes)
  const file: DumpFile = { path, id: name, bytes: bytes.length }
  // As the listing does: by its name, else by what it holds.
  const byName = readerByName(name)
  const reader = byName ? readerNamed(byName) : readerFor(name, bytes.subarray(0, 65_536))
  if (!reader) return []
  const faults = await withinTime(readThrough(reader, file))
  return faults.map((fault) => `${what}: ${fault}`)
}

async function withinTime(work: Promise<string[]>): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve([`it is read for more than ${longestWait} ms`]), longestWait)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const settings: ReaderSettings = { columns: {}, cacheFolder: null }

async function readThrough(reader: DumpReader, file: DumpFile): Promise<string[]> {
  const faults: string[] = []
  const refuse = (error: unknown): void => {
    if (!(error instanceof WinnowError)) faults.push(String(error instanceof Error ? error.stack : error))
    else if (!error.message.includes(file.path)) faults.push(`it is not named: ${error.message}`)
  }
  const records: RecordFacts[] = []
  try {
    for await (const batch of reader.index(file, settings, new AbortController().signal)) {
      for (const record of batch.records) if (records.length <= mostRecords) records.push(record)
      for (const { reason } of batch.troubles) if (reason === '') faults.push('a trouble has no reason')
      if (records.length > mostRecords) return ['it has more records than there can be']
    }
    const source = await reader.open(file, settings)
    try {
      for (const record of records.slice(0, 20)) await source.read(record).catch(refuse)
    } finally {
      await source.close()
    }
  } catch (error) {
    refuse(error)
  }
  if (reader.preview) await reader.preview(file, settings).catch(refuse)
  return faults
}

import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { createGunzip, createGzip } from 'node:zlib'
import { build } from 'vite'
import { row } from './figures.mjs'

const contentSize = 200 * 1024 * 1024
const reads = 5

/** Reading JSON lines of 200 MB, plain and as `.gz`, against merely splitting and merely uncompressing them. */
export async function benchReaders() {
  const place = mkdtempSync(join(tmpdir(), 'winnow-bench-readers-'))
  try {
    const { plain, zipped, lines } = await writeBoth(place)
    return [...(await benchFile(place, plain, lines)), ...(await benchFile(place, zipped, lines))]
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** The same of 2 GB, and of a `.gz` of 1 GB: those of {@link benchReaders} many times over. */
async function benchLargeReaders() {
  const place = mkdtempSync(join(tmpdir(), 'winnow-bench-readers-'))
  try {
    const { plain, zipped, lines } = await writeBoth(place)
    const rows = []
    for (const [path, size] of [
      [plain, 2 * 1024 ** 3],
      [zipped, 1024 ** 3],
    ]) {
      const large = join(place, `large-${basename(path)}`)
      const times = Math.ceil(size / statSync(path).size)
      for (let n = 0; n < times; n++)
        await pipeline(createReadStream(path), createWriteStream(large, { flags: 'a' }))
      rows.push(...(await benchFile(place, large, times * lines)))
      rmSync(large)
    }
    return rows
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function writeBoth(place) {
  const plain = join(place, 'pages.jsonl')
  const lines = await writePages(plain)
  const zipped = `${plain}.gz`
  await pipeline(createReadStream(plain), createGzip(), createWriteStream(zipped))
  return { plain, zipped, lines }
}

async function benchFile(place, path, lines) {
  const { jsonlReader } = await bundled('src/node/readers/jsonl-reader.ts', 'jsonl-reader')
  const reader = jsonlReader(null)
  const settings = { columns: {}, cacheFolder: join(place, 'cache') }
  const name = path.endsWith('.gz') ? '.jsonl.gz' : '.jsonl'
  const rows = []
  const bare = await timed(() => countLines(path))
  const parsing = await timed(() => countLines(path, (line) => JSON.parse(line.toString())))
  const before = process.memoryUsage().rss
  const { records, time, peak } = await index(reader, path, settings)
  if (records.length !== lines || bare.value !== lines)
    throw new Error(`${records.length} of ${lines} records`)
  rows.push(row(`index of ${name} (bare: split into lines)`, lines, [time], [bare.time]))
  rows.push(row(`index of ${name} (bare: split and parse)`, lines, [time], [parsing.time]))
  console.log(
    `${name} of ${Math.round(statSync(path).size / 1024 / 1024)} MB: ${Math.round((peak - before) / 1024 / 1024)} MB of memory more while it was indexed, with its list of ${lines} records`,
  )
  for (const [which, record] of [
    ['first', records[0]],
    ['middle', records[lines >> 1]],
    ['last', records[lines - 1]],
  ])
    rows.push(
      row(
        `open ${name}, ${which} record (bare: all lines)`,
        lines,
        await timesOfReading(reader, path, settings, record),
        [bare.time],
      ),
    )
  return rows
}

/** What a source file of Winnow's exports, bundled as the build does it. */
export async function bundled(entry, name) {
  const folder = 'node_modules/.cache/bench'
  mkdirSync(folder, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return import(pathToFileURL(join(folder, `${name}.mjs`)).href)
}

/** Writes records of some 5 kB with texts that repeat words as pages do; returns how many. */
async function writePages(path) {
  const words =
    'con thuyền trôi trên sông the quick brown fox chợ nổi 日本語 и русский текст related more read'.split(
      ' ',
    )
  const file = createWriteStream(path)
  let seed = 1
  const random = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >> 12) % below
  }
  let lines = 0
  for (let size = 0; size < contentSize; lines++) {
    const text = Array.from({ length: 300 + random(900) }, (_, n) => {
      const word = random(9) === 0 ? random(100_000).toString(36) : words[random(words.length)]
      return n % 12 === 11 ? `${word}\n` : `${word} `
    }).join('')
    const line = `${JSON.stringify({ url: `https://site-${lines % 50}.example/${lines}`, text, meta: { lang: 'vi' } })}\n`
    size += Buffer.byteLength(line)
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return lines
}

export async function timed(work) {
  const began = performance.now()
  const value = await work()
  return { value, time: performance.now() - began }
}

async function countLines(path, look = () => undefined) {
  const file = createReadStream(path, { highWaterMark: 65_536 })
  let lines = 0
  let rest = Buffer.alloc(0)
  for await (const chunk of path.endsWith('.gz') ? file.pipe(createGunzip()) : file) {
    const bytes = Buffer.concat([rest, chunk])
    let from = 0
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
      look(bytes.subarray(from, at))
      from = at + 1
      lines++
    }
    rest = bytes.subarray(from)
  }
  return lines
}

export async function index(reader, path, settings) {
  const file = { path, id: 'pages', bytes: statSync(path).size }
  const began = performance.now()
  const records = []
  let peak = 0
  for await (const batch of reader.index(file, settings, new AbortController().signal)) {
    records.push(...batch.records)
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  return { records, time: performance.now() - began, peak }
}

export async function timesOfReading(reader, path, settings, record) {
  const file = { path, id: 'pages', bytes: statSync(path).size }
  const times = []
  for (let n = 0; n < reads; n++) {
    const { time } = await timed(async () => {
      const source = await reader.open(file, settings)
      await source.read(record)
      await source.close()
    })
    times.push(time)
  }
  return times
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  console.table(await (process.argv.includes('--large') ? benchLargeReaders() : benchReaders()))

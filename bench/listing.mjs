import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from './client.mjs'
import { bundled } from './readers.mjs'
import { makeRecords } from './records.mjs'
import { startHost } from './winnow-host.mjs'

const files = Number(process.env.FILES ?? 100_000)
const records = Number(process.env.RECORDS ?? 1_000_000)
const perFolder = 1000

/** Folders of a thousand files of 8 KB, as crawls leave them. */
function makeFiles(folder) {
  const filler = 'the river ran high past the old mill and on '.repeat(182)
  for (let n = 0; n < files; n++) {
    const into = join(folder, `site-${Math.floor(n / perFolder)}.example`)
    if (n % perFolder === 0) mkdirSync(into, { recursive: true })
    writeFileSync(join(into, `page-${n}.txt`), `Page ${n}\n${filler}`)
  }
}

/** What anyone has to do at least to list a folder: read its folders and ask for each file's size. */
async function bareList(root) {
  let found = 0
  const look = async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true })
    for (const entry of entries) if (entry.isDirectory()) await look(join(folder, entry.name))
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name))
    for (let at = 0; at < paths.length; at += 64)
      for (const { size } of await Promise.all(paths.slice(at, at + 64).map((path) => stat(path))))
        if (size >= 0) found++
  }
  await look(root)
  return found
}

/** What anyone has to do at least to know what is in it: read and hash each file. */
function bareHash(root, names) {
  for (const name of names)
    createHash('sha256')
      .update(readFileSync(join(root, name)))
      .digest('hex')
}

/** How many files are enough to see how long the language of one takes. */
const telling = 2000

/**
 * What Winnow's pass in the background takes: reading and hashing files whose languages are known, and finding out the
 * language of one; in milliseconds of processor time.
 */
async function backgroundPass(folder, names) {
  const { readTexts } = await bundled('src/node/listing/read-texts.ts', 'read-texts')
  const settings = { columns: {}, cacheFolder: null }
  const listed = await Promise.all(
    names.map(async (id) => {
      const { size, mtimeMs } = await stat(join(folder, id))
      return { id, version: `${size}-${mtimeMs}`, reader: 'text' }
    }),
  )
  let read = 0
  const pass = (language, files) =>
    processorTime(() =>
      readTexts(
        folder,
        files.map((file) => ({ ...file, language })),
        settings,
        new AbortController().signal,
        (texts) => {
          read += texts.length
        },
      ),
    )
  const some = listed.slice(0, telling)
  const hashing = await pass('en', listed)
  const ofSome = await pass('en', some)
  const withLanguage = await pass('', some)
  if (read !== listed.length + 2 * some.length) throw new Error(`${read} files were read`)
  return { hashing, language: (withLanguage - ofSome) / some.length }
}

/** As {@link timed}, of the processor alone: other programs do not count. */
async function processorTime(work) {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return Math.round((user + system) / 1000)
}

async function timed(work) {
  const start = performance.now()
  await work()
  return Math.round(performance.now() - start)
}

/** Opens `folder` in a Winnow of its own: milliseconds until a list is there and until it is whole, and memory. */
async function open(folder, home) {
  const host = await startHost(folder, home)
  const { call, listen } = await connect(host.url)
  let complete
  const whole = new Promise((resolve) => {
    complete = resolve
  })
  const end = await listen('listing', ({ state }) => {
    if (state.phase === 'complete') complete()
  })
  const { given } = await call('home', {})
  const start = performance.now()
  const { listing } = await call('openCorpus', { folder: given[0].id })
  const usable = Math.round(performance.now() - start)
  const first =
    listing.change.files.ids.length +
    listing.change.records.reduce((sum, { rows }) => sum + rows.numbers.length, 0)
  if (listing.state.phase !== 'complete') await whole
  const all = Math.round(performance.now() - start)
  const memory = () =>
    Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${host.pid}/status`, 'utf8'))?.[1]) / 1024)
  const peak = Math.round(
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${host.pid}/status`, 'utf8'))?.[1]) / 1024,
  )
  const rss = memory()
  end()
  await host.end()
  return { usable, first, all, rss, peak }
}

/** Prints how long it takes until documents are listed, in many files and in many records, beside bare references. */
export async function benchListing() {
  const place = mkdtempSync(join(tmpdir(), 'winnow-listing-'))
  try {
    const folder = join(place, 'files')
    makeFiles(folder)
    const names = []
    for (let n = 0; n < files; n++) names.push(`site-${Math.floor(n / perFolder)}.example/page-${n}.txt`)
    await bareList(folder)
    const bare = await timed(() => bareList(folder))
    let hashCpu
    const hash = await timed(async () => {
      hashCpu = await processorTime(() => bareHash(folder, names))
    })
    const background = await backgroundPass(folder, names)
    const home = join(place, 'home')
    const cold = await open(folder, home)
    const again = await open(folder, home)
    const ratio = (a, b) => (a / b).toFixed(2)
    console.log(`${files} files: bare readdir + stat ${bare} ms, bare read + hash ${hash} ms`)
    console.log(
      `  first opening: list with ${cold.first} after ${cold.usable} ms (${ratio(cold.usable, bare)}× listing), whole after ${cold.all} ms (${ratio(cold.all, bare)}× listing, ${ratio(cold.all, bare + hash)}× listing and hashing), ${cold.rss} MB`,
    )
    console.log(
      `  second opening: list with ${again.first} after ${again.usable} ms, checked after ${again.all} ms`,
    )
    console.log(
      `  in the background, in processor time: read and hashed in ${background.hashing} ms (${ratio(background.hashing, hashCpu)}× bare, ${hashCpu} ms), ${background.language.toFixed(2)} ms more a file for its language`,
    )
    rmSync(folder, { recursive: true })
    const crawl = join(place, 'records')
    makeRecords(crawl, records)
    const indexed = await open(crawl, home)
    const reopened = await open(crawl, home)
    console.log(
      `${records} records: list with ${indexed.first} after ${indexed.usable} ms, whole after ${indexed.all} ms, ${indexed.rss} MB (peak ${indexed.peak})`,
    )
    console.log(
      `  second opening: list with ${reopened.first} after ${reopened.usable} ms, ${reopened.rss} MB (peak ${reopened.peak})`,
    )
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchListing()

import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from '../scripts/find-chromium.mjs'
import { connect } from './client.mjs'
import { row } from './figures.mjs'
import { watchKeys } from './in-page.mjs'
import { keyTimes } from './screen.mjs'
import { startHost } from './winnow-host.mjs'

const documents = 10_000
const searches = 5
const sample = fileURLToPath(new URL('../resources/sample/songque.example', import.meta.url))

/** Search over a corpus of 10,000 pages against a bare scan of it, and keys while it is searched. */
export async function benchSearch() {
  const place = mkdtempSync(join(tmpdir(), 'winnow-bench-search-'))
  const folder = join(place, 'corpus')
  const files = makePages(folder)
  const host = await startHost(folder, join(place, 'home'))
  try {
    const { call, listen } = await connect(host.url)
    const { given } = await call('home', {})
    const corpus = given[0].id
    await call('openCorpus', { folder: corpus })
    const search = (text, job) => call('searchCorpus', { corpus, query: query(text), job })
    // What is read for the first time comes from the disk, for whichever is measured first.
    bareScan(files, 'warm-up')

    const first = []
    const whole = []
    const bare = []
    for (let n = 0; n < searches; n++) {
      first.push(await firstFind(listen, (job) => search('cho noi', job)))
      const began = performance.now()
      await search('khong co o dau ca', randomUUID())
      whole.push(performance.now() - began)
      bare.push(bareScan(files, 'không có ở đâu cả'))
    }
    const keys = await keysMeanwhile(host.url, () => search('khong co o dau ca', randomUUID()))
    return [
      row('first finds of a search on the client (bare: whole scan)', documents, first, bare),
      row('search over all, nothing found', documents, whole, bare),
      row('label key to next paint during searches (bare: without)', documents, keys.during, keys.without),
    ]
  } finally {
    await host.end()
    rmSync(place, { recursive: true, force: true })
  }
}

const query = (text) => ({ text, matchCase: false, matchDiacritics: false, regex: false })

/** Writes the pages of the sample over and over, each time with another first line; returns their paths. */
function makePages(folder) {
  const pages = readdirSync(sample).map((name) => readFileSync(join(sample, name), 'utf8'))
  return Array.from({ length: documents }, (_, n) => {
    const site = join(folder, `site ${Math.floor(n / 500)}`)
    if (n % 500 === 0) mkdirSync(site, { recursive: true })
    const path = join(site, `${n}.txt`)
    writeFileSync(path, `Trang ${n}\n${pages[n % pages.length]}`)
    return path
  })
}

/** The least that a search can do, in ms: read each file and look for the very text. */
function bareScan(files, text) {
  const began = performance.now()
  for (const path of files) if (readFileSync(path, 'utf8').includes(text)) throw new Error(path)
  return performance.now() - began
}

/** From the call until a client has the first document, in ms; the rest of the search is awaited. */
async function firstFind(listen, search) {
  const job = randomUUID()
  let found
  const firstFound = new Promise((resolve) => {
    found = resolve
  })
  const end = await listen('search-found', (payload) => {
    if (payload.job === job && payload.found.length > 0) found(performance.now())
  })
  const began = performance.now()
  const searching = search(job)
  const time = (await firstFound) - began
  await searching
  end()
  return time
}

async function keysMeanwhile(url, search) {
  const browser = await chromium.launch({
    executablePath: findChromium()?.path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    await page.goto(url)
    await page.getByRole('listbox', { name: 'Segments' }).waitFor()
    await page.evaluate(watchKeys)
    const { times: without } = await keyTimes(page, 'b', 'c')
    let over = false
    const searching = (async () => {
      while (!over) await search()
    })()
    const { times: during } = await keyTimes(page, 'b', 'c')
    over = true
    await searching
    return { without, during }
  } finally {
    await browser.close()
  }
}

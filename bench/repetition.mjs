import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from './client.mjs'
import { row } from './figures.mjs'
import { startHost } from './winnow-host.mjs'

const documents = 10_000
/** How many of them have the line that is labelled everywhere. */
const repeats = 2000
const runs = 3
const sample = fileURLToPath(new URL('../resources/sample/songque.example', import.meta.url))
const everywhere = 'A line that stands on two thousand of them'

/** The repetition index of 10,000 pages against a bare read and hash of them, and a label for all repeats of a line. */
export async function benchRepetition() {
  const place = mkdtempSync(join(tmpdir(), 'winnow-bench-repetition-'))
  const folder = join(place, 'corpus')
  const files = makePages(folder)
  try {
    bareIndex(files)
    const bare = []
    const index = []
    const again = []
    for (let n = 0; n < runs; n++) {
      bare.push(bareIndex(files))
      rmSync(join(folder, 'winnow'), { recursive: true, force: true })
      mkdirSync(join(folder, 'winnow'))
      const host = await startHost(folder, join(place, `home ${n}`))
      const { call, listen } = await connect(host.url)
      const corpus = (await call('home', {})).given[0].id
      index.push(await timeToReady(call, listen, corpus))
      again.push(await timeToReady(call, listen, corpus))
      await host.end()
    }
    const { preview, propagate, undo, bareSaves } = await propagation(folder, join(place, 'home'))
    return [
      row('repetition index (bare: read, cut, hash, count in a Map)', documents, index, bare),
      row('the same again, nothing changed', documents, again, bare),
      row('preview of a label for repeats (bare: write, fsync, rename each)', repeats, preview, bareSaves),
      row('label for repeats, durable', repeats, propagate, bareSaves),
      row('taken back, durable', repeats, undo, bareSaves),
    ]
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Writes the pages of the sample over and over, each with lines of its own; returns their paths. */
function makePages(folder) {
  const pages = readdirSync(sample).map((name) => readFileSync(join(sample, name), 'utf8'))
  return Array.from({ length: documents }, (_, n) => {
    const site = join(folder, `site ${Math.floor(n / 500)}`)
    if (n % 500 === 0) mkdirSync(site, { recursive: true })
    const path = join(site, `${n}.txt`)
    const own = Array.from({ length: 20 }, (_, line) => `Câu ${letters(n)} ${letters(line)} của trang này`)
    const common = n % (documents / repeats) === 0 ? `${everywhere}\n` : ''
    writeFileSync(path, `${own.join('\n')}\n${common}${pages[n % pages.length]}`)
    return path
  })
}

const letters = (n) => Array.from(String(n), (digit) => 'abcdefghij'[digit]).join('')

/** The least that counting can do, in ms: read each file, hash each line of it, count the hashes. */
function bareIndex(files) {
  const began = performance.now()
  const counts = new Map()
  for (const path of files)
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      let hash = 0
      for (let at = 0; at < line.length; at++) hash = (Math.imul(hash, 31) + line.charCodeAt(at)) | 0
      counts.set(hash, (counts.get(hash) ?? 0) + 1)
    }
  if (counts.size < documents) throw new Error('there are more lines')
  return performance.now() - began
}

/** From the call that opens the corpus until all lines are counted, in ms. */
async function timeToReady(call, listen, corpus) {
  let ready
  const counted = new Promise((resolve) => {
    ready = resolve
  })
  const end = await listen('repetition-progress', (payload) => {
    if (payload.ready) ready(performance.now())
  })
  const began = performance.now()
  await call('openCorpus', { folder: corpus })
  const time = (await counted) - began
  end()
  return time
}

async function propagation(folder, home) {
  const host = await startHost(folder, home)
  const { call, listen } = await connect(host.url)
  const corpus = (await call('home', {})).given[0].id
  await timeToReady(call, listen, corpus)
  const asked = () => ({
    corpus,
    lines: [{ text: everywhere, label: 'boilerplate' }],
    scope: 'corpus',
    from: null,
    job: randomUUID(),
  })
  const times = { preview: [], propagate: [], undo: [], bareSaves: [] }
  const timed = async (name, work) => {
    const began = performance.now()
    const reply = await work()
    times[name].push(performance.now() - began)
    if (reply.segments !== repeats) throw new Error(`${name} did ${JSON.stringify(reply)}`)
    return reply
  }
  for (let n = 0; n < runs; n++) {
    await timed('preview', () => call('previewPropagation', asked()))
    const { step } = await timed('propagate', () => call('propagate', { ...asked(), overwrite: false }))
    await timed('undo', () => call('undoPropagation', { corpus, step, job: randomUUID() }))
    times.bareSaves.push(bareSaves(join(folder, 'winnow', 'labels')))
  }
  await host.end()
  return times
}

/** The least that saving them one after the other can do, in ms: write, fsync, rename of the same bytes. */
function bareSaves(labels) {
  const files = readdirSync(labels, { recursive: true }).filter((name) => name.endsWith('.json'))
  const contents = files.map((name) => readFileSync(join(labels, name)))
  const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-saves-'))
  const began = performance.now()
  for (const [n, bytes] of contents.entries()) {
    const file = openSync(join(folder, 'tmp'), 'w')
    writeSync(file, bytes)
    fsyncSync(file)
    closeSync(file)
    renameSync(join(folder, 'tmp'), join(folder, `${n}.json`))
  }
  const time = performance.now() - began
  rmSync(folder, { recursive: true })
  return time
}

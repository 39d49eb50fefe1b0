import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from './client.mjs'
import { documentName, sizes } from './corpus.mjs'
import { row } from './figures.mjs'

const saves = 15

/** A label until it is durable, through the web host, against a bare write + fsync + rename of the same bytes. */
export async function benchSave(url, folder) {
  const { call } = await connect(url)
  const { given } = await call('home', {})
  const corpus = given[0].id
  await call('openCorpus', { folder: corpus })
  const rows = []
  for (const lines of sizes) {
    const document = documentName(lines)
    const { bounds, marks } = await call('openDocument', { corpus, document })
    const [start, end] = bounds.slice(-2)
    let before = marks.at(-1).mark
    const winnow = []
    for (let n = 0; n < saves; n++) {
      const after = { label: n % 2 === 0 ? 'caption' : 'body', by: 'human' }
      const edits = [{ kind: 'label', runs: [{ start, end, count: 1, before, after }] }]
      const began = performance.now()
      await call('applyEdits', { corpus, document, edits, client: 'bench' })
      winnow.push(performance.now() - began)
      before = after
    }
    const labels = join(folder, 'winnow', 'labels')
    const bytes = readFileSync(join(labels, readdirSync(labels)[0], `${document}.json`))
    const bare = Array.from({ length: saves }, () => bareSave(folder, bytes))
    rows.push(row(`save until durable (${(bytes.length / 1e6).toFixed(2)} MB)`, lines, winnow, bare))
  }
  return rows
}

function bareSave(folder, bytes) {
  const began = performance.now()
  const temporary = join(folder, 'bare.tmp')
  const file = openSync(temporary, 'w')
  writeSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
  renameSync(temporary, join(folder, 'bare.json'))
  return performance.now() - began
}

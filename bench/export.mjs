import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { row } from './figures.mjs'
import { bundled, timed } from './readers.mjs'

const documents = 20_000
const segmentsEach = 50
const segments = documents * segmentsEach
const label = (name, keep) => ({ name, keep, colour: 'stone', key: null, description: '' })
const labels = [label('body', true), label('boilerplate', false)]
const options = { separator: 'line', parquetRows: 'documents', parquetSplit: 'column' }
const context = {
  corpus: 'bench',
  labels,
  unit: 'codepoint',
  options,
  annotator: 'ann',
  split: null,
  home: '',
}

/** The export of 1,000,000 segments, all verified and read back, against merely serialising and writing the same rows. */
export async function benchExport() {
  const { exportDataset } = await bundled('src/node/export/export-dataset.ts', 'export-dataset')
  const { datasetKind } = await bundled('src/node/export/dataset-kinds.ts', 'dataset-kinds')
  const tables = await bundled('src/node/export/open-parquet.ts', 'open-parquet')
  const schemas = await bundled('src/node/export/parquet/parquet-schema.ts', 'parquet-schema')
  const place = mkdtempSync(join(tmpdir(), 'winnow-bench-export-'))
  const all = Array.from({ length: documents }, (_, number) => documentOf(number))
  const rows = []
  try {
    for (const [format, bare] of [
      ['jsonl', writeJsonl],
      ['parquet', writeParquet({ ...tables, ...schemas })],
    ]) {
      const times = { winnow: [], bare: [] }
      let early = 0
      let peak = 0
      for (let run = 0; run < 3; run++) {
        const path = (name) => join(place, `${name}-${run}.${format}`)
        times.bare.push((await timed(() => bare(path('bare'), all))).time)
        const work = () =>
          exportDataset({
            target: { path: path('winnow'), overwrite: false },
            kind: datasetKind(format),
            documents: sourceOf(all),
            context,
            manifest: { options },
            signal: new AbortController().signal,
            onProgress: (done, total) => {
              const { rss } = process.memoryUsage()
              if (done <= total / 10) early = Math.max(early, rss)
              peak = Math.max(peak, rss)
            },
          })
        const { value, time } = await timed(work)
        if (value.counts.segments !== segments) throw new Error(`${value.counts.segments} segments`)
        times.winnow.push(time)
      }
      rows.push(row(`export of ${format} (bare: serialise and write)`, segments, times.winnow, times.bare))
      console.log(
        `${format}: ${Math.round((peak - early) / 1024 / 1024)} MB of memory more in the whole export than in its first tenth`,
      )
    }
    return rows
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function documentOf(number) {
  const lines = Array.from(
    { length: segmentsEach },
    (_, line) => `Dòng ${line} của trang ${number} 🏮 con thuyền trôi trên sông the quick brown fox`,
  )
  let at = 0
  const runs = lines.map((line, index) => {
    const start = at
    at += line.length + 1
    return { start, end: at - 1, label: index % 3 === 0 ? 'boilerplate' : 'body', by: 'human' }
  })
  return {
    id: `site-${number % 100}/${number}.txt`,
    text: lines.join('\n'),
    annotator: 'ann',
    status: 'done',
    note: '',
    sha256: 'a'.repeat(64),
    encoding: 'utf-8',
    url: null,
    site: `site-${number % 100}`,
    language: 'vi',
    date: null,
    metadata: {},
    html: null,
    split: null,
    segments: runs,
  }
}

const sourceOf = (all) => ({
  count: all.length,
  async *read() {
    for (const dataset of all) yield { document: dataset.id, dataset }
  },
})

/** With offsets counted already, as whoever merely writes rows would have them. */
async function writeJsonl(path, all) {
  const file = await open(path, 'w')
  let chunk = []
  const flush = async () => {
    await file.appendFile(chunk.join(''))
    chunk = []
  }
  for (const { html, ...document } of all) {
    const rows = document.segments.map((one) => ({ ...one, text: document.text.slice(one.start, one.end) }))
    chunk.push(`${JSON.stringify({ ...document, offsets: 'utf16', segments: rows })}\n`)
    if (chunk.length === 200) await flush()
  }
  await flush()
  await file.sync()
  await file.close()
}

const writeParquet =
  ({ tableColumns, tableRows, parquetSchema }) =>
  async (path, all) => {
    const columns = tableColumns(context, false)
    const bytes = new ByteWriter()
    const parquet = new ParquetWriter({ writer: bytes, schema: parquetSchema(columns) })
    const file = await open(path, 'w')
    const flush = async () => {
      await file.appendFile(bytes.getBytes().slice())
      bytes.index = 0
    }
    for (let at = 0; at < all.length; at += 500) {
      const group = all.slice(at, at + 500).flatMap((document) => tableRows(document, context))
      const columnData = columns.map(({ name }) => ({ name, data: group.map((one) => one[name]) }))
      await parquet.write({ columnData, rowGroupSize: group.length })
      await flush()
    }
    await parquet.finish()
    await flush()
    await file.sync()
    await file.close()
  }

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await benchExport())

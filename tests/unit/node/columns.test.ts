import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ColumnValues } from '../../../src/core/columns/column-values.ts'
import type { AskedColumn } from '../../../src/core/contract-columns.ts'
import { DocumentTable } from '../../../src/core/listing/document-table.ts'
import { builtWorker } from './built-worker.ts'
import { duckdb, quoted } from './readers/duckdb.ts'
import { converted, warcFile } from './readers/warc-file.ts'
import { type StartedWinnow, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const indexProgram = builtWorker('listing/index-worker.ts')

const repetitionProgram = builtWorker('repetition/repetition-worker.ts')

const ofRecords = (path: string): AskedColumn => ({ kind: 'record', path })

const jsonl = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('')

/** Reads a column, and says what each document has in it. */
async function read({ winnow, id, events, corpus }: StartedWinnow, column: AskedColumn) {
  const job = JSON.stringify(column)
  const { unread, cells: count } = await winnow.service.readColumn({ corpus: id, column, job })
  const values = new ColumnValues()
  let behind = 0
  for (const event of events)
    if (event.name === 'column-cells' && event.payload.job === job) {
      const { rows, done, total } = event.payload
      for (const some of rows) values.add(some)
      expect(done).toBeGreaterThanOrEqual(behind)
      expect(done).toBeLessThanOrEqual(total)
      behind = done
    }
  expect(values.size).toBe(count)
  const changes = events.flatMap(({ name, payload }) => (name === 'listing' ? [payload.change] : []))
  const table = changes.reduce(
    (before, change) => before.with(change),
    DocumentTable.empty.with(corpus.listing.change),
  )
  const cells = Object.fromEntries(
    [...table.ids()].map((document, index) => {
      const { file, row } = table.placeAt(index)
      return [document, values.at(file, row)]
    }),
  )
  return { cells, unread, missing: values.missing(table.files.filter(({ records }) => records)) }
}

test('a column is read from dumps of every kind that has columns, in a thread', async () => {
  const folder = temporaryFolder()
  putFiles(folder, {
    'a.jsonl': `${jsonl([{ text: 'One', meta: { score: 0.5 } }])}{broken\n${jsonl([{ text: 'Two', meta: { score: 'high' } }, { text: 'Three' }])}`,
    'b.jsonl.gz': gzipSync(jsonl([{ text: 'Four', meta: { score: true } }])),
    'c.csv': 'text,meta.score,html\n"Five, or so",0.25,no\n',
    'd.warc.gz': warcFile([{ type: 'warcinfo', block: 'x' }, converted('Six')], true),
    'e.txt': 'Seven',
  })
  await duckdb(
    `copy (select 'Eight' as text, {score: 3} as meta union all select 'Nine', {score: null}) to ${quoted(join(folder, 'f.parquet'))} (format parquet)`,
  )
  const started = await startWinnow(folder, { indexProgram })
  const { columns } = await started.winnow.service.listColumns({ corpus: started.id })
  expect(columns).toEqual(expect.arrayContaining(['meta.score', 'html', 'WARC-Date']))
  expect(columns).not.toContain('text')
  const score = await read(started, ofRecords('meta.score'))
  expect(score).toEqual({
    unread: 0,
    missing: 0,
    cells: {
      'a.jsonl/1': 0.5,
      'a.jsonl/3': 'high',
      'a.jsonl/4': null,
      'b.jsonl.gz/1': 'true',
      'c.csv/1': 0.25,
      'd.warc.gz/2': null,
      'e.txt': null,
      'f.parquet/1': 3,
      'f.parquet/2': null,
    },
  })
  expect((await read(started, ofRecords('WARC-Date'))).cells['d.warc.gz/2']).toBe('2026-01-08T15:59:00Z')
})

test('a dump that changed since it was listed is told as unread, and the others are read', async () => {
  const folder = temporaryFolder({
    'a.jsonl': jsonl([{ text: 'One', n: 1 }]),
    'b.jsonl': jsonl([{ text: 'Two', n: 2 }]),
  })
  const started = await startWinnow(folder, { host: 'cli' })
  appendFileSync(join(folder, 'a.jsonl'), jsonl([{ text: 'More', n: 3 }]))
  const { unread, cells, missing } = await read(started, ofRecords('n'))
  expect({ unread, cells, missing }).toEqual({
    unread: 1,
    cells: { 'a.jsonl/1': null, 'b.jsonl/1': 2 },
    missing: 1,
  })
})

test('a reading that is stopped says so', async () => {
  const records = Array.from({ length: 60_000 }, (_, n) => ({ text: `Page ${n}`, n }))
  const { winnow, id, event } = await startWinnow(temporaryFolder({ 'a.jsonl': jsonl(records) }), {
    indexProgram,
  })
  const reading = winnow.service.readColumn({
    corpus: id,
    column: { kind: 'record', path: 'n' },
    job: 'long',
  })
  await Promise.all([
    expect(reading).rejects.toMatchObject({ code: 'cancelled' }),
    event(({ name }) => name === 'column-cells').then(() => winnow.service.cancelJob({ job: 'long' })),
  ])
})

test('how many of its lines each document shares with others is read once all are counted', async () => {
  const folder = temporaryFolder({
    'a.txt': 'Menu\nOnly here\nAnd here\nFooter',
    'b.jsonl': jsonl([{ text: 'Menu\nFooter' }, { text: 'Alone' }, { text: '' }]),
  })
  const { cells, unread } = await read(await startWinnow(folder, { repetitionProgram }), { kind: 'repeated' })
  expect({ cells, unread }).toEqual({
    unread: 0,
    cells: { 'a.txt': 50, 'b.jsonl/1': 100, 'b.jsonl/2': 0, 'b.jsonl/3': null },
  })
})

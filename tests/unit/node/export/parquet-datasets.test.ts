import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import type { DatasetDocument, SplitName } from '../../../../src/core/datasets/dataset-document.ts'
import { type ExportOptions, exportOptionsSchema } from '../../../../src/core/datasets/export-options.ts'
import {
  readSplitShares,
  type SplitOptions,
  splitOptionsSchema,
} from '../../../../src/core/splits/split-options.ts'
import { ExportFiles } from '../../../../src/node/export/export-files.ts'
import type { ExportWriter, WriterContext } from '../../../../src/node/export/export-writer.ts'
import { HuggingFaceWriter } from '../../../../src/node/export/hugging-face-writer.ts'
import { isPartitioned, ParquetTableWriter } from '../../../../src/node/export/parquet-writer.ts'
import { quoted } from '../readers/duckdb.ts'
import { putFiles, temporaryFolder } from '../temporary-folder.ts'

const connection = DuckDBInstance.create().then((instance) => instance.connect())

async function query(sql: string): Promise<unknown[]> {
  return (await (await connection).runAndReadAll(sql)).getRowObjectsJson()
}

const splits: SplitOptions = splitOptionsSchema.parse({ shares: readSplitShares('80/10/10'), seed: 7 })

const context = (options: Partial<ExportOptions>, split: SplitOptions | null, home = ''): WriterContext => ({
  corpus: 'Harbour',
  labels: [{ name: 'body', keep: true, colour: 'green', key: 'b', description: 'The text.' }],
  unit: 'codepoint',
  options: { ...exportOptionsSchema.parse({}), ...options },
  annotator: 'ann',
  split,
  home,
})

const document = (number: number, split: SplitName | null): DatasetDocument => {
  const text = `😀 page ${number}\nmenu`
  return {
    id: `${number}.txt`,
    text,
    annotator: 'ann',
    status: 'done',
    note: '',
    sha256: 'ab',
    encoding: 'utf-8',
    url: null,
    site: 'a.org',
    language: 'en',
    date: null,
    metadata: {},
    html: null,
    split,
    segments: [
      { start: 0, end: text.length - 5, label: 'body', by: 'human' },
      { start: text.length - 4, end: text.length, label: null, by: null },
    ],
  }
}

const names: readonly SplitName[] = ['train', 'test', 'train', 'validation', 'train']

/** Writes documents of which every fifth is for validation or test each, and returns where they are. */
async function written(
  { options, split }: WriterContext,
  writerOf: (files: ExportFiles) => ExportWriter,
  documents: number,
  layout: 'file' | 'folder',
): Promise<string> {
  const path = join(temporaryFolder(), 'dataset.parquet')
  const files = new ExportFiles({ path, overwrite: false }, layout)
  await files.begin()
  const writer = writerOf(files)
  for (let number = 0; number < documents; number++)
    await writer.add(document(number, split ? (names[number % names.length] ?? null) : null))
  await writer.end({
    counts: { documents, segments: 0, unlabelled: 0, labels: new Map() },
    splits: {},
    report: null,
  })
  await files.verify(new AbortController().signal)
  await files.publish()
  expect(options).toBeDefined()
  return path
}

const table = (
  options: Partial<ExportOptions>,
  split: SplitOptions | null,
  documents = 10,
): Promise<string> => {
  const known = context(options, split)
  return written(
    known,
    (files) => new ParquetTableWriter(files, known),
    documents,
    isPartitioned(known) ? 'folder' : 'file',
  )
}

test('a table of documents has a column for the split where there is one', async () => {
  const path = await table({}, splits)
  expect(
    await query(
      `SELECT split, count(*)::INT AS documents, sum(len(segments))::INT AS segments, any_value(segments[1].text) AS first FROM ${quoted(path)} WHERE id < '5' GROUP BY split ORDER BY split`,
    ),
  ).toEqual([
    { split: 'test', documents: 1, segments: 2, first: '😀 page 1' },
    { split: 'train', documents: 3, segments: 6, first: '😀 page 0' },
    { split: 'validation', documents: 1, segments: 2, first: '😀 page 3' },
  ])
  const columns = await query(
    `SELECT column_name FROM (DESCRIBE SELECT * FROM ${quoted(await table({}, null))})`,
  )
  expect(JSON.stringify(columns)).not.toContain('split')
})

test('a table of segments says of which document each is, and slices', async () => {
  const path = await table({ parquetRows: 'segments' }, null)
  expect(
    await query(`SELECT document, number, "start", "end", text, label FROM ${quoted(path)} LIMIT 2`),
  ).toEqual([
    { document: '0.txt', number: 1, start: 0, end: 8, text: '😀 page 0', label: 'body' },
    { document: '0.txt', number: 2, start: 9, end: 13, text: 'menu', label: null },
  ])
})

test('partition folders give the column back', async () => {
  const path = await table({ parquetSplit: 'folders' }, splits)
  expect(existsSync(join(path, 'split=validation', 'part-00000.parquet'))).toBe(true)
  const rows = `read_parquet(${quoted(`${path}/*/*.parquet`)}, hive_partitioning = true)`
  expect(await query(`SELECT id, split FROM ${rows} WHERE id < '4' ORDER BY id`)).toEqual([
    { id: '0.txt', split: 'train' },
    { id: '1.txt', split: 'test' },
    { id: '2.txt', split: 'train' },
    { id: '3.txt', split: 'validation' },
  ])
})

test('a table without documents is a table', async () => {
  expect(await query(`SELECT count(*)::INT AS rows FROM ${quoted(await table({}, null, 0))}`)).toEqual([
    { rows: 0 },
  ])
})

test('a Hugging Face folder has shards that say how many they are, and a card with the guidelines', async () => {
  const home = temporaryFolder()
  putFiles(home, { 'guidelines.md': '# Captions\nare captions.' })
  const known = context({}, splits, home)
  // A document fills no row group, so that a shard is full with the first one only where none is waited for.
  const path = await written(known, (files) => new HuggingFaceWriter(files, known, 0), 5, 'folder')
  for (const [split, count] of [
    ['train', 3],
    ['validation', 1],
    ['test', 1],
  ] as const) {
    for (let shard = 0; shard < count; shard++)
      expect(existsSync(join(path, 'data', `${split}-0000${shard}-of-0000${count}.parquet`))).toBe(true)
    expect(
      await query(`SELECT count(*)::INT AS rows FROM ${quoted(`${path}/data/${split}-*.parquet`)}`),
    ).toEqual([{ rows: count }])
  }
  const card = readFileSync(join(path, 'README.md'), 'utf8')
  expect(card).toContain('  - name: train\n    num_examples: 3\n')
  expect(card).toContain('| `body` | 3 | 1 | 1 |\n| without a label | 3 | 1 | 1 |')
  expect(card).toContain('### Captions\nare captions.')
})

test('without a split all of a Hugging Face folder is for training', async () => {
  const known = context({ parquetRows: 'segments' }, null, temporaryFolder())
  const path = await written(known, (files) => new HuggingFaceWriter(files, known), 5, 'folder')
  expect(
    await query(`SELECT count(*)::INT AS rows FROM ${quoted(`${path}/data/train-00000-of-00001.parquet`)}`),
  ).toEqual([{ rows: 10 }])
  expect(readFileSync(join(path, 'README.md'), 'utf8')).toContain('    path: data/train-*\n')
})

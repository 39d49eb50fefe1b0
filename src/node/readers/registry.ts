import type { ReaderName } from '../../core/reader-name.ts'
import { csvReader } from './csv-reader.ts'
import { extensionOf } from './dump-name.ts'
import { convertHtml } from './html-conversion.ts'
import { htmlReader } from './html-reader.ts'
import { jsonlReader } from './jsonl-reader.ts'
import { parquetReader } from './parquet-reader.ts'
import type { DumpReader } from './reader.ts'
import { textReader } from './text-reader.ts'
import { warcReader } from './warc-reader.ts'

/** All readers. Each recognises only what no other does, but for plain text, which comes last. */
const readers: readonly DumpReader[] = [
  warcReader,
  parquetReader,
  htmlReader,
  jsonlReader(convertHtml),
  csvReader,
  textReader,
]

/** How much of a file `readerFor` is given, uncompressed, in bytes. */
export const headForReaders = 65_536

/** The reader for a file, by its first bytes (uncompressed) and then by its name; null if it is no dump. */
export const readerFor = (name: string, head: Uint8Array): DumpReader | null =>
  readers.find((reader) => reader.recognises(name, head)) ?? null

/** The reader with this name. */
export function readerNamed(name: ReaderName): DumpReader {
  const reader = readers.find((one) => one.name === name)
  if (!reader) throw new Error(`there is no reader for ${name}`)
  return reader
}

const byExtension: Readonly<Record<string, ReaderName>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  warc: 'warc',
  wet: 'warc',
  parquet: 'parquet',
  csv: 'csv',
  tsv: 'csv',
}

/** The name of the reader that a file's name tells of before anyone has looked into it; null if it tells of none. */
export function readerByName(name: string): ReaderName | null {
  const told = byExtension[extensionOf(name)]
  return readers.find((reader) => reader.name === told)?.name ?? null
}

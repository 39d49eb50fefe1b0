import { csvReader } from './csv-reader.ts'
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

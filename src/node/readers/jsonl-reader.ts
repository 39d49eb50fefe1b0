import type { ColumnChoice } from '../../core/columns/column-choice.ts'
import { guessColumns } from '../../core/columns/guess-columns.ts'
import type { Encoding } from '../../core/encoding.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { unreadableDump } from '../read-dump.ts'
import { type ByteLine, byteLines } from './byte-lines.ts'
import { columnPreview } from './column-preview.ts'
import { askedCell, columnFacts, columnRecord, mainColumn, usedColumns } from './column-record.ts'
import type { Content } from './content/content.ts'
import { openContent } from './content/open-content.ts'
import type { HtmlConversion } from './html-conversion.ts'
import { firstValues } from './jsonl-head.ts'
import { jsonlLine, longestJsonlLine } from './jsonl-lines.ts'
import { looksLikeJsonl } from './jsonl-recognition.ts'
import { indexOpened, previewOpened, sourceOpened } from './opened-dump.ts'
import type { DumpFile, DumpReader, IndexBatch, ReaderSettings, RecordFacts, RecordSource } from './reader.ts'
import { recordBatches } from './record-batches.ts'
import type { TroubleList } from './trouble-list.ts'

/** JSON lines: one record a line, numbered as the lines are; also `.gz` and `.zst`. */
export const jsonlReader = (convertHtml: HtmlConversion | null): DumpReader => ({
  name: 'jsonl',
  single: false,
  recognises: looksLikeJsonl,

  async *index(file, settings, signal, column) {
    const content = await openContent(file, settings.cacheFolder)
    yield* indexOpened(file, content, indexBatches(content, settings, signal, column))
  },

  async open(file, settings) {
    const content = await openContent(file, settings.cacheFolder)
    return sourceOpened(file, content, async () =>
      jsonlSource(file, content, await jsonlFormat(content, settings), convertHtml),
    )
  },

  async preview(file, settings) {
    return previewOpened(file, await openContent(file, null), async (content) => {
      const { encoding, columns, values } = await jsonlFormat(content, settings)
      return columnPreview(values, columns, encoding, convertHtml)
    })
  },
})

/** How a file is to be read. The same for its index and for each of its records, as both look at its first lines. */
interface JsonlFormat {
  readonly encoding: Encoding
  readonly columns: ColumnChoice
  /** Of the first lines. */
  readonly values: readonly unknown[]
}

async function jsonlFormat(content: Content, settings: ReaderSettings): Promise<JsonlFormat> {
  const encoding = settings.encoding ?? 'utf-8'
  const values = await firstValues(content, encoding)
  return { encoding, columns: usedColumns(settings.columns, guessColumns(values)), values }
}

async function* indexBatches(
  content: Content,
  settings: ReaderSettings,
  signal: AbortSignal,
  column: string | undefined,
): AsyncGenerator<IndexBatch> {
  const format = await jsonlFormat(content, settings)
  yield* recordBatches(byteLines(content.pieces(signal), longestJsonlLine), ({ lines }, troubles) =>
    lines.flatMap((line) => usableRecord(line, format, troubles, column)),
  )
}

function usableRecord(
  { number, position, length, bytes }: ByteLine,
  { encoding, columns }: JsonlFormat,
  troubles: TroubleList,
  column: string | undefined,
): RecordFacts[] {
  const line = jsonlLine(bytes, encoding)
  if (line.kind === 'blank') return []
  const main = line.kind === 'value' ? mainColumn(line.value, columns) : line.reason
  if (line.kind !== 'value' || typeof main === 'string') {
    troubles.add(say`line ${number}`, String(main))
    return []
  }
  return [
    {
      number,
      position,
      bytes: length,
      ...columnFacts(line.value, columns),
      ...askedCell(line.value, column),
    },
  ]
}

const jsonlSource = (
  file: DumpFile,
  content: Content,
  { encoding, columns }: JsonlFormat,
  convertHtml: HtmlConversion | null,
): RecordSource => ({
  async read({ number, position, bytes }) {
    const refused = (reason: string): WinnowError =>
      new WinnowError(
        'dump-unreadable',
        say`Line ${number} of ${file.path} cannot be read as a document: ${reason} The other documents are not affected.`,
      )
    let source: Uint8Array
    try {
      source = await content.read(position, Math.min(bytes, longestJsonlLine))
    } catch (error) {
      throw unreadableDump(file.path, error)
    }
    const line = jsonlLine(source, encoding)
    if (line.kind === 'blank')
      throw refused(say`The line is empty. The file has changed since it was listed.`)
    if (line.kind === 'unusable') throw refused(line.reason)
    const main = mainColumn(line.value, columns)
    if (typeof main === 'string') throw refused(main)
    return columnRecord(line.value, columns, main, { encoding, undecodable: line.undecodable, convertHtml })
  },
  close: () => content.close(),
})

import type { ColumnChoice } from '../../core/columns/column-choice.ts'
import { columnPaths, guessColumns } from '../../core/columns/guess-columns.ts'
import type { Encoding } from '../../core/encoding.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { unreadableDump } from '../read-dump.ts'
import { brokenTrouble } from './broken-trouble.ts'
import { type ByteLine, byteLines } from './byte-lines.ts'
import { askedCell, columnFacts, columnRecord, mainColumn, usedColumns } from './column-record.ts'
import { BrokenContent, type Content } from './content/content.ts'
import { openContent } from './content/open-content.ts'
import type { HtmlConversion } from './html-conversion.ts'
import { isAbort } from './is-abort.ts'
import { firstValues } from './jsonl-head.ts'
import { jsonlLine, longestJsonlLine } from './jsonl-lines.ts'
import { looksLikeJsonl } from './jsonl-recognition.ts'
import type {
  DumpFile,
  DumpReader,
  IndexBatch,
  ReaderSettings,
  ReadRecord,
  RecordFacts,
  RecordSource,
} from './reader.ts'
import { TroubleList } from './trouble-list.ts'

const previewed = 5

/** JSON lines: one record a line, numbered as the lines are; also `.gz` and `.zst`. */
export const jsonlReader = (convertHtml: HtmlConversion | null): DumpReader => ({
  name: 'jsonl',
  single: false,
  recognises: looksLikeJsonl,

  async *index(file, settings, signal, column) {
    const content = await openContent(file, settings.cacheFolder)
    try {
      yield* indexBatches(content, await jsonlFormat(content, settings), signal, column)
    } catch (error) {
      throw isAbort(error) ? error : unreadableDump(file.path, error)
    } finally {
      await content.close()
    }
  },

  async open(file, settings) {
    const content = await openContent(file, settings.cacheFolder)
    try {
      return jsonlSource(file, content, await jsonlFormat(content, settings), convertHtml)
    } catch (error) {
      await content.close()
      throw unreadableDump(file.path, error)
    }
  },

  async preview(file, settings) {
    const content = await openContent(file, null)
    try {
      const { encoding, columns, values } = await jsonlFormat(content, settings)
      const records = values.flatMap((value): ReadRecord[] => {
        const main = mainColumn(value, columns)
        return typeof main === 'string'
          ? []
          : [columnRecord(value, columns, main, { encoding, undecodable: 0, convertHtml })]
      })
      return {
        columns: columnPaths(values),
        guess: guessColumns(values),
        records: records.slice(0, previewed),
      }
    } catch (error) {
      throw unreadableDump(file.path, error)
    } finally {
      await content.close()
    }
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
  format: JsonlFormat,
  signal: AbortSignal,
  column: string | undefined,
): AsyncGenerator<IndexBatch> {
  const troubles = new TroubleList()
  let done = 0
  try {
    for await (const { lines, doneBytes } of byteLines(content.pieces(signal), longestJsonlLine)) {
      done = doneBytes
      const records = lines.flatMap((line) => usableRecord(line, format, troubles, column))
      yield { records, troubles: troubles.take(), doneBytes }
    }
    yield { records: [], troubles: troubles.rest(), doneBytes: done }
  } catch (error) {
    if (!(error instanceof BrokenContent)) throw error
    yield { records: [], troubles: [...troubles.rest(), brokenTrouble(error)], doneBytes: done }
  }
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
    troubles.add(`line ${number}`, String(main))
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
        `Line ${number} of ${file.path} cannot be read as a document: ${reason} The other documents are not affected.`,
      )
    let source: Uint8Array
    try {
      source = await content.read(position, Math.min(bytes, longestJsonlLine))
    } catch (error) {
      throw unreadableDump(file.path, error)
    }
    const line = jsonlLine(source, encoding)
    if (line.kind === 'blank') throw refused('The line is empty. The file has changed since it was listed.')
    if (line.kind === 'unusable') throw refused(line.reason)
    const main = mainColumn(line.value, columns)
    if (typeof main === 'string') throw refused(main)
    return columnRecord(line.value, columns, main, { encoding, undecodable: line.undecodable, convertHtml })
  },
  close: () => content.close(),
})

import { parse } from 'csv-parse/sync'
import { columnPaths, guessColumns } from '../../core/columns/guess-columns.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { unreadableDump } from '../read-dump.ts'
import { brokenTrouble } from './broken-trouble.ts'
import { askedCell, columnFacts, columnRecord, mainColumn } from './column-record.ts'
import { BrokenContent, type Content } from './content/content.ts'
import { openContent } from './content/open-content.ts'
import { type CsvFormat, csvFormat, lenient, recordOf } from './csv/csv-format.ts'
import { csvRows } from './csv/csv-rows.ts'
import type { FoundRow } from './csv/row-pass.ts'
import { longestRow } from './csv/row-pass.ts'
import { type DecodedText, decodeAs, decodeText } from './decode.ts'
import { extensionOf } from './dump-name.ts'
import { convertHtml } from './html-conversion.ts'
import { isAbort } from './is-abort.ts'
import type {
  DumpFile,
  DumpReader,
  IndexBatch,
  ReaderSettings,
  ReadRecord,
  RecordFacts,
  RecordSource,
} from './reader.ts'
import { looksLikeText } from './text-recognition.ts'
import { TroubleList } from './trouble-list.ts'

const previewed = 5

/** CSV and TSV: one record a row, numbered from 1 without the header. Told by name only, as any text could be one. */
export const csvReader: DumpReader = {
  name: 'csv',
  single: false,
  recognises: (name, head) => ['csv', 'tsv', 'tab'].includes(extensionOf(name)) && looksLikeText(head),

  async *index(file, settings, signal, column) {
    const content = await openContent(file, settings.cacheFolder)
    try {
      yield* indexBatches(content, await csvFormat(content, file, settings), signal, column)
    } catch (error) {
      throw isAbort(error) ? error : unreadableDump(file.path, error)
    } finally {
      await content.close()
    }
  },

  async open(file, settings) {
    const content = await openContent(file, settings.cacheFolder)
    try {
      return csvSource(file, content, await csvFormat(content, file, settings), settings)
    } catch (error) {
      await content.close()
      throw unreadableDump(file.path, error)
    }
  },

  async preview(file, settings) {
    const content = await openContent(file, null)
    try {
      const { samples, columns, encoding } = await csvFormat(content, file, settings)
      const records = samples.slice(0, previewed).flatMap((record): ReadRecord[] => {
        const main = mainColumn(record, columns)
        return typeof main === 'string'
          ? []
          : [columnRecord(record, columns, main, { encoding, undecodable: 0, convertHtml })]
      })
      return { columns: columnPaths(samples), guess: guessColumns(samples), records }
    } catch (error) {
      throw unreadableDump(file.path, error)
    } finally {
      await content.close()
    }
  },
}

async function* indexBatches(
  content: Content,
  format: CsvFormat,
  signal: AbortSignal,
  column: string | undefined,
): AsyncGenerator<IndexBatch> {
  const troubles = new TroubleList()
  let done = 0
  try {
    for await (const { rows, doneBytes } of csvRows(content, format, signal)) {
      done = doneBytes
      const records = rows.flatMap((row) => usableRecord(row, format, troubles, column))
      yield { records, troubles: troubles.take(), doneBytes }
    }
    yield { records: [], troubles: troubles.rest(), doneBytes: done }
  } catch (error) {
    if (!(error instanceof BrokenContent)) throw error
    yield { records: [], troubles: [...troubles.rest(), brokenTrouble(error)], doneBytes: done }
  }
}

function usableRecord(
  { number, position, bytes, cells }: FoundRow,
  { names, columns }: CsvFormat,
  troubles: TroubleList,
  column: string | undefined,
): RecordFacts[] {
  const record = typeof cells === 'string' ? null : recordOf(names, cells)
  const main = record ? mainColumn(record, columns) : cells
  if (record && typeof main !== 'string')
    return [{ number, position, bytes, ...columnFacts(record, columns), ...askedCell(record, column) }]
  troubles.add(`record ${number}`, String(main))
  return []
}

const csvSource = (
  file: DumpFile,
  content: Content,
  format: CsvFormat,
  { encoding: chosen }: ReaderSettings,
): RecordSource => ({
  async read({ number, position, bytes }) {
    const refused = (reason: string): WinnowError =>
      new WinnowError(
        'dump-unreadable',
        `Record ${number} of ${file.path} cannot be read as a document: ${reason} The other documents are not affected.`,
      )
    let source: Uint8Array
    try {
      source = await content.read(position, Math.min(bytes, longestRow))
    } catch (error) {
      throw unreadableDump(file.path, error)
    }
    const { text, encoding, undecodable } = decodedRow(source, position, format, chosen !== undefined)
    const [cells] = rowsIn(text, format)
    if (!cells || cells.length !== format.names.length)
      throw refused('It is not where it was. The file has changed since it was listed.')
    const record = recordOf(format.names, cells)
    const main = mainColumn(record, format.columns)
    if (typeof main === 'string') throw refused(main)
    return columnRecord(record, format.columns, main, { encoding, undecodable, convertHtml })
  },
  close: () => content.close(),
})

/** A row in the encoding of its file, or, where that cannot be and none was chosen, in the one that it looks like. */
function decodedRow(
  bytes: Uint8Array,
  position: number,
  { encoding, isWide }: CsvFormat,
  isChosen: boolean,
): DecodedText {
  const asFile = decodeAs(bytes, encoding)
  const decoded = asFile.undecodable > 0 && !isChosen && !isWide ? decodeText(bytes) : asFile
  // The mark at the beginning of a file is part of no column.
  return position === 0 ? { ...decoded, text: decoded.text.replace(/^\ufeff/, '') } : decoded
}

const rowsIn = (text: string, { delimiter, quote }: CsvFormat): string[][] => {
  const rows: string[][] = []
  parse(text, {
    ...lenient,
    delimiter,
    quote,
    skip_records_with_error: true,
    on_record: (row: string[]) => {
      rows.push(row)
      return null
    },
  })
  return rows
}

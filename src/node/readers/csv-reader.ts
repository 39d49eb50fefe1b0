import { parse } from 'csv-parse/sync'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { unreadableDump } from '../read-dump.ts'
import { columnPreview } from './column-preview.ts'
import { askedCell, columnFacts, columnRecord, mainColumn } from './column-record.ts'
import type { Content } from './content/content.ts'
import { openContent } from './content/open-content.ts'
import { type CsvFormat, csvFormat, lenient, recordOf } from './csv/csv-format.ts'
import { csvRows } from './csv/csv-rows.ts'
import type { FoundRow } from './csv/row-pass.ts'
import { longestRow } from './csv/row-pass.ts'
import { type DecodedText, decodeAs, decodeText } from './decode.ts'
import { extensionOf } from './dump-name.ts'
import { convertHtml } from './html-conversion.ts'
import { indexOpened, previewOpened, sourceOpened } from './opened-dump.ts'
import type { DumpFile, DumpReader, IndexBatch, ReaderSettings, RecordFacts, RecordSource } from './reader.ts'
import { recordBatches } from './record-batches.ts'
import { looksLikeText } from './text-recognition.ts'
import type { TroubleList } from './trouble-list.ts'

/** CSV and TSV: one record a row, numbered from 1 without the header. Told by name only, as any text could be one. */
export const csvReader: DumpReader = {
  name: 'csv',
  single: false,
  recognises: (name, head) => ['csv', 'tsv', 'tab'].includes(extensionOf(name)) && looksLikeText(head),

  async *index(file, settings, signal, column) {
    const content = await openContent(file, settings.cacheFolder)
    yield* indexOpened(file, content, indexBatches(file, content, settings, signal, column))
  },

  async open(file, settings) {
    const content = await openContent(file, settings.cacheFolder)
    return sourceOpened(file, content, async () =>
      csvSource(file, content, await csvFormat(content, file, settings), settings),
    )
  },

  async preview(file, settings) {
    return previewOpened(file, await openContent(file, null), async (content) => {
      const { samples, columns, encoding } = await csvFormat(content, file, settings)
      return columnPreview(samples, columns, encoding, convertHtml)
    })
  },
}

async function* indexBatches(
  file: DumpFile,
  content: Content,
  settings: ReaderSettings,
  signal: AbortSignal,
  column: string | undefined,
): AsyncGenerator<IndexBatch> {
  const format = await csvFormat(content, file, settings)
  yield* recordBatches(csvRows(content, format, signal), ({ rows }, troubles) =>
    rows.flatMap((row) => usableRecord(row, format, troubles, column)),
  )
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
  troubles.add(say`record ${number}`, String(main))
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
        say`Record ${number} of ${file.path} cannot be read as a document: ${reason} The other documents are not affected.`,
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
      throw refused(say`It is not where it was. The file has changed since it was listed.`)
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

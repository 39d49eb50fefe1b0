import { parse } from 'csv-parse/sync'
import type { ColumnChoice } from '../../../core/columns/column-choice.ts'
import { guessColumns } from '../../../core/columns/guess-columns.ts'
import type { Encoding } from '../../../core/encoding.ts'
import { say } from '../../../core/sentences/say.ts'
import { WinnowError } from '../../../core/winnow-error.ts'
import { usedColumns } from '../column-record.ts'
import type { Content } from '../content/content.ts'
import { decodeText } from '../decode.ts'
import { extensionOf } from '../dump-name.ts'
import type { DumpFile, ReaderSettings } from '../reader.ts'

/** How a file of values separated by something is written. */
export interface CsvFormat {
  /** Of what stands after a byte order mark. */
  readonly encoding: Encoding
  /** True for UTF-16. */
  readonly isWide: boolean
  readonly isBigEndian: boolean
  readonly delimiter: string
  /** Null where quotation marks have no meaning, as in many TSV files. */
  readonly quote: '"' | null
  readonly hasHeader: boolean
  /** The names of the columns: those of the header, or `column 1` and so on. */
  readonly names: readonly string[]
  readonly columns: ColumnChoice
  /** The first records. */
  readonly samples: readonly Readonly<Record<string, string>>[]
}

const headLength = 262_144
const sampled = 20
const delimiters = [',', '\t', ';', '|'] as const

/** What csv-parse is asked for everywhere: to take what is not quite as it should be. */
export const lenient = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
} as const

/** Finds out from its beginning how a file is written. */
export async function csvFormat(
  content: Content,
  file: DumpFile,
  settings: ReaderSettings,
): Promise<CsvFormat> {
  const head = await content.read(0, headLength)
  const isWhole = head.length < headLength
  const { text, encoding } = decodeText(head, { chosen: settings.encoding })
  if (encoding.startsWith('utf-32'))
    throw new WinnowError(
      'dump-unreadable',
      say`The file ${file.path} is in UTF-32, which Winnow does not read in CSV. Convert it to UTF-8. The other documents are not affected.`,
    )
  const plain = text.replace(/^\ufeff/, '')
  const { delimiter, quote } = dialect(plain, isWhole, extensionOf(file.id))
  const [first = [], ...others] = rowsOf(plain, isWhole, { delimiter, quote }, true).rows
  const hasHeader = isHeader(first)
  const names = columnNames(hasHeader ? first : first.map((_, index) => `column ${index + 1}`))
  const samples = (hasHeader ? others : [first, ...others])
    .filter((row) => row.length === names.length)
    .slice(0, sampled)
    .map((row) => recordOf(names, row))
  return {
    encoding: withoutMark(encoding, head),
    isWide: encoding.startsWith('utf-16'),
    isBigEndian: withoutMark(encoding, head) === 'utf-16-be',
    delimiter,
    quote,
    hasHeader,
    names,
    columns: usedColumns(settings.columns, guessColumns(samples)),
    samples,
  }
}

/** The encoding of a part of a file, which begins with no byte order mark. */
function withoutMark(encoding: Encoding, head: Uint8Array): Encoding {
  if (encoding === 'utf-8-sig') return 'utf-8'
  return encoding === 'utf-16' ? (head[0] === 0xfe ? 'utf-16-be' : 'utf-16-le') : encoding
}

/** A row as a record of its columns. */
export const recordOf = (names: readonly string[], row: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, index) => [name, row[index] ?? '']))

interface Dialect {
  readonly delimiter: string
  readonly quote: '"' | null
}

/** The delimiter, and the meaning of quotation marks, by which most rows have the same number of columns. */
function dialect(head: string, isWhole: boolean, extension: string): Dialect {
  const likely = extension === 'tsv' || extension === 'tab' ? '\t' : ','
  const order = [likely, ...delimiters.filter((delimiter) => delimiter !== likely)]
  let best = { delimiter: likely, quote: '"' as '"' | null, score: 0 }
  for (const delimiter of order)
    for (const quote of ['"', null] as const) {
      const score = regularity(rowsOf(head, isWhole, { delimiter, quote }, false))
      if (score > best.score) best = { delimiter, quote, score }
    }
  return best
}

/** How many of these rows have as many columns as the first, as a share; 0 if that has only one. */
function regularity({ rows, mistakes }: { rows: readonly string[][]; mistakes: number }): number {
  const columns = rows[0]?.length ?? 0
  if (columns < 2) return 0
  return rows.filter((row) => row.length === columns).length / (rows.length + mistakes)
}

/** After how many mistakes it is clear that quotation marks are not what they were taken for. */
const mostMistakes = 100

class TooManyMistakes extends Error {}

/** The rows of a file's beginning, without the last if it may be cut, and how many break the rules of quotation marks. */
function rowsOf(
  head: string,
  isWhole: boolean,
  { delimiter, quote }: Dialect,
  relax_quotes: boolean,
): { rows: string[][]; mistakes: number } {
  const rows: string[][] = []
  let mistakes = 0
  try {
    parse(head, {
      ...lenient,
      relax_quotes,
      delimiter,
      quote,
      skip_records_with_error: true,
      to: 10 * sampled,
      on_record: (row: string[]) => {
        rows.push(row)
        return null
      },
      on_skip: (error) => {
        if (isWhole || error?.code !== 'CSV_QUOTE_NOT_CLOSED') mistakes++
        // Each takes as long as the cell is that it is in, which may be all of the head.
        if (mistakes > mostMistakes) throw new TooManyMistakes()
      },
    })
  } catch (error) {
    if (!(error instanceof TooManyMistakes)) throw error
  }
  if (!isWhole && rows.length < 10 * sampled) rows.pop()
  return { rows, mistakes }
}

/** Whether quotation marks are where they should be in the text of a row. */
export const isWellQuoted = (row: string, format: Dialect): boolean =>
  rowsOf(row, true, format, false).mistakes === 0

/** Whether a first row names columns: short, and neither numbers nor addresses. */
const isHeader = (row: readonly string[]): boolean =>
  row.length > 0 &&
  row.every(
    (cell) =>
      /^[\p{L}_#][^\n\r]{0,79}$/u.test(cell.trim()) &&
      !cell.includes('://') &&
      cell.trim().split(/\s+/).length <= 5,
  )

/** Names that no two columns have. */
function columnNames(cells: readonly string[]): string[] {
  const names = new Set<string>()
  for (const cell of cells) {
    let name = cell.trim()
    for (let number = 2; names.has(name); number++) name = `${cell.trim()} ${number}`
    names.add(name)
  }
  return [...names]
}

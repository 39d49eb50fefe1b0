import { say } from '../../sentences/say.ts'
import { countedSegments } from '../counted-segments.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import type { DatasetFormat, FormatContext } from '../dataset-format.ts'
import { csvColumns } from './csv-columns.ts'
import { defuse, looksLikeFormula } from './formula-guard.ts'
import { readCsv } from './read-csv.ts'

const lineEnd = '\r\n'

/** Comma-separated values after RFC 4180, a segment a row. */
export const csv: DatasetFormat = tableFormat('csv', ',')

/** The same with tabs, quoted in the same way: cells keep their tabs and line breaks. */
export const tsv: DatasetFormat = tableFormat('tsv', '\t')

function tableFormat(name: 'csv' | 'tsv', delimiter: string): DatasetFormat {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineEnd
  return {
    name,
    layout: 'file',
    extension: `.${name}`,
    units: ['codepoint', 'utf16', 'byte'],
    carriesUnlabelled: true,
    frame: ({ options }) => ({
      before: (options.byteOrderMark ? '\ufeff' : '') + line(csvColumns),
      between: '',
      after: '',
    }),
    pieces: (document, context) => [{ path: '', text: rowsOfDocument(document, context).map(line).join('') }],
    read: readCsv,
  }
}

function rowsOfDocument(document: DatasetDocument, { unit, options }: FormatContext): string[][] {
  if (document.segments.length === 0)
    throw new RangeError(say`it has no segments, and a table has a row for each`)
  return countedSegments(document, unit).map(({ start, end, label, text, by, from }) => {
    const cells = [
      document.id,
      String(start),
      String(end),
      label ?? '',
      text,
      by ?? '',
      from ?? '',
      document.annotator,
      document.status,
      document.split ?? '',
      document.url ?? '',
      document.sha256,
      unit,
    ]
    // Half a surrogate pair has no bytes in UTF-8, and no other way to be written in a table.
    if (cells.some((cell) => /\p{Cs}/u.test(cell)))
      throw new RangeError(
        say`its segment at ${start} holds half a character, which a table of text cannot hold`,
      )
    const isDefused = options.defuseFormulas && cells.some(looksLikeFormula)
    return [...(isDefused ? cells.map(defuse) : cells), String(isDefused)]
  })
}

/**
 * As RFC 4180 has it; white space at the ends is quoted too, which some readers would leave out, and `#` at the beginning,
 * with which a row is a comment to others (DuckDB finds that out by itself and drops the row).
 */
const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^[\s#]|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

import { createHash } from 'node:crypto'
import { type ColumnCell, columnCell } from '../../core/columns/column-cell.ts'
import { type ColumnChoice, columnRoles } from '../../core/columns/column-choice.ts'
import { columnValue, flatColumns } from '../../core/columns/column-value.ts'
import type { Encoding } from '../../core/encoding.ts'
import { say } from '../../core/sentences/say.ts'
import type { HtmlConversion } from './html-conversion.ts'
import { longestMetadata, type OwnFacts, type ReadRecord } from './reader.ts'

/** The columns to use: what was chosen goes before the guess, and a chosen text or HTML replaces a guessed one. */
export function usedColumns(chosen: ColumnChoice, guess: ColumnChoice): ColumnChoice {
  if (chosen.text === undefined && chosen.html === undefined) return { ...guess, ...chosen }
  const { text: _text, html: _html, ...others } = guess
  return { ...others, ...chosen }
}

/** What a document is made of. */
export interface MainColumn {
  readonly value: string
  readonly isHtml: boolean
}

/** The text or HTML of `record`, or the sentence that says why there is none. */
export function mainColumn(record: unknown, columns: ColumnChoice): MainColumn | string {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return say`It holds ${kindOf(record)} and no columns.`
  const { text, html } = columns
  if (text === undefined && html === undefined)
    return say`No column with text was found in this file. Choose one for the corpus.`
  let reason = ''
  for (const path of [text, html]) {
    if (path === undefined) continue
    const value = columnValue(record, path)
    if (typeof value === 'string') return { value, isHtml: path !== text }
    reason ||=
      value === undefined
        ? say`It has no column “${path}”.`
        : say`Its column “${path}” holds ${kindOf(value)}, not text.`
  }
  return reason
}

/** What a value is, in a sentence that says what it holds. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return say`nothing`
  if (Array.isArray(value)) return say`a list`
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return say`a number`
    case 'boolean':
      return say`yes or no`
    case 'string':
      return say`text`
    default:
      return say`columns`
  }
}

const longestFact = 4096

/** What the record says of itself in its columns for id, URL, language and date. */
export function columnFacts(record: unknown, columns: ColumnChoice): OwnFacts {
  const facts: { -readonly [name in keyof OwnFacts]: OwnFacts[name] } = {}
  for (const name of ['id', 'url', 'language', 'date'] as const) {
    const path = columns[name]
    const value = path === undefined ? null : scalar(columnValue(record, path), longestFact)
    if (value !== null && value !== '') facts[name] = String(value)
  }
  return facts
}

/** What a list shows of the record's column `path`; nothing where none is asked for. */
export const askedCell = (record: unknown, path: string | undefined): { cell?: ColumnCell } =>
  path === undefined ? {} : { cell: columnCell(scalar(columnValue(record, path), longestMetadata)) }

const mostInList = 100

/** `value` as metadata keeps it, texts cut at `longest` UTF-16 code units; null for what has no such form. */
function scalar(value: unknown, longest: number): string | number | boolean | null {
  if (typeof value === 'string') return wellFormed(cut(value, longest)).text
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? null : value.toISOString()
  if (!Array.isArray(value)) return null
  const items = value.slice(0, mostInList).map((item) => (Array.isArray(item) ? null : scalar(item, longest)))
  return wellFormed(cut(JSON.stringify(items), longest)).text
}

/** Never cuts within a pair of surrogates. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const last = text.charCodeAt(longest - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest)
}

const halves = /\p{Surrogate}/gu

/** `text` with U+FFFD for each half of a surrogate pair, which JSON can write and no encoding can. */
function wellFormed(text: string): { text: string; replaced: number } {
  const replaced = text.match(halves)?.length ?? 0
  return replaced === 0 ? { text, replaced } : { text: text.replace(halves, '\ufffd'), replaced }
}

/** How a record was decoded, and how HTML becomes text; without that HTML is shown as it is. */
export interface ColumnRecordOptions {
  readonly encoding: Encoding
  /** How many characters of the whole record could not be decoded. */
  readonly undecodable: number
  readonly convertHtml: HtmlConversion | null
}

/** The document that `record` holds in its column `main`. */
export function columnRecord(
  record: unknown,
  columns: ColumnChoice,
  main: MainColumn,
  { encoding, undecodable, convertHtml }: ColumnRecordOptions,
): ReadRecord {
  const { text: source, replaced } = wellFormed(main.value)
  const bytes = Buffer.from(source)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const converted = main.isHtml ? convertHtml?.(source) : undefined
  return {
    text: converted?.text ?? source,
    sha256,
    bytes: bytes.length,
    encoding,
    undecodable:
      replaced + (undecodable === 0 ? 0 : Math.min(undecodable, source.split('\ufffd').length - 1)),
    conversion: converted
      ? {
          name: 'html-lines',
          version: converted.version,
          sourceSha256: sha256,
          source,
          lines: converted.lines,
        }
      : null,
    facts: columnFacts(record, columns),
    metadata: metadata(record, columns),
  }
}

function metadata(record: unknown, columns: ColumnChoice): ReadRecord['metadata'] {
  const used = new Set(columnRoles.map((role) => columns[role]))
  return Object.fromEntries(
    flatColumns(record)
      .filter(([path]) => !used.has(path))
      .map(([path, value]) => [path, scalar(value, longestMetadata)]),
  )
}

import type { ColumnChoice, ColumnRole } from './column-choice.ts'
import { flatColumns } from './column-value.ts'

/** Names of columns in datasets made from crawls, the likeliest first, in lower case and with `_` for `-`. */
const names: Readonly<Record<ColumnRole, readonly string[]>> = {
  text: [
    'text',
    'raw_content',
    'content',
    'plain_text',
    'maintext',
    'page_content',
    'article',
    'markdown',
    'md',
    'body',
    'document',
  ],
  html: ['html', 'raw_html', 'page_html', 'html_content', 'content_html', 'body_html', 'source_html'],
  id: ['id', 'doc_id', 'document_id', 'docid', 'warc_record_id', 'record_id', 'uuid', '_id', 'digest'],
  url: ['url', 'warc_target_uri', 'uri', 'source_url', 'page_url', 'canonical_url', 'permalink', 'link'],
  language: [
    'language',
    'lang',
    'language_code',
    'detected_language',
    'warc_identified_content_language',
    'identification.label',
  ],
  date: [
    'date',
    'timestamp',
    'warc_date',
    'crawl_date',
    'date_download',
    'fetch_time',
    'published',
    'publish_date',
    'date_publish',
    'published_at',
    'created_at',
    'time',
  ],
}

/** From this mean length in UTF-16 code units on, a column without a telling name may be the text. */
const longText = 200

interface Column {
  readonly path: string
  readonly values: unknown[]
}

/**
 * Which columns of these first records hold what, by their names and by what is in them. Either a column of text or
 * one of HTML, not both.
 */
export function guessColumns(records: readonly unknown[]): ColumnChoice {
  const columns = columnsOf(records)
  const choice: { -readonly [role in ColumnRole]?: string } = {}
  const main =
    named(columns, 'text', isText) ?? named(columns, 'html', isText) ?? longest(columns.filter(isText))
  if (main) choice[main.values.some(looksLikeHtml) ? 'html' : 'text'] = main.path
  for (const role of ['id', 'url', 'language', 'date'] as const) {
    const column = named(columns, role, isName)
    if (column) choice[role] = column.path
  }
  return choice
}

/** The paths of all columns of these records, in the order in which they come. */
export const columnPaths = (records: readonly unknown[]): string[] =>
  columnsOf(records).map(({ path }) => path)

function columnsOf(records: readonly unknown[]): Column[] {
  const columns = new Map<string, Column>()
  for (const record of records)
    for (const [path, value] of flatColumns(record)) {
      const column = columns.get(path)
      if (column) column.values.push(value)
      else columns.set(path, { path, values: [value] })
    }
  return [...columns.values()]
}

const normal = (path: string): string => path.toLowerCase().replaceAll('-', '_')

/** The column with the likeliest name for `role`; of two the one less deep. */
function named(
  columns: readonly Column[],
  role: ColumnRole,
  fits: (column: Column) => boolean,
): Column | undefined {
  for (const name of names[role]) {
    const found = columns.filter(
      (column) => (normal(column.path) === name || normal(column.path).endsWith(`.${name}`)) && fits(column),
    )
    if (found.length > 0) return found.toSorted((a, b) => depth(a.path) - depth(b.path))[0]
  }
  return undefined
}

const depth = (path: string): number => path.split('.').length

const isText = ({ values }: Column): boolean =>
  2 * values.filter((value) => typeof value === 'string').length >= values.length

const isName = ({ values }: Column): boolean =>
  2 * values.filter((value) => typeof value === 'string' || typeof value === 'number').length >= values.length

function longest(columns: readonly Column[]): Column | undefined {
  const meanLength = ({ values }: Column): number =>
    values.reduce((sum: number, value) => sum + (typeof value === 'string' ? value.length : 0), 0) /
    values.length
  const [first] = columns.toSorted((a, b) => meanLength(b) - meanLength(a))
  return first && meanLength(first) >= longText ? first : undefined
}

/** Whether a value is the source of a page or of a part of one, and not text that mentions a tag. */
export const looksLikeHtml = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\s*(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|div|article|section|main|p|table)[\s/>]/i.test(
    value.slice(0, 4000),
  )

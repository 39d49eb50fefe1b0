import type { Status } from '../annotation.ts'
import { fold } from '../search/fold.ts'
import type { Strata, WorkListFilter } from './work-list-choice.ts'

/** What of a document decides whether it comes into a work list. */
export interface WorkDocument {
  readonly id: string
  readonly site: string
  readonly bytes: number
  readonly status: Status
  /** As its shortest code; '' where it is not known. */
  readonly language: string
  /** The columns of its record, by their paths; none where it is no record, or nobody asks for them. */
  readonly columns: Readonly<Record<string, string | number | boolean | null | undefined>>
}

const searchKey = (text: string): string => fold(text, { matchCase: false, matchDiacritics: false }).text

/** Makes the test whether the filter lets a document through. */
export function passes(filter: WorkListFilter): (document: WorkDocument) => boolean {
  const { smallest = 0, largest = Number.POSITIVE_INFINITY } = filter
  const text = filter.text === undefined ? '' : searchKey(filter.text)
  const statuses = filter.statuses && new Set(filter.statuses)
  const sites = filter.sites && new Set(filter.sites)
  const languages = filter.languages && new Set(filter.languages)
  const { column } = filter
  const values = column && new Set(column.values)
  return ({ id, site, bytes, status, language, columns }) =>
    bytes >= smallest &&
    bytes <= largest &&
    (statuses?.has(status) ?? true) &&
    (sites?.has(site) ?? true) &&
    (languages?.has(language) ?? true) &&
    (!column || (values?.has(columnText(columns, column.name)) ?? true)) &&
    (text === '' || searchKey(id).includes(text))
}

/** The stratum that a document belongs to. */
export function stratumOf(document: WorkDocument, by: Strata | null): string {
  if (typeof by === 'object' && by !== null) return columnText(document.columns, by.column)
  switch (by) {
    case null:
      return ''
    case 'site':
      return document.site
    case 'language':
      return document.language
    case 'size':
      return sizeClass(document.bytes)
  }
}

/** What a column holds as text; '' where it holds nothing. */
const columnText = (columns: WorkDocument['columns'], name: string): string =>
  Object.hasOwn(columns, name) ? String(columns[name] ?? '') : ''

/** The size of a document as one of classes whose bounds grow fourfold, from 1 KiB on: `4–16 KiB`. */
export function sizeClass(bytes: number): string {
  if (bytes < 1024) return '<1 KiB'
  let from = 1
  while (bytes >= from * 4 * 1024) from *= 4
  return `${from}–${from * 4} KiB`
}

import type { Status } from '../annotation.ts'
import { fold } from '../search/fold.ts'
import type { StrataKind, WorkListFilter } from './work-list-choice.ts'

/** What of a document decides whether it comes into a work list. */
export interface WorkDocument {
  readonly id: string
  readonly site: string
  readonly bytes: number
  readonly status: Status
}

const searchKey = (text: string): string => fold(text, { matchCase: false, matchDiacritics: false }).text

/** Makes the test whether the filter lets a document through. */
export function passes(filter: WorkListFilter): (document: WorkDocument) => boolean {
  const { smallest = 0, largest = Number.POSITIVE_INFINITY } = filter
  const text = filter.text === undefined ? '' : searchKey(filter.text)
  const statuses = filter.statuses && new Set(filter.statuses)
  const sites = filter.sites && new Set(filter.sites)
  return ({ id, site, bytes, status }) =>
    bytes >= smallest &&
    bytes <= largest &&
    (statuses?.has(status) ?? true) &&
    (sites?.has(site) ?? true) &&
    (text === '' || searchKey(id).includes(text))
}

/** The stratum that a document belongs to. */
export function stratumOf(document: WorkDocument, by: StrataKind | null): string {
  switch (by) {
    case null:
      return ''
    case 'site':
      return document.site
    case 'size':
      return sizeClass(document.bytes)
  }
}

/** The size of a document as one of classes whose bounds grow fourfold, from 1 KiB on: `4–16 KiB`. */
export function sizeClass(bytes: number): string {
  if (bytes < 1024) return '<1 KiB'
  let from = 1
  while (bytes >= from * 4 * 1024) from *= 4
  return `${from}–${from * 4} KiB`
}

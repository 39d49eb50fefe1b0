import type { DocumentDetails, HtmlSource } from '../core/contract-details.ts'
import { languageOf } from '../core/language-of.ts'
import type { ReaderName } from '../core/reader-name.ts'
import { siteOf } from '../core/site-of.ts'
import type { ReadRecord } from './readers/reader.ts'

/** What is known of a document beside its text. */
export function describeDocument(
  document: string,
  reader: ReaderName,
  { text, facts, bytes, undecodable, conversion, metadata }: ReadRecord,
): DocumentDetails {
  const { id = '', url = '', language, date = '' } = facts
  return {
    reader,
    site: siteOf(document, url),
    language: languageOf(text, language),
    id,
    url,
    date,
    bytes,
    undecodable,
    conversion: conversion && { name: conversion.name, version: conversion.version },
    metadata: Object.entries(metadata).map(([path, value]) => ({ path, value })),
  }
}

/** The HTML that the document's text was made of, line by line; null where it was made of none. */
export function sourceOf({ conversion }: ReadRecord): HtmlSource | null {
  if (!conversion) return null
  const paths = new Map<string, number>()
  const elements = conversion.lines.map(({ path }) => {
    const known = paths.get(path) ?? paths.size
    paths.set(path, known)
    return known
  })
  return {
    source: conversion.source,
    lines: conversion.lines.flatMap(({ start, end, sourceStart, sourceEnd }) => [
      start,
      end,
      sourceStart,
      sourceEnd,
    ]),
    elements,
    paths: [...paths.keys()],
    linkShares: conversion.lines.map(({ linkShare }) => linkShare),
  }
}

import { fromUtf16, type OffsetUnit, toUtf16 } from '../../offsets.ts'
import { bareMark } from '../../segment.ts'
import { say } from '../../sentences/say.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import type { Row } from './row-columns.ts'

/**
 * The row of a document, by {@link documentColumns}; its metadata as JSON, since the names of columns differ.
 * @throws RangeError if a span does not slice to its text in `unit`, or the text cannot be written as UTF-8
 */
export function documentRow(document: DatasetDocument, unit: OffsetUnit): Row {
  const { id, text, annotator, status, note, metadata } = document
  return {
    id,
    text,
    offsets: unit,
    segments: segmentsOf(document, unit),
    annotator,
    status,
    note,
    ...factsOf(document),
    metadata: JSON.stringify(metadata),
  }
}

/** The rows of a document's segments, by {@link segmentColumns}. @throws RangeError as {@link documentRow} */
export function segmentRows(document: DatasetDocument, unit: OffsetUnit): Row[] {
  const { id, annotator, status } = document
  const facts = factsOf(document)
  return segmentsOf(document, unit).map((segment, index) => ({
    document: id,
    number: index + 1,
    offsets: unit,
    ...segment,
    annotator,
    status,
    ...facts,
  }))
}

const factsOf = ({ sha256, encoding, url, site, language, date, split }: DatasetDocument): Row => ({
  sha256,
  encoding,
  url,
  site,
  language,
  date,
  split,
})

function segmentsOf({ text, segments }: DatasetDocument, unit: OffsetUnit): Row[] {
  if (/\p{Cs}/u.test(text)) throw new RangeError(say`its text has half a character, which UTF-8 cannot say`)
  const ends = segments.flatMap(({ start, end }) => [start, end])
  const offsets = fromUtf16(text, ends, unit)
  const wrong = toUtf16(text, offsets, unit).findIndex((offset, index) => offset !== ends[index])
  if (wrong !== -1)
    throw new RangeError(say`segment ${(wrong >> 1) + 1} does not slice to its own text in ${unit} offsets`)
  return segments.map((segment, index) => {
    const { label, by, from = null } = bareMark(segment)
    return {
      start: offsets[2 * index] ?? 0,
      end: offsets[2 * index + 1] ?? 0,
      text: text.slice(segment.start, segment.end),
      label,
      by,
      from,
    }
  })
}

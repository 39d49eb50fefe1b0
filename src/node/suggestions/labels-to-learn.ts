import { isToDo } from '../../core/annotation.ts'
import type { DocumentTable } from '../../core/listing/document-table.ts'
import type { Segment } from '../../core/segment.ts'
import type { ModelDocument, Repetition } from '../../core/suggestions/model-document.ts'
import type { LabelledDocument } from '../labelled-documents.ts'

type Found = Exclude<LabelledDocument, { reason: string }>

/** The document as a model sees it. */
export const modelDocument = (
  table: DocumentTable,
  document: string,
  text: string,
  segments: ModelDocument['segments'],
  repetition: readonly Repetition[],
): ModelDocument => ({ id: document, site: table.siteOf(document), text, segments, repetition })

/** The labels, one a segment. */
export const labelsOf = (segments: readonly Segment[]): (string | null)[] =>
  segments.map(({ label }) => label)

/**
 * Whether a model learns from these labels: not from none, and not from those of a document that was put aside, which
 * says little of the corpus and may be labelled with little care.
 */
export const teaches = ({ annotation: { status, segments } }: Found): boolean =>
  (status === 'done' || isToDo(status)) && segments.some(({ label }) => label !== null)

/** Start and end of each segment in turn. */
export const boundsOf = (segments: ModelDocument['segments']): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(segments.flatMap(({ start, end }) => [start, end]))

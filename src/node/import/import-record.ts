import { type Annotation, isToDo, type Status } from '../../core/annotation.ts'
import { type Edit, resegmentEdits, statusEdits } from '../../core/edit.ts'
import { type LabelRecord, recordSegments, refused } from '../../core/import/label-record.ts'
import { mergeLabels } from '../../core/import/merge-labels.ts'
import type { Segment } from '../../core/segment.ts'
import type { SegmentationRule } from '../../core/segmentation/rules.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import type { DocumentsByContent } from './documents-by-content.ts'

/** How records are taken in. */
export interface ImportOptions {
  /** The corpus's rule, for text that a record leaves out. */
  readonly rule: SegmentationRule
  /** What the documents get; what the record says if not given. */
  readonly status: Status | undefined
  readonly overwrite: boolean
}

/** What became of the document of a record. */
export interface ImportedRecord {
  readonly document: string
  /** How many segments of it have a label now. */
  readonly labelled: number
  readonly changed: boolean
}

/** Gives a document of the corpus the labels of `record`, durably. @throws WinnowError, with nothing changed */
export async function importRecord(
  corpus: OpenCorpus,
  documents: DocumentsByContent,
  record: LabelRecord,
  options: ImportOptions,
): Promise<ImportedRecord> {
  const document = await documentOf(corpus, documents, record)
  let imported: ImportedRecord = { document, labelled: 0, changed: false }
  await corpus.store.session(document).apply((text, annotation) => {
    // Whoever changed the dump since it was compared is told by the offsets, which no longer fit.
    const { edits, segments } = importEdits(text, annotation, record, options)
    const labelled = segments.filter(({ label }) => label !== null).length
    imported = { document, labelled, changed: edits.length > 0 }
    return edits
  }, 'import')
  return imported
}

function importEdits(
  text: string,
  present: Annotation,
  record: LabelRecord,
  { rule, status, overwrite }: ImportOptions,
): { edits: Edit[]; segments: readonly Segment[] } {
  const incoming = recordSegments(text, record, rule)
  const merged = mergeLabels(present.segments, incoming)
  const [conflict] = merged.conflicts
  if (conflict && !overwrite) {
    const line = text.slice(conflict.start, conflict.end)
    throw refused(
      `Labels that it has already are different in ${merged.conflicts.length} segments, first “${line.length > 40 ? `${line.slice(0, 40)}…` : line}”, which is ${conflict.label}. They were left as they are; use --overwrite to take these in their place.`,
    )
  }
  const segments = overwrite ? incoming : merged.segments
  // What an annotator has finished or put aside stays so, unless a status is asked for.
  const keeps = status === undefined && !overwrite && !isToDo(present.status)
  const wanted = keeps ? present.status : (status ?? record.status ?? 'in-progress')
  const cut = resegmentEdits(present, segments).filter(({ kind }) => kind === 'resegment')
  return { edits: [...cut, ...statusEdits(present, wanted)], segments }
}

/** The document that the record is about: by its id if the content is the same, else by its content. */
async function documentOf(
  corpus: OpenCorpus,
  documents: DocumentsByContent,
  record: LabelRecord,
): Promise<string> {
  const named = corpus.documents.has(record.id)
  if (named && (await hasContent(corpus, record))) return record.id
  const [found, another] = await documents.find(record)
  if (found !== undefined && another === undefined) return found
  const name = named
    ? 'The document of this name has another text'
    : 'The corpus has no document of this name'
  throw refused(
    found === undefined
      ? `${name}, and no other one has this text.`
      : `${name}, and more than one has this text: ${found} and ${another}.`,
  )
}

/** Whether the document that the record names has its content; what a record does not say, it cannot say wrongly. */
async function hasContent(corpus: OpenCorpus, { id, text, sha256 }: LabelRecord): Promise<boolean> {
  if (text === undefined && sha256 === undefined) return true
  const dump = await corpus.source.read(id)
  return text === undefined ? sha256 === dump.sha256 : text === dump.text
}

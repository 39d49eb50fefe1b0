import { z } from 'zod'
import { type Status, statuses } from '../annotation.ts'
import type { DatasetDocument } from './dataset-document.ts'
import type { ReadDocument } from './read-document.ts'

/** What is said of a document beside its text and labels in the files of other annotation tools, which keep it. */
export interface DocumentFacts {
  readonly document: string
  /** Not `annotator`, which Label Studio uses for the number of its own user. */
  readonly labelled_by: string
  readonly status: Status
  readonly sha256: string
  readonly url?: string
  readonly language?: string
  readonly split?: string
  readonly note?: string
}

/** The facts of `document`, without those that are not known. */
export const documentFacts = (document: DatasetDocument): DocumentFacts => ({
  document: document.id,
  labelled_by: document.annotator,
  status: document.status,
  sha256: document.sha256,
  ...(document.url !== null && { url: document.url }),
  ...(document.language !== null && { language: document.language }),
  ...(document.split !== null && { split: document.split }),
  ...(document.note !== '' && { note: document.note }),
})

// A file that Winnow did not write may use a name for something else: then it says nothing of what is meant here.
const textOrNothing = z.string().min(1).max(8192).optional().catch(undefined)

/** The facts as far as a file has them. */
export const documentFactsSchema = z.object({
  document: textOrNothing,
  /** A number is how another tool counts its own records, and no name of a document. */
  id: textOrNothing,
  labelled_by: textOrNothing,
  status: z.enum(statuses).optional().catch(undefined),
  sha256: textOrNothing,
  url: textOrNothing,
})

type ReadFacts = Pick<ReadDocument, 'id' | 'annotator' | 'status' | 'sha256' | 'url'>

/** What the facts of a file say of a document. */
export const readFacts = (facts: z.infer<typeof documentFactsSchema>): ReadFacts => ({
  id: facts.document ?? facts.id ?? null,
  annotator: facts.labelled_by ?? null,
  status: facts.status ?? null,
  sha256: facts.sha256 ?? null,
  url: facts.url ?? null,
})

import { z } from 'zod'
import { statuses } from '../core/annotation.ts'
import { foundDocumentSchema, searchCorpusReplySchema } from '../core/contract-search.ts'
import { searchQuerySchema } from '../core/search/find.ts'
import { errorCodes } from '../core/winnow-error.ts'
import { threadDocumentsSchema } from './thread-documents.ts'

/** Of whoever is told what goes wrong. */
const language = z.enum(['en', 'vi'])

/** What a search thread is asked to do. */
export const searchTaskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document'),
    query: searchQuerySchema,
    /** Nothing but the document. */
    listed: threadDocumentsSchema,
    document: z.string(),
    language,
    clock: z.instanceof(Int32Array),
  }),
  z.object({
    kind: z.literal('corpus'),
    query: searchQuerySchema,
    listed: threadDocumentsSchema,
    home: z.string(),
    annotator: z.string(),
    label: z.string().nullable().optional(),
    statuses: z.array(z.enum(statuses)).optional(),
    language,
    clock: z.instanceof(Int32Array),
  }),
])

export type SearchTask = z.infer<typeof searchTaskSchema>
export type CorpusSearchTask = Extract<SearchTask, { kind: 'corpus' }>

/** What a search thread answers: what it finds as it goes, at the end one of the others. */
export const searchAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), done: z.int(), total: z.int(), found: z.array(foundDocumentSchema) }),
  z.object({ kind: z.literal('document'), bounds: z.array(z.int()), more: z.boolean() }),
  z.object({ kind: z.literal('corpus'), reply: searchCorpusReplySchema }),
  z.object({ kind: z.literal('failed'), code: z.enum(errorCodes), message: z.string() }),
])

export type SearchAnswer = z.infer<typeof searchAnswerSchema>

/**
 * What a search thread and the thread that watches it share: the number of the run of the search that is under way,
 * 0 while none is; the index of its document; and whether to stop.
 */
export const clockFields = { run: 0, document: 1, stop: 2 } as const

export const newClock = (): Int32Array =>
  new Int32Array(new SharedArrayBuffer(Object.keys(clockFields).length * Int32Array.BYTES_PER_ELEMENT))

import { z } from 'zod'
import { encodings } from '../core/encoding.ts'
import { DocumentTable } from '../core/listing/document-table.ts'
import { tableDataSchema } from '../core/listing/listing-change.ts'
import { DocumentSource } from './document-source.ts'
import type { OpenCorpus } from './open-corpora.ts'

const column = z.string().exactOptional()

export const readerSettingsSchema = z.object({
  columns: z.object({
    text: column,
    html: column,
    id: column,
    url: column,
    language: column,
    date: column,
  }),
  encoding: z.enum(encodings).exactOptional(),
  cacheFolder: z.string().nullable(),
})

/** What a thread needs to read the documents of a corpus. */
export const threadDocumentsSchema = z.object({
  /** The folder of the corpus. */
  folder: z.string(),
  table: tableDataSchema,
  settings: readerSettingsSchema,
})

export type ThreadDocuments = z.infer<typeof threadDocumentsSchema>

/** The documents of the corpus for a thread; of `only`, nothing but that one. */
export const forThread = (
  { folder, documents, source }: Pick<OpenCorpus, 'folder' | 'documents' | 'source'>,
  only?: string,
): ThreadDocuments => ({
  folder: folder.path,
  table: only === undefined ? documents.data() : documents.dataOf(only),
  settings: source.settings,
})

/** The documents as a thread reads them. */
export function inThread({ folder, table, settings }: ThreadDocuments): {
  readonly documents: DocumentTable
  readonly source: DocumentSource
} {
  const documents = DocumentTable.of(table)
  return { documents, source: new DocumentSource(folder, () => documents, settings) }
}

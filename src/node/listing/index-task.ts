import { z } from 'zod'
import { readerSettingsSchema } from '../thread-documents.ts'
import { dumpToIndexSchema } from './index-dumps.ts'
import { columnDumpSchema } from './read-column.ts'
import { textToReadSchema } from './read-texts.ts'

/** For which corpus an index thread is. */
export const indexPlaceSchema = z.object({ folder: z.string(), settings: readerSettingsSchema })

export const indexTaskSchema = z.discriminatedUnion('kind', [
  /** Look into these files; what is found is told as it is found. */
  z.object({ kind: z.literal('index'), files: z.array(dumpToIndexSchema) }),
  /** Read a metadata column of these dumps, and tell as it is read. */
  z.object({ kind: z.literal('column'), dumps: z.array(columnDumpSchema), column: z.string() }),
  /** Read these files from their beginning to their end, and let everything else go first. */
  z.object({ kind: z.literal('texts'), files: z.array(textToReadSchema) }),
  /** End what is being done where it is. */
  z.object({ kind: z.literal('stop') }),
])

export type IndexTask = z.infer<typeof indexTaskSchema>

import { z } from 'zod'
import { numberedTask } from '../task-thread.ts'
import { readerSettingsSchema } from '../thread-documents.ts'
import { dumpToIndexSchema } from './index-dumps.ts'

/** For which corpus an index thread is. */
export const indexPlaceSchema = z.object({ folder: z.string(), settings: readerSettingsSchema })

const indexTaskSchema = z.discriminatedUnion('kind', [
  /** Look into these files; what is found is told as it is found. */
  z.object({ kind: z.literal('index'), files: z.array(dumpToIndexSchema) }),
  /** End it where it is. */
  z.object({ kind: z.literal('stop') }),
])

export type IndexTask = z.infer<typeof indexTaskSchema>

export const numberedTaskSchema = numberedTask(indexTaskSchema)

import { z } from 'zod'
import { encodings } from './encoding.ts'

const column = z.string().min(1).max(1000).exactOptional()

/** What a corpus says about the reading of its dumps; what is absent is found out by itself. */
export const readingChoiceSchema = z.object({
  /** Which column of records holds what; either `text` or `html` is what is labelled. */
  columns: z.object({ text: column, html: column, id: column, url: column, language: column, date: column }),
  /** Of dumps that do not tell their own encoding by a byte order mark. */
  encoding: z.enum(encodings).exactOptional(),
})

export type ReadingChoice = z.infer<typeof readingChoiceSchema>

/** Finds everything out by itself. */
export const defaultReading: ReadingChoice = { columns: {} }

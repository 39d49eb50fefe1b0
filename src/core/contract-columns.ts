import { z } from 'zod'
import type { ColumnCell } from './columns/column-cell.ts'

const corpus = z.string().min(1).max(64)
const column = z.string().min(1).max(8192)
const job = z.string().min(1).max(64)
const count = z.int().nonnegative()

/** A column of the records, by its path, or how many of its lines each document shares with others, in percent. */
export const askedColumnSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), path: column }),
  z.object({ kind: z.literal('repeated') }),
])

export type AskedColumn = z.infer<typeof askedColumnSchema>

const isCell = (value: unknown): boolean =>
  value === null || typeof value === 'string' || Number.isFinite(value)

/** Checked in one loop, as there may be many thousands. */
const cells = z.custom<readonly ColumnCell[]>((value) => Array.isArray(value) && value.every(isCell))

/** Some cells of a column: those of the documents of one dump, from the row `from` on. */
export const columnRowsSchema = z.object({ file: z.string(), version: z.string(), from: count, cells })

/** The calls for the metadata columns of records. */
export const columnCalls = {
  /** The columns that records of the corpus have, by their paths, as far as its first dumps tell. */
  listColumns: { request: z.object({ corpus }), reply: z.object({ columns: z.array(z.string()) }) },
  /**
   * Reads a column of all documents and tells what it reads with the event `column-cells`; nothing of it is kept. Waits for
   * the listing of the corpus, and until its lines are counted where that is asked for. `cancelled` if it was.
   */
  readColumn: {
    request: z.object({ corpus, column: askedColumnSchema, job }),
    reply: z.object({
      /** How many dumps could not be read to their end. */
      unread: count,
      /** How many cells the events tell in all, some of which may come after this reply. */
      cells: count,
    }),
  },
} as const

export const columnEvents = {
  'column-cells': z.object({
    corpus,
    job,
    /** How much of how much is behind us: bytes of dumps, or documents whose lines were counted. */
    done: count,
    total: count,
    rows: z.array(columnRowsSchema),
  }),
}

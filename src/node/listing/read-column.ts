import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ColumnCell } from '../../core/columns/column-cell.ts'
import { columnRowsSchema } from '../../core/contract-columns.ts'
import { readerNames } from '../../core/reader-name.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { versionOf } from '../document-source.ts'
import { isAbort } from '../readers/is-abort.ts'
import type { ReaderSettings } from '../readers/reader.ts'
import { readerNamed } from '../readers/registry.ts'

/** A dump whose records have the column, as it is listed. */
export const columnDumpSchema = z.object({
  id: z.string(),
  reader: z.enum(readerNames),
  version: z.string(),
  bytes: z.number(),
})

export type ColumnDump = z.infer<typeof columnDumpSchema>

/** What was read: some cells, how many bytes are behind us since the last time, and whether a dump is not read further. */
export const columnNewsSchema = z.object({
  rows: columnRowsSchema.nullable(),
  done: z.number(),
  unread: z.boolean(),
})

export type ColumnNews = z.infer<typeof columnNewsSchema>

/** How many cells are told of at once. */
const cellsAtOnce = 5000

/**
 * Reads the column of all records of these dumps, in the order in which they were listed. A dump that changed since, or
 * cannot be read, is told as unread and the rest goes on. Ends early once `signal` is aborted.
 */
export async function readColumn(
  folder: string,
  dumps: readonly ColumnDump[],
  column: string,
  settings: ReaderSettings,
  signal: AbortSignal,
  tell: (news: ColumnNews) => void,
): Promise<void> {
  for (const dump of dumps)
    try {
      await readDump(folder, dump, column, settings, signal, tell)
    } catch (error) {
      if (isAbort(error)) return
      if (!(error instanceof WinnowError)) throw error
      tell({ rows: null, done: 0, unread: true })
    }
}

async function readDump(
  folder: string,
  { id, reader, version, bytes }: ColumnDump,
  column: string,
  settings: ReaderSettings,
  signal: AbortSignal,
  tell: (news: ColumnNews) => void,
): Promise<void> {
  signal.throwIfAborted()
  const path = join(folder, ...id.split('/'))
  const found = await stat(path).catch(() => null)
  if (!found || versionOf(found) !== version) {
    tell({ rows: null, done: bytes, unread: true })
    return
  }
  let from = 0
  let done = 0
  let cells: ColumnCell[] = []
  const send = (doneBytes: number): void => {
    const rows = cells.length === 0 ? null : { file: id, version, from, cells }
    tell({ rows, done: doneBytes - done, unread: false })
    from += cells.length
    cells = []
    done = doneBytes
  }
  let behind = 0
  for await (const batch of readerNamed(reader).index({ path, id, bytes }, settings, signal, column)) {
    for (const { cell } of batch.records) {
      cells.push(cell ?? null)
      if (cells.length === cellsAtOnce) send(behind)
    }
    behind = batch.doneBytes
    if (behind - done >= bytes / 50) send(behind)
  }
  send(bytes)
}

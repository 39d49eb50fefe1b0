import { unreadableDump } from '../read-dump.ts'
import { isAbort } from './is-abort.ts'
import type { DumpFile, IndexBatch, Preview, RecordSource } from './reader.ts'

/** A dump that is open, in whatever form its reader needs. */
interface OpenedDump {
  close(): Promise<void>
}

/**
 * What is found in a dump, which is closed then.
 * @throws DOMException `AbortError` as `batches` does, or WinnowError that says why the dump cannot be read
 */
export async function* indexOpened(
  { path }: DumpFile,
  dump: OpenedDump,
  batches: AsyncIterable<IndexBatch>,
): AsyncGenerator<IndexBatch> {
  try {
    yield* batches
  } catch (error) {
    throw isAbort(error) ? error : unreadableDump(path, error)
  } finally {
    await dump.close()
  }
}

/** What `make` makes of a dump, which stays open for it, or is closed where that fails. @throws WinnowError */
export async function sourceOpened(
  { path }: DumpFile,
  dump: OpenedDump,
  make: () => Promise<RecordSource>,
): Promise<RecordSource> {
  try {
    return await make()
  } catch (error) {
    await dump.close()
    throw unreadableDump(path, error)
  }
}

/** What `look` sees in a dump, which is closed then. @throws WinnowError */
export async function previewOpened<D extends OpenedDump>(
  { path }: DumpFile,
  dump: D,
  look: (dump: D) => Promise<Preview>,
): Promise<Preview> {
  try {
    return await look(dump)
  } catch (error) {
    throw unreadableDump(path, error)
  } finally {
    await dump.close()
  }
}

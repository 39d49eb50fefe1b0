import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { largestDump, unreadableDump } from '../read-dump.ts'
import { brokenTrouble } from './broken-trouble.ts'
import { BrokenContent } from './content/content.ts'
import { openContent, wholeDump } from './content/open-content.ts'
import { PlainContent } from './content/plain-content.ts'
import { isAbort } from './is-abort.ts'
import type { DumpFile, IndexBatch, ReaderSettings, RecordTrouble } from './reader.ts'

/** The index of a file that is one document. */
export async function* wholeFileIndex(
  file: DumpFile,
  settings: ReaderSettings,
  signal: AbortSignal,
): AsyncGenerator<IndexBatch> {
  const troubles = await breaks(file, settings, signal)
  yield { records: [{ number: 1, position: 0, bytes: file.bytes }], troubles, doneBytes: file.bytes }
}

/** Where a compressed file breaks off. One that is not compressed is not read for this. */
async function breaks(
  file: DumpFile,
  settings: ReaderSettings,
  signal: AbortSignal,
): Promise<RecordTrouble[]> {
  const content = await openContent(file, settings.cacheFolder)
  try {
    if (content instanceof PlainContent) return []
    let length = 0
    for await (const { bytes } of content.pieces(signal)) {
      length += bytes.length
      // Nobody can open it, so it need not be known whether the rest is whole: a small file can hold any amount.
      if (length > largestDump) break
    }
    return []
  } catch (error) {
    if (error instanceof BrokenContent) return [brokenTrouble(error)]
    throw isAbort(error) ? error : unreadableDump(file.path, error)
  } finally {
    await content.close()
  }
}

/** The bytes of a file that is one document, up to where they break off. @throws WinnowError if there are more than `limit` */
export async function wholeFileBytes(file: DumpFile, limit: number): Promise<Uint8Array> {
  const whole = await wholeDump(file, limit)
  if (whole) return whole.bytes
  throw new WinnowError(
    'dump-too-large',
    say`The dump ${file.path} has more than ${limit / 1024 / 1024} MB; Winnow opens documents of up to that. Split it into smaller files. The other documents are not affected.`,
  )
}

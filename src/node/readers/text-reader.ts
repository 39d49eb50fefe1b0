import { createHash } from 'node:crypto'
import { WinnowError } from '../../core/winnow-error.ts'
import { largestDump, unreadableDump } from '../read-dump.ts'
import { brokenTrouble } from './broken-trouble.ts'
import { BrokenContent } from './content/content.ts'
import { openContent, wholeDump } from './content/open-content.ts'
import { PlainContent } from './content/plain-content.ts'
import { decodeText } from './decode.ts'
import { extensionOf } from './dump-name.ts'
import { isAbort } from './is-abort.ts'
import type { DumpFile, DumpReader, ReaderSettings, ReadRecord, RecordTrouble } from './reader.ts'
import { looksLikeText } from './text-recognition.ts'

/** Plain text in any encoding, one document a file: `.txt`, `.md`, or no extension at all. */
export const textReader: DumpReader = {
  name: 'text',
  single: true,

  recognises(name, head) {
    const extension = extensionOf(name)
    if (!['txt', 'text', 'md', 'markdown', ''].includes(extension)) return false
    return (extension !== '' || head.length > 0) && looksLikeText(head)
  },

  async *index(file, settings, signal) {
    const troubles = await breaks(file, settings, signal)
    yield { records: [{ number: 1, position: 0, bytes: file.bytes }], troubles, doneBytes: file.bytes }
  },

  async open(file, settings) {
    return { read: () => readText(file, settings), close: async () => undefined }
  },
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
    const pieces = content.pieces(signal)
    for (let next = await pieces.next(); !next.done; ) next = await pieces.next()
    return []
  } catch (error) {
    if (error instanceof BrokenContent) return [brokenTrouble(error)]
    throw isAbort(error) ? error : unreadableDump(file.path, error)
  } finally {
    await content.close()
  }
}

async function readText(file: DumpFile, settings: ReaderSettings): Promise<ReadRecord> {
  const whole = await wholeDump(file, largestDump)
  if (!whole)
    throw new WinnowError(
      'dump-too-large',
      `The dump ${file.path} has more than ${largestDump / 1024 / 1024} MB; Winnow opens texts of up to that. Split it into smaller files. The other documents are not affected.`,
    )
  const { text, encoding, undecodable } = decodeText(whole.bytes, { chosen: settings.encoding })
  const zero = text.indexOf('\0')
  if (zero !== -1)
    throw new WinnowError(
      'dump-binary',
      `The file ${file.path} is not plain text: character ${zero + 1} is NUL. The other documents are not affected.`,
    )
  return {
    text,
    sha256: createHash('sha256').update(whole.bytes).digest('hex'),
    bytes: whole.bytes.length,
    encoding,
    undecodable,
    conversion: null,
    facts: {},
    metadata: {},
  }
}

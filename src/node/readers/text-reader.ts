import { createHash } from 'node:crypto'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { largestDump } from '../read-dump.ts'
import { decodeText } from './decode.ts'
import { extensionOf } from './dump-name.ts'
import type { DumpFile, DumpReader, ReaderSettings, ReadRecord } from './reader.ts'
import { looksLikeText } from './text-recognition.ts'
import { wholeFileBytes, wholeFileIndex } from './whole-file.ts'

/** Plain text in any encoding, one document a file: `.txt`, `.md`, or no extension at all. */
export const textReader: DumpReader = {
  name: 'text',
  single: true,

  recognises(name, head) {
    const extension = extensionOf(name)
    if (!['txt', 'text', 'md', 'markdown', ''].includes(extension)) return false
    return (extension !== '' || head.length > 0) && looksLikeText(head)
  },

  index: wholeFileIndex,

  async open(file, settings) {
    return { read: () => readText(file, settings), close: async () => undefined }
  },
}

async function readText(file: DumpFile, settings: ReaderSettings): Promise<ReadRecord> {
  const bytes = await wholeFileBytes(file, largestDump)
  const { text, encoding, undecodable } = decodeText(bytes, { chosen: settings.encoding })
  const zero = text.indexOf('\0')
  if (zero !== -1)
    throw new WinnowError(
      'dump-binary',
      say`The file ${file.path} is not plain text: character ${zero + 1} is NUL. The other documents are not affected.`,
    )
  return {
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    encoding,
    undecodable,
    conversion: null,
    facts: {},
    metadata: {},
  }
}

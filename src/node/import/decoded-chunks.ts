import { TextDecoder } from 'node:util'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { byteOrderMark } from '../readers/byte-order-mark.ts'
import { decodeText } from '../readers/decode.ts'
import { openRegularFile, readRegularFile } from '../regular-file.ts'
import { importFailed, type LabelsSource } from './import-sources.ts'

/** Up to how many bytes a file is read whole, and its encoding found out as that of a dump is. */
const small = 16 * 1024 * 1024
const chunkBytes = 1024 * 1024
const headBytes = 64 * 1024

/**
 * The text of a file in pieces. What is large has to be UTF-8, or tell another encoding by a byte order mark.
 * @param onBytes told how many bytes were read so far
 * @throws WinnowError `import-failed` if it cannot be read or is neither
 */
export async function* decodedChunks(
  file: LabelsSource,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  try {
    if (file.bytes > small) yield* streamed(file.path, onBytes)
    else {
      const { text } = decodeText((await readRegularFile(file.path, small)).bytes)
      for (let at = 0; at < text.length; at += chunkBytes) {
        yield text.slice(at, at + chunkBytes)
        onBytes(Math.min(file.bytes, at + chunkBytes))
      }
    }
  } catch (error) {
    throw error instanceof WinnowError ? error : importFailed(file.path, error)
  }
}

/** The beginning of a file as text, for the guess of its format. @throws WinnowError `import-failed` */
export async function decodedHead({ path }: LabelsSource): Promise<string> {
  try {
    const file = await openRegularFile(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      return decodeText(buffer.subarray(0, bytesRead)).text
    } finally {
      await file.close()
    }
  } catch (error) {
    throw error instanceof WinnowError ? error : importFailed(path, error)
  }
}

async function* streamed(path: string, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const file = await openRegularFile(path)
  try {
    let decoder: TextDecoder | null = null
    let done = 0
    const buffer = Buffer.alloc(chunkBytes)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, null)
      if (bytesRead === 0) break
      const bytes = buffer.subarray(0, bytesRead)
      decoder ??= decoderFor(bytes)
      yield decoded(decoder, bytes, path, done)
      done += bytesRead
      onBytes(done)
    }
    if (decoder) yield decoded(decoder, null, path, done)
  } finally {
    await file.close()
  }
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const isUtf16 = byteOrderMark(bytes)?.encoding === 'utf-16'
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true })
}

/** @param bytes null at the end of the file */
function decoded(decoder: TextDecoder, bytes: Uint8Array | null, path: string, at: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch (error) {
    throw new WinnowError(
      'import-failed',
      say`The file ${path} is not UTF-8 after byte ${at}. What was imported before that is saved; nothing else was changed. Save it as UTF-8 and import it again.`,
      { cause: error },
    )
  }
}

import { fileChunks, readFileRange } from './file-chunks.ts'
import { GzipInflater } from './gzip-inflater.ts'
import type { Unpacker } from './unpacker.ts'

/** Uncompresses gzip. pako takes about twice the time of Node's zlib, which cannot tell where blocks begin. */
export const unpackGzip: Unpacker = async function* (file, from, points, signal) {
  const byteBefore = from && from.bits > 0 ? (await readFileRange(file, from.file - 1, 1))[0] : 0
  const inflater = new GzipInflater(points, from, byteBefore)
  let doneBytes = from?.file ?? 0
  for await (const chunk of fileChunks(file, doneBytes, signal)) {
    doneBytes += chunk.length
    for (const bytes of inflater.inflate(chunk)) yield { bytes, doneBytes }
  }
  inflater.end()
}

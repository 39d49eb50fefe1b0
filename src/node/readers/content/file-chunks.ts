import type { FileHandle } from 'node:fs/promises'

const chunkSize = 65_536

/** The bytes of `file` from `position` to its end, in chunks that are the receiver's own. */
export async function* fileChunks(
  file: FileHandle,
  position: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let at = position; ; ) {
    signal?.throwIfAborted()
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(chunkSize), 0, chunkSize, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/** The `length` bytes of `file` at `position`, or fewer at its end. */
export async function readFileRange(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { size } = await file.stat()
  const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - position)))
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

import type { FileHandle } from 'node:fs/promises'
import type { ContentPiece } from './content.ts'
import type { SeekPoint, SeekPoints } from './seek-points.ts'

/**
 * Uncompresses `file` from a seek point, or from its beginning, to its end, and adds what seek points it passes.
 * @throws BrokenContent after all that came before the break
 * @throws DOMException `AbortError` once `signal` is aborted
 */
export type Unpacker = (
  file: FileHandle,
  from: SeekPoint | null,
  points: SeekPoints,
  signal?: AbortSignal,
) => AsyncGenerator<ContentPiece>

import type { Annotation } from '../core/annotation.ts'
import { type DumpFacts, fromLabelsFile, type LabelsFile } from '../core/labels-file.ts'
import { DamagedFile } from './durable-file.ts'

/** How the labels of a document stand to its dump. */
export type LabelsState =
  /** Nobody has labelled it: there is no file. */
  | { readonly kind: 'none' }
  | { readonly kind: 'sound'; readonly file: LabelsFile; readonly annotation: Annotation }
  /** The file is not what it should be; `reason` is a clause, the rest of a sentence. */
  | { readonly kind: 'damaged'; readonly reason: string }
  /** The file is sound in itself, but belongs to another content of the dump. */
  | { readonly kind: 'dump-changed'; readonly file: LabelsFile }

/**
 * Judges the labels file that `read` reads against the dump.
 * @throws WinnowError where the file is unreadable or of a newer version
 */
export async function judgeLabels(
  read: () => Promise<LabelsFile | null>,
  dump: DumpFacts & { readonly text: string },
): Promise<LabelsState> {
  try {
    const file = await read()
    if (!file) return { kind: 'none' }
    if (file.dump.sha256 !== dump.sha256) return { kind: 'dump-changed', file }
    return { kind: 'sound', file, annotation: fromLabelsFile(dump.text, file) }
  } catch (error) {
    if (error instanceof DamagedFile) return { kind: 'damaged', reason: error.reason }
    if (error instanceof RangeError) return { kind: 'damaged', reason: error.message }
    throw error
  }
}

/** How many segments in the file have a label. */
export const countLabelled = (file: LabelsFile): number =>
  file.segments.filter((segment) => segment.label !== null).length

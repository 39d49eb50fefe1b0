import type { Annotation } from '../core/annotation.ts'
import { type DumpFacts, fromLabelsFile, type LabelsFile } from '../core/labels-file.ts'
import { DamagedFile } from './durable-file.ts'
import type { Dump } from './read-dump.ts'

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
  dump: Pick<Dump, 'text' | 'filed'>,
): Promise<LabelsState> {
  try {
    const file = await read()
    if (!file) return { kind: 'none' }
    if (!isSameText(file.dump, dump.filed)) return { kind: 'dump-changed', file }
    return { kind: 'sound', file, annotation: fromLabelsFile(dump.text, file) }
  } catch (error) {
    if (error instanceof DamagedFile) return { kind: 'damaged', reason: error.reason }
    if (error instanceof RangeError) return { kind: 'damaged', reason: error.message }
    throw error
  }
}

/** Whether offsets fit both: the same bytes give another text where they are decoded or converted otherwise. */
export const isSameText = (filed: DumpFacts, dump: DumpFacts): boolean =>
  filed.sha256 === dump.sha256 &&
  filed.encoding === dump.encoding &&
  filed.conversion?.textSha256 === dump.conversion?.textSha256

/** How many segments in the file have a label. */
export const countLabelled = (file: LabelsFile): number =>
  file.segments.filter((segment) => segment.label !== null).length

import { stat } from 'node:fs/promises'
import type { LabelsFile } from '../../core/labels-file.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { isAbsent } from '../disk-error.ts'
import { DamagedFile, DurableFile } from '../durable-file.ts'
import { countLabelled } from '../judge-labels.ts'
import { labelsFileKind } from '../labels-file-kind.ts'

/** How labels files of one document differ; `labelledNow` is null where there is none now, or none that can be read. */
export type ComparedLabels =
  | { readonly kind: 'same' }
  | { readonly kind: 'differ'; readonly labelledNow: number | null; readonly labelledEarlier: number }

/** Compares the labels file at `path` with an earlier one. @throws WinnowError where that cannot be read */
export async function compareLabels(path: string, earlier: string): Promise<ComparedLabels> {
  if (await isUntouched(path, earlier)) return { kind: 'same' }
  const then = await readLabels(earlier)
  if (!then) return { kind: 'same' }
  const now = await readPresent(path)
  if (now && sameLabels(now, then)) return { kind: 'same' }
  return {
    kind: 'differ',
    labelledNow: now ? countLabelled(now) : null,
    labelledEarlier: countLabelled(then),
  }
}

/** What a labels file holds, null where there is none. @throws WinnowError */
export const readLabels = (path: string): Promise<LabelsFile | null> =>
  new DurableFile(path, labelsFileKind).read()

/** As {@link readLabels}; null also for a damaged one, which holds no labels that anyone could lose. @throws WinnowError */
export async function readPresent(path: string): Promise<LabelsFile | null> {
  try {
    return await readLabels(path)
  } catch (error) {
    if (error instanceof DamagedFile) return null
    throw error
  }
}

/** Whether both say the same of the same text, whenever they were saved. */
export const sameLabels = (a: LabelsFile, b: LabelsFile): boolean => saidBy(a) === saidBy(b)

const saidBy = ({ dump, status, note, segments }: LabelsFile): string =>
  JSON.stringify([dump.sha256, status, note, segments])

/** Whether a copy has the size and time of the file, so that nobody needs to read either. */
async function isUntouched(path: string, copy: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([stat(path), stat(copy)])
    return a.size === b.size && Math.abs(a.mtimeMs - b.mtimeMs) < 0.01
  } catch (error) {
    if (isAbsent(error)) return false
    throw new WinnowError('labels-unreadable', say`${path} could not be looked at. Nothing was changed.`, {
      cause: error,
    })
  }
}

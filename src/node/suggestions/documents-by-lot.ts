import { isToDo } from '../../core/annotation.ts'
import type { NextDocument } from '../../core/contract-suggestions.ts'
import { seededOrder } from '../../core/suggestions/next-order.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { DurableFile } from '../durable-file.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { labelsPath } from '../labels-path.ts'
import type { OpenCorpus } from '../open-corpora.ts'

/** The first unfinished documents by lot, those of `only` if given, without any model; reads no more labels files than it has to. */
export async function byLot(
  { documents, home, annotator }: OpenCorpus,
  count: number,
  only: readonly string[] | null,
): Promise<NextDocument[]> {
  const drawn: NextDocument[] = []
  for (const document of seededOrder(only?.filter((id) => documents.has(id)) ?? [...documents.ids()])) {
    if (drawn.length === count) break
    if (await isUnfinished(labelsPath(home.path, annotator, document)))
      drawn.push({ document, why: 'random', score: 0 })
  }
  return drawn
}

/** One whose labels cannot be read waits as well: to be settled. */
async function isUnfinished(path: string): Promise<boolean> {
  try {
    const file = await new DurableFile(path, labelsFileKind).read()
    return !file || isToDo(file.status)
  } catch (error) {
    if (error instanceof WinnowError) return true
    throw error
  }
}

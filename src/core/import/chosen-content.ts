import type { ReadDocument } from '../datasets/read-document.ts'
import { say } from '../sentences/say.ts'
import type { ReadLabels } from './place-labels.ts'
import { refused } from './refused.ts'

/**
 * What of a read document is taken in: its labels, or, as suggestions, what a model predicted, if the file has any. Null
 * where nothing of it is by `of`, an annotator or a model.
 * @throws WinnowError `record-refused` where there is nothing, or more than one model has predicted
 */
export function chosenContent(
  read: ReadDocument,
  as: 'labels' | 'suggestions',
  of: string | undefined,
): ReadLabels | null {
  if (as === 'suggestions' && read.predictions.length > 0) {
    const wanted = read.predictions.filter(({ model }) => of === undefined || model === of)
    const [first, another] = wanted
    if (another)
      throw refused(
        say`More than one model has predicted it: ${wanted.map(({ model }) => `“${model ?? ''}”`).join(', ')}. Say which one to take.`,
      )
    if (first) return { spans: first.spans, lines: null }
  }
  if (of !== undefined && read.annotator !== of) return null
  if (read.spans || read.lines) return read
  throw refused(
    read.predictions.length > 0
      ? say`It has predictions and no labels. They can be taken in as suggestions of a model.`
      : say`It has no labels.`,
  )
}

import type { ModelDocument } from '../../core/suggestions/model-document.ts'
import type { Suggestion } from '../../core/suggestions/suggestion.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { modelDocument } from './labels-to-learn.ts'
import type { RepetitionWishes } from './repetition-wishes.ts'
import type { ThreadCorpus } from './suggestion-task.ts'

/** A document that a window shows and asks for part by part, and what a model has suggested for its parts. */
export interface ShownDocument {
  readonly document: ModelDocument
  readonly stamp: string
  readonly bounds: Uint32Array
  /** Of the model that suggested. */
  readonly version: number
  readonly parts: Map<number, readonly (Suggestion | null)[]>
}

/**
 * The document with these bounds, as it is on the disk now; `before` where that is still it.
 * @throws WinnowError if it cannot be read, or the bounds do not fit it
 */
export async function showDocument(
  { source, table }: Pick<ThreadCorpus, 'source' | 'table'>,
  { document, bounds, version }: Pick<ShownDocument, 'bounds' | 'version'> & { readonly document: string },
  before: ShownDocument | null,
  wishes: RepetitionWishes,
): Promise<ShownDocument> {
  const stamp = await source.stamp(document)
  const sameText = before?.document.id === document && before.stamp === stamp
  if (sameText && before.version === version && sameBounds(before.bounds, bounds)) return before
  const text = sameText ? before.document.text : await source.textWaiting(document)
  const segments = segmentsOf(document, text, bounds)
  const [repetition] = await wishes.ask([{ document, bounds: Uint32Array.from(bounds) }])
  return {
    document: modelDocument(table, document, text, segments, repetition ?? []),
    stamp,
    bounds,
    version,
    parts: new Map(),
  }
}

/** @throws WinnowError if that is no segmentation of the text */
function segmentsOf(document: string, text: string, bounds: Uint32Array): ModelDocument['segments'] {
  const segments: { start: number; end: number }[] = []
  let last = 0
  for (let at = 0; at < bounds.length; at += 2) {
    const start = bounds[at] ?? 0
    const end = bounds[at + 1] ?? 0
    if (start < last || end <= start || end > text.length)
      throw new WinnowError(
        'bad-request',
        `The segments that suggestions were asked for do not fit “${document}”. Nothing was changed. Open it again.`,
      )
    segments.push({ start, end })
    last = end
  }
  return segments
}

const sameBounds = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((offset, index) => offset === b[index])

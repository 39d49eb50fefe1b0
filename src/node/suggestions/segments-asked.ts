import { say } from '../../core/sentences/say.ts'
import type { ModelDocument } from '../../core/suggestions/model-document.ts'
import { WinnowError } from '../../core/winnow-error.ts'

/**
 * The segments of a text that begin and end at `bounds`: s0, e0, s1, e1 … in UTF-16 code units.
 * @throws WinnowError if they do not lie in it one after the other
 */
export function segmentsAsked(
  document: string,
  text: string,
  bounds: Uint32Array,
): ModelDocument['segments'] {
  const segments: { start: number; end: number }[] = []
  let last = 0
  for (let at = 0; at < bounds.length; at += 2) {
    const start = bounds[at] ?? 0
    const end = bounds[at + 1] ?? 0
    if (start < last || end <= start || end > text.length)
      throw new WinnowError(
        'bad-request',
        say`The segments that suggestions were asked for do not fit “${document}”. Nothing was changed. Open it again.`,
      )
    segments.push({ start, end })
    last = end
  }
  return segments
}

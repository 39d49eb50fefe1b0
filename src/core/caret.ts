import type { Segment } from './segment.ts'
import { segmentByMarkdownBlock } from './segmentation/markdown-block.ts'
import { segmentBySentence } from './segmentation/sentence.ts'

/** How far around the caret is looked, in UTF-16 code units: a segment may be a line of 20 MB. */
const reach = 4000

const image = /^\[?!\[/
const pipe = /^\|/

/**
 * Where a split of `segment` is most likely wanted: behind the image residue it begins with, else before the table pipe
 * it ends with, else behind its first sentence, else before the word in its middle. An offset in `text` in UTF-16 code
 * units; null where it is a single character.
 */
export function likelySplit(text: string, segment: Segment): number | null {
  const content = text.slice(segment.start, Math.min(segment.end, segment.start + reach))
  const blocks = segmentByMarkdownBlock(content)
  const starting = blocks[0]
  const second = blocks[1]
  const ending = blocks.at(-1)
  if (starting && second && image.test(content.slice(starting.start))) return segment.start + second.start
  if (second && ending && pipe.test(content.slice(ending.start))) return segment.start + ending.start
  const sentence = segmentBySentence(content)[1]
  if (sentence) return segment.start + sentence.start
  const middle = segment.start + Math.floor(content.length / 2)
  return nearest(text, segment, middle, 'word') ?? nearest(text, segment, middle, 'grapheme')
}

/** The start within the segment, but not its own, of a word or character that is nearest after or before `offset`. */
function nearest(text: string, segment: Segment, offset: number, step: CaretStep): number | null {
  const after = moveCaret(text, segment, offset - 1, step, 1)
  if (after > segment.start && after < segment.end) return after
  const before = moveCaret(text, segment, offset + 1, step, -1)
  return before > segment.start ? before : null
}

/** By what the caret moves: what a reader takes for one character, or a word. */
export type CaretStep = 'grapheme' | 'word'

const segmenters = {
  grapheme: new Intl.Segmenter(undefined, { granularity: 'grapheme' }),
  word: new Intl.Segmenter(undefined, { granularity: 'word' }),
}

/**
 * Where the caret comes to that moves from `offset` by one step forward (1) or back (-1), within `segment`. A step by
 * word ends at the start of a word. Offsets in `text`, in UTF-16 code units.
 */
export function moveCaret(
  text: string,
  segment: Segment,
  offset: number,
  step: CaretStep,
  direction: 1 | -1,
): number {
  const start = Math.max(segment.start, offset - reach)
  const end = Math.min(segment.end, offset + reach)
  const pieces = Array.from(segmenters[step].segment(text.slice(start, end)))
    .filter(({ segment: piece, isWordLike }) => step === 'grapheme' || isWordLike || /\S/u.test(piece))
    .map(({ index }) => start + index)
  const found = direction === 1 ? pieces.find((at) => at > offset) : pieces.findLast((at) => at < offset)
  return found ?? (direction === 1 ? segment.end : segment.start)
}

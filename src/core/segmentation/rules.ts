import type { Segment } from '../segment.ts'
import { segmentByLine } from './line.ts'
import { segmentByMarkdownBlock } from './markdown-block.ts'
import { segmentByParagraph } from './paragraph.ts'
import { segmentBySentence } from './sentence.ts'

/** The rules by which a text can be cut into segments, by the names that files record. */
export const segmentationRules = ['line', 'paragraph', 'sentence', 'markdown-block'] as const

export type SegmentationRule = (typeof segmentationRules)[number]

const cutters: Record<SegmentationRule, (text: string) => Segment[]> = {
  line: segmentByLine,
  paragraph: segmentByParagraph,
  sentence: segmentBySentence,
  'markdown-block': segmentByMarkdownBlock,
}

/** The unlabelled segments of `text` by a rule. Offsets in UTF-16 code units. */
export const segmentBy = (rule: SegmentationRule, text: string): Segment[] => cutters[rule](text)

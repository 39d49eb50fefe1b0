import type { Status } from '../annotation.ts'
import type { HtmlLine } from '../html/line-writer.ts'
import type { LabelColour } from '../label-set.ts'
import type { Mark } from '../segment.ts'

/** The parts of a dataset, as those who train call them. */
export const splitNames = ['train', 'validation', 'test'] as const

export type SplitName = (typeof splitNames)[number]

/** A run `[start, end)` of a document's text in UTF-16 code units, trimmed, with its label as it goes out. */
export interface DatasetSegment extends Mark {
  readonly start: number
  readonly end: number
}

/** A label as it goes out. */
export interface DatasetLabel {
  readonly name: string
  /** Whether a cleaner keeps the text. */
  readonly keep: boolean
  readonly colour: LabelColour
  /** The letter that labels with it; null where the mapping knows none. */
  readonly key: string | null
  readonly description: string
}

/** A document as every format gets it: with the labels of one annotator, mapped and chosen already. */
export interface DatasetDocument {
  readonly id: string
  /** Never normalised: what the dump says, letter by letter. */
  readonly text: string
  readonly annotator: string
  readonly status: Status
  /** What the annotator wrote of it; empty if nothing. */
  readonly note: string
  /** SHA-256 in hexadecimal of the dump's bytes that the text was decoded from. */
  readonly sha256: string
  readonly encoding: string
  readonly url: string | null
  readonly site: string | null
  /** The shortest code of ISO 639: `vi`, `yue`. */
  readonly language: string | null
  readonly date: string | null
  /** The other columns of its record by their paths; none where it is no record. */
  readonly metadata: Readonly<Record<string, string | number | boolean | null>>
  /** The page that the text was made from; null for what is text as it lies there. */
  readonly html: { readonly source: string; readonly lines: readonly HtmlLine[] } | null
  /** Null where the dataset is not split. */
  readonly split: SplitName | null
  /**
   * In order, without those that were left out. A label that is null was not given: formats leave such a segment out
   * unless they can carry it.
   */
  readonly segments: readonly DatasetSegment[]
}

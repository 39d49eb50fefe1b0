import type { SplitName } from '../datasets/dataset-document.ts'

/** What one split has. */
export interface SplitCounts {
  readonly documents: number
  readonly sites: number
  /** How many segments have each label, by its name. */
  readonly segments: Readonly<Record<string, number>>
}

/** How many different lines a split has, and how many of them stand in another split too. */
export interface LineCounts {
  readonly lines: number
  readonly repeated: number
  /** Of those that a cleaner keeps. */
  readonly kept: number
  readonly keptRepeated: number
}

/** A document that is in no split, since in any it would leak into another. */
export interface UnsplitDocument {
  readonly document: string
  /** Whether it was split from its site by an earlier export, or is a near duplicate of `other`. */
  readonly reason: 'site' | 'near-duplicate'
  readonly other: string
  /** The split of `other`. */
  readonly split: SplitName
}

/** What whoever uses a split dataset should know. */
export type SplitWarning =
  | { readonly code: 'empty'; readonly split: SplitName }
  /** The split has many documents more or less than it should. */
  | {
      readonly code: 'share-missed'
      readonly split: SplitName
      readonly wanted: number
      readonly documents: number
    }
  /** Documents of a group that is larger than any but the largest split should be. */
  | { readonly code: 'large-group'; readonly documents: number; readonly sites: number }
  | { readonly code: 'label-missing'; readonly split: SplitName; readonly label: string }
  /** Documents of which no site is known, so that each counted as one. */
  | { readonly code: 'sites-unknown'; readonly documents: number }
  | ({ readonly code: 'lines-repeat'; readonly split: SplitName } & LineCounts)

/** What came of splitting a dataset. */
export interface SplitReport {
  /** How many groups were put into a split as one. */
  readonly groups: number
  readonly largestGroup: { readonly documents: number; readonly sites: number }
  /** How many sites with two or more documents were kept whole. */
  readonly sitesKept: number
  /** How many times groups were joined because pages of theirs are near duplicates. */
  readonly nearDuplicateLinks: number
  readonly splits: Readonly<Record<SplitName, SplitCounts>>
  readonly leftOut: readonly UnsplitDocument[]
  readonly lines: Readonly<Record<SplitName, LineCounts>>
  /** What share of all different lines was looked at: 1 unless there are too many to keep. */
  readonly lineSample: number
  readonly warnings: readonly SplitWarning[]
}

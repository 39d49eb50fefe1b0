import type { OffsetUnit } from '../offsets.ts'
import type { LabelOrigin } from '../segment.ts'

/** What a file says of a run `[start, end)` of the dump's text, in UTF-16 code units. */
export interface PlacedLabel {
  readonly start: number
  readonly end: number
  /** Of the label set; null where the run is only cut. */
  readonly label: string | null
  readonly by?: LabelOrigin | null | undefined
  readonly from?: string | undefined
  /** From 0 to 1; absent where the file gives none. */
  readonly confidence?: number | undefined
}

/** What a file says of a document, in the order of its text and without overlap. */
export interface PlacedLabels {
  readonly labels: readonly PlacedLabel[]
  /** How much of the file's text was found in the dump, from 0 to 1; null where the file has offsets. */
  readonly aligned: number | null
}

/** Why what a file says has no place in the dump. */
export interface Misplaced {
  /** A sentence. */
  readonly reason: string
  /** In what offsets count that do not fit as the file counts them; null if that is not it. */
  readonly unit: OffsetUnit | null
  /** As {@link PlacedLabels.aligned}, where too little was found. */
  readonly aligned: number | null
}

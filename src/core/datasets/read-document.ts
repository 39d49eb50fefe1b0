import type { Status } from '../annotation.ts'
import type { OffsetUnit } from '../offsets.ts'
import type { LabelOrigin } from '../segment.ts'

/** A run of a document's text as a file of another program has it. `start` and `end` as the file counts them. */
export interface ReadSpan {
  readonly start: number
  readonly end: number
  /** As the file names it; null where it cuts a segment without saying what it is. */
  readonly label: string | null
  /** What the file says stands there; null if it does not. */
  readonly text: string | null
  /** How the label came to be; nothing where the file does not say, which is taken as made by a person. */
  readonly by?: LabelOrigin | null | undefined
  readonly from?: string | undefined
  /** From 0 to 1, of a suggestion. */
  readonly confidence?: number | undefined
}

/** A line of a format without offsets. */
export interface ReadLine {
  readonly text: string
  readonly label: string | null
}

/** What a model said about a document. */
export interface ReadPrediction {
  /** The name of the model; null if the file does not say. */
  readonly model: string | null
  readonly spans: readonly ReadSpan[]
}

/** What a file of labels says about one document. Nothing of it is checked against the corpus yet. */
export interface ReadDocument {
  /** Where it stands in the file, as a person would name the place: `line 3`, `task 17`; empty for the whole file. */
  readonly where: string
  /** The id or name of the document, as far as the file gives one. */
  readonly id: string | null
  readonly text: string | null
  /** SHA-256 of the dump's bytes, in hexadecimal. */
  readonly sha256: string | null
  readonly url: string | null
  readonly annotator: string | null
  readonly status: Status | null
  /** In what the spans count; ignored where there are none. */
  readonly unit: OffsetUnit
  /** In any order; null where the file has no labels by offsets, as when it has lines or predictions alone. */
  readonly spans: readonly ReadSpan[] | null
  /** Of formats without offsets, in the order of the document; null elsewhere. */
  readonly lines: readonly ReadLine[] | null
  readonly predictions: readonly ReadPrediction[]
}

/** Something in a file of labels that could not be read, and the sentence why. */
export interface ReadTrouble {
  readonly where: string
  readonly reason: string
}

/** A document of which a file says nothing but where it stands: what a reader fills in. */
export const nothingRead: ReadDocument = {
  where: '',
  id: null,
  text: null,
  sha256: null,
  url: null,
  annotator: null,
  status: null,
  unit: 'codepoint',
  spans: null,
  lines: null,
  predictions: [],
}

/** True if that is what could not be read. */
export const isTrouble = (read: object): read is ReadTrouble => 'reason' in read

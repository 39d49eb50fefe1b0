/** On how many documents the line of a segment stands. */
export interface Repetition {
  /** Documents of the corpus with this line, this one included. */
  readonly documents: number
  /** Documents of the same site with this line, this one included. */
  readonly siteDocuments: number
  /** All documents of the site. */
  readonly siteSize: number
}

/** A document as a suggestion model sees it. */
export interface ModelDocument {
  readonly id: string
  /** The site it is from; the name of a folder where the site is not known. */
  readonly site: string
  readonly text: string
  /** Runs `[start, end)` in UTF-16 code units; sorted, trimmed, not overlapping. */
  readonly segments: readonly { readonly start: number; readonly end: number }[]
  /** One a segment; empty where nothing is known of repetition (yet). */
  readonly repetition: readonly Repetition[]
}

/** A document with what an annotator said of its segments. */
export interface LabelledModelDocument extends ModelDocument {
  /** One a segment; null where the annotator has not said. */
  readonly labels: readonly (string | null)[]
}

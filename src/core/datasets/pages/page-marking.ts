import type { DatasetLabel } from '../dataset-document.ts'

/** How the elements around the text of a page say what it is. */
export interface PageMarking {
  /** Whose way it is, as a sentence names it. */
  readonly tool: string
  /** The class of text that has the label. */
  classOf(label: DatasetLabel): string
  /** How the start tag of a `<span>` says so. */
  attribute(pageClass: string): string
  /** What the start tag of a `<span>` says; null if it says nothing. */
  classIn(attributes: ReadonlyMap<string, string>): string | null
  /** What text is taken for that no element marks. */
  readonly unmarked: string
}

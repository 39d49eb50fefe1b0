import type { Annotation } from '../core/annotation.ts'
import type { Edit } from '../core/edit.ts'
import type { SegmentationRule } from '../core/segmentation/rules.ts'
import type { DocumentSource } from './document-source.ts'

/** Which document, whose labels, and where both lie. */
export interface SessionPlace {
  readonly document: string
  readonly annotator: string
  readonly source: DocumentSource
  readonly labelsPath: string
}

/** Told of what has become durable. `client` is null for what another process saved. */
export interface SavedEdits {
  readonly document: string
  readonly revision: number
  readonly edits: readonly Edit[]
  readonly client: string | null
  readonly annotation: Annotation
  /** When it was saved, ISO 8601 in UTC; null if never, as when a document without labels is cut by another rule. */
  readonly saved: string | null
}

/** What a session needs of the corpus around it. */
export interface SessionHooks {
  /** The corpus's rule, by which documents are cut that have no labels file. */
  readonly rule: () => Promise<SegmentationRule>
  /** Called before labels are written, for what has to be kept of them and to exist beside them. */
  readonly beforeSave: (labelsPath: string) => Promise<void>
  readonly onSaved: (saved: SavedEdits) => void
  /** Told where another program has made something of the labels that cannot simply be shown any more. */
  readonly onUnsettled: (document: string) => void
}

/** Makes edits of what the document holds at the moment in which they are applied. */
export type EditMaker = (text: string, annotation: Annotation) => readonly Edit[]

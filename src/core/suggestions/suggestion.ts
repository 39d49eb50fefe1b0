/**
 * Why a model suggests a label, as codes; the interface has a sentence for each.
 * The one reason of a suggestion is what spoke most for it, not the whole of what did.
 */
export const suggestionReasons = [
  /** The same line was labelled so elsewhere. */
  'repeated-labelled',
  /** The line stands on many pages of its site. */
  'repeated-on-site',
  /** The line stands on many pages of the corpus. */
  'repeated-on-corpus',
  /** Long, and ends as a sentence does. */
  'sentence',
  /** A few words. */
  'short',
  /** Looks like a link, or an item of a list. */
  'link-or-list',
  /** What a converter left of an image. */
  'image-residue',
  /** Names who made or owns a picture. */
  'credit',
  /** Stands where the headline does, and looks like one. */
  'headline',
  /** Its neighbours are body. */
  'between-body',
  /** Its neighbours are boilerplate. */
  'between-boilerplate',
  /** Where it stands in the document. */
  'position',
  /** The annotator made a rule for this line. */
  'rule',
  /** Looks like what the annotator labelled so. */
  'like-labelled',
  /** A model said so whose suggestions were taken in. */
  'named-model',
] as const

export type SuggestionReason = (typeof suggestionReasons)[number]

/** What a model thinks a segment is. Never counts as a label until an annotator accepts it. */
export interface Suggestion {
  /** The name of a label of the label set. */
  readonly label: string
  /** How often a suggestion of this confidence is right, from 0 to 1. */
  readonly confidence: number
  readonly reason: SuggestionReason
}

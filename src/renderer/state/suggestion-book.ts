import type { Segment } from '../../core/segment.ts'
import type { Suggestion } from '../../core/suggestions/suggestion.ts'

/** What was suggested for a run of the text; null where nothing was. */
interface Entry {
  readonly end: number
  readonly suggestion: Suggestion | null
  /** In which round of asking it came. */
  readonly round: number
}

/**
 * What is suggested for the segments of one text, by the run of the text that each suggestion was made for: one that
 * was made for another segmentation is never shown for what stands there now. A changed book is a new object over the
 * same entries, as a document may have 100,000; a book that was replaced must not be read any more.
 */
export class SuggestionBook {
  #text: string
  readonly #entries: Map<number, Entry>

  private constructor(text: string, entries: Map<number, Entry>) {
    this.#text = text
    this.#entries = entries
  }

  /** A book of `text` in which nothing is suggested yet. */
  static of(text: string): SuggestionBook {
    return new SuggestionBook(text, new Map())
  }

  isOf(text: string): boolean {
    if (this.#text !== text) return false
    // A document that is opened again has the same text in another string. Two strings of 20 MB are compared character
    // by character, one with itself is not, and this is asked for each row and segment.
    this.#text = text
    return true
  }

  /** Whether it is known what, if anything, is suggested for a segment of `text`. */
  knows(text: string, segment: Segment): boolean {
    return this.#entry(text, segment) !== undefined
  }

  /** Whether that came in this round of asking. */
  isOfRound(text: string, segment: Segment, round: number): boolean {
    return this.#entry(text, segment)?.round === round
  }

  /** What is suggested for a segment of `text`; null where nothing is, and where it has a label. */
  get(text: string, segment: Segment): Suggestion | null {
    return segment.label === null ? (this.#entry(text, segment)?.suggestion ?? null) : null
  }

  /**
   * The book after `suggestions` came in for the segments from index `first` on, of those that began and ended at
   * `bounds` (s0, e0, s1, e1 …) when they were asked for in that round. Those that say the same as before stay the same objects, so
   * that rows which show them need not be drawn again. What a later round brought is kept: answers of a model that was
   * busy may come after those of another that was chosen in its place.
   */
  with(
    bounds: readonly number[],
    first: number,
    suggestions: readonly (Suggestion | null)[],
    round: number,
  ): SuggestionBook {
    suggestions.forEach((suggestion, n) => {
      const start = bounds[2 * (first + n)]
      const end = bounds[2 * (first + n) + 1]
      if (start === undefined || end === undefined) return
      const before = this.#entries.get(start)
      if (before && before.round > round) return
      const same = before?.end === end && sameSuggestion(before.suggestion, suggestion)
      this.#entries.set(start, { end, suggestion: same ? before.suggestion : suggestion, round })
    })
    return new SuggestionBook(this.#text, this.#entries)
  }

  #entry(text: string, { start, end }: Segment): Entry | undefined {
    const entry = this.isOf(text) ? this.#entries.get(start) : undefined
    return entry?.end === end ? entry : undefined
  }
}

/** The book while no document is open. */
export const noSuggestions = SuggestionBook.of('')

const sameSuggestion = (a: Suggestion | null, b: Suggestion | null): boolean =>
  a?.label === b?.label && a?.confidence === b?.confidence && a?.reason === b?.reason

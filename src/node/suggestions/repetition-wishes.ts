import type { Repetition } from '../../core/suggestions/model-document.ts'
import type { AskedSegments } from '../repetition/repetition-task.ts'
import type { RepetitionCounts } from './suggestion-task.ts'

/** Asks the thread that started this one how often lines stand in the corpus, which a thread of its own counts. */
export class RepetitionWishes {
  readonly #tell: (wish: number, segments: AskedSegments[]) => void
  readonly #waiting = new Map<number, (counts: RepetitionCounts[]) => void>()
  #wishes = 0

  constructor(tell: (wish: number, segments: AskedSegments[]) => void) {
    this.#tell = tell
  }

  /** One list a document, one a segment; empty where nothing is known (yet). */
  async ask(segments: AskedSegments[]): Promise<(readonly Repetition[])[]> {
    const wish = ++this.#wishes
    const counts = await new Promise<RepetitionCounts[]>((resolve) => {
      this.#waiting.set(wish, resolve)
      this.#tell(wish, segments)
    })
    return segments.map((_, index) => repetitionOf(counts[index]))
  }

  /** What was answered to a wish; nothing where it could not be. */
  answer(wish: number, counts: RepetitionCounts[]): void {
    this.#waiting.get(wish)?.(counts)
    this.#waiting.delete(wish)
  }
}

function repetitionOf(counts: RepetitionCounts | undefined): readonly Repetition[] {
  if (!counts?.ready) return []
  const { documents, siteDocuments, siteSize } = counts
  return documents.map((each, index) => ({
    documents: each,
    siteDocuments: siteDocuments[index] ?? 0,
    siteSize,
  }))
}

/** Where an annotator is. */
export interface Place {
  readonly corpus: string
  readonly document: string
  readonly segment: number
}

/** What of a window tells that it goes out of sight, or is closed. */
export type LeavablePage = Pick<Window, 'addEventListener'> & {
  readonly document: Pick<Document, 'hidden' | 'addEventListener'>
}

/** For how long the annotator must stay at a place until it is told, in ms: longer than a key that is held repeats. */
const restAfter = 120

/**
 * Tells the service where the annotator is once he rests there, or leaves the window, so that he comes back to the same
 * place. One call is under way at a time; of the moves meanwhile only the last is told.
 */
export class PlaceKeeper {
  readonly #tell: (place: Place) => Promise<unknown>
  #timer: ReturnType<typeof setTimeout> | undefined
  #underWay = false
  #next: Place | null = null

  constructor(tell: (place: Place) => Promise<unknown>, page: LeavablePage) {
    this.#tell = tell
    page.addEventListener('pagehide', () => void this.#send())
    page.document.addEventListener('visibilitychange', () => {
      if (page.document.hidden) void this.#send()
    })
  }

  remember(place: Place): void {
    this.#next = place
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), restAfter)
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#underWay) return
    this.#underWay = true
    while (this.#next) {
      const place = this.#next
      this.#next = null
      await this.#tell(place)
    }
    this.#underWay = false
  }
}

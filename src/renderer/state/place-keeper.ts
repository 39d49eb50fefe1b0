/** Where an annotator is. */
export interface Place {
  readonly corpus: string
  readonly document: string
  readonly segment: number
}

/**
 * Tells the service where the annotator is, as soon as the window shows it, so that a window that is closed or reloaded in the next moment
 * comes back to the same place. One call is under way at a time; of the moves meanwhile only the last is told.
 */
export class PlaceKeeper {
  readonly #tell: (place: Place) => Promise<unknown>
  readonly #afterPaint: (task: () => void) => void
  #underWay = false
  #next: Place | null = null

  constructor(tell: (place: Place) => Promise<unknown>, afterPaint: (task: () => void) => void) {
    this.#tell = tell
    this.#afterPaint = afterPaint
  }

  remember(place: Place): void {
    this.#next = place
    if (this.#underWay) return
    this.#underWay = true
    this.#afterPaint(() => void this.#send())
  }

  async #send(): Promise<void> {
    while (this.#next) {
      const place = this.#next
      this.#next = null
      await this.#tell(place)
    }
    this.#underWay = false
  }
}

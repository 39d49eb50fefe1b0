/** Where an annotator is. */
export interface Place {
  readonly corpus: string
  readonly document: string
  readonly segment: number
}

/**
 * Tells the service where the annotator is, at once, so that a window that is closed or reloaded in the next moment
 * comes back to the same place. One call is under way at a time; of the moves meanwhile only the last is told.
 */
export class PlaceKeeper {
  readonly #tell: (place: Place) => Promise<unknown>
  #underWay = false
  #next: Place | null = null

  constructor(tell: (place: Place) => Promise<unknown>) {
    this.#tell = tell
  }

  remember(place: Place): void {
    this.#next = place
    if (!this.#underWay) void this.#send()
  }

  async #send(): Promise<void> {
    this.#underWay = true
    while (this.#next) {
      const place = this.#next
      this.#next = null
      await this.#tell(place)
    }
    this.#underWay = false
  }
}

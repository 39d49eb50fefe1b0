/** After how long without a key or the pointer an annotator counts as away, in ms. */
export const awayAfter = 30_000

/**
 * Adds up for how long someone is at work: from each sign of activity on, until {@link awayAfter} without another.
 * All times are given in ms of one clock that never goes back.
 */
export class ActiveTime {
  #active = 0
  #counted = 0
  /** The last sign of activity; null before the first one and while the work is out of sight. */
  #last: number | null = null

  /** Begins at zero, with a sign of activity. */
  restart(now: number): void {
    this.#active = 0
    this.act(now)
  }

  /** A sign of activity: a key, or the pointer. */
  act(now: number): void {
    this.#count(now)
    this.#last = now
    this.#counted = now
  }

  /** The work is out of sight from now on, until the next sign of activity. */
  pause(now: number): void {
    this.#count(now)
    this.#last = null
  }

  /** The whole seconds since the last time they were taken; what is left over counts the next time. */
  take(now: number): number {
    this.#count(now)
    const seconds = Math.floor(this.#active / 1000)
    this.#active -= seconds * 1000
    return seconds
  }

  #count(now: number): void {
    if (this.#last === null) return
    const end = Math.min(now, this.#last + awayAfter)
    this.#active += Math.max(0, end - this.#counted)
    this.#counted = Math.max(this.#counted, end)
  }
}

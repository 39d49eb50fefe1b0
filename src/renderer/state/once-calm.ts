/** For how long nothing more must come until what waits is done, in ms: longer than between keys typed in a row. */
const calmAfter = 80

/** For how long it waits at most, in ms. */
const longestWait = 400

/**
 * Puts tasks off until the window is calm, so that keys which follow each other quickly do not wait for the frames of
 * what stands beside the panes. A task that waits already is done once.
 */
export class OnceCalm {
  readonly #tasks = new Set<() => void>()
  #calm: ReturnType<typeof setTimeout> | undefined
  #latest: ReturnType<typeof setTimeout> | undefined

  readonly run = (task: () => void): void => {
    this.#tasks.add(task)
    clearTimeout(this.#calm)
    this.#calm = setTimeout(this.#go, calmAfter)
    this.#latest ??= setTimeout(this.#go, longestWait)
  }

  readonly #go = (): void => {
    clearTimeout(this.#calm)
    clearTimeout(this.#latest)
    this.#latest = undefined
    const tasks = [...this.#tasks]
    this.#tasks.clear()
    for (const task of tasks) task()
  }
}

/** What of a window tells when it has painted, and when it goes out of sight. */
export type PaintingPage = Pick<Window, 'requestAnimationFrame' | 'addEventListener'> & {
  readonly document: Pick<Document, 'hidden' | 'addEventListener'>
}

/** For how long a task waits at most for a paint, in ms: a window that is covered may not paint at all. */
const longestWait = 200

/**
 * Puts tasks off until the window has painted, so that what a key changes is seen before anything is sent. They run at
 * once where the window is out of sight, and as soon as it goes out of sight or is closed: none is lost.
 */
export class AfterPaint {
  readonly #page: PaintingPage
  #tasks: (() => void)[] = []
  #latest: ReturnType<typeof setTimeout> | undefined

  constructor(page: PaintingPage) {
    this.#page = page
    page.addEventListener('pagehide', this.#run)
    page.document.addEventListener('visibilitychange', this.#run)
  }

  /** Runs `task` after the next paint; tasks keep their order. */
  readonly run = (task: () => void): void => {
    this.#tasks.push(task)
    if (this.#page.document.hidden) this.#run()
    else if (this.#tasks.length === 1) {
      // The callback of a frame comes before its paint; what is begun there, after it.
      this.#page.requestAnimationFrame(() => setTimeout(this.#run, 0))
      this.#latest = setTimeout(this.#run, longestWait)
    }
  }

  readonly #run = (): void => {
    clearTimeout(this.#latest)
    const tasks = this.#tasks
    this.#tasks = []
    for (const task of tasks) task()
  }
}

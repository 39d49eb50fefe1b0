/** Does tasks one after the other, in the order they came. */
export class SerialTasks {
  #last: Promise<unknown> = Promise.resolve()

  /** What `task` resolves to, once those before it are done. A task that fails does not hold up the next. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task)
    this.#last = result.catch(() => {
      // Whoever asked for the task is told by `result`.
    })
    return result
  }

  /** Resolves when all tasks that were asked for so far are done. */
  async idle(): Promise<void> {
    await this.#last
  }
}

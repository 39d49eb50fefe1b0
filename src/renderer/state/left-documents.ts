import type { OpenWork } from './open-work.ts'

/** What is kept of a document that was left. */
export type LeftWork = Pick<OpenWork, 'undo' | 'redo' | 'current'>

/** Of how many documents it is kept: who goes further back than that has closed the book on them. */
const kept = 200

/** Undo, redo and place of the documents that were left last in this session; of older ones a long day keeps nothing. */
export class LeftDocuments {
  readonly #works = new Map<string, LeftWork>()

  get(document: string): LeftWork | undefined {
    return this.#works.get(document)
  }

  set(document: string, { undo, redo, current }: LeftWork): void {
    this.#works.delete(document)
    this.#works.set(document, { undo, redo, current })
    for (const oldest of this.#works.keys()) {
      if (this.#works.size <= kept) return
      this.#works.delete(oldest)
    }
  }

  /** The document `from` is `to` now. */
  follow(from: string, to: string): void {
    const work = this.#works.get(from)
    if (work) this.set(to, work)
    this.#works.delete(from)
  }

  delete(document: string): void {
    this.#works.delete(document)
  }

  clear(): void {
    this.#works.clear()
  }
}

import type { DocumentSource } from './document-source.ts'

/** Texts of fewer UTF-16 code units are read again as quickly as it is found out whether they changed. */
const worthKeeping = 100_000

/** Reads texts for a thread that is asked for one long document part by part: the last long one is kept. */
export class RecentText {
  readonly #source: DocumentSource
  #last: { readonly document: string; readonly stamp: string; readonly text: string } | null = null

  constructor(source: DocumentSource) {
    this.#source = source
  }

  /** The text of the document as it is on the disk now. @throws WinnowError where it cannot be read */
  async of(document: string): Promise<string> {
    // Looked at before it is read: what changes in between is read again.
    const stamp = await this.#source.stamp(document)
    if (this.#last?.document === document && this.#last.stamp === stamp) return this.#last.text
    const text = await this.#source.textWaiting(document)
    if (text.length >= worthKeeping) this.#last = { document, stamp, text }
    return text
  }
}

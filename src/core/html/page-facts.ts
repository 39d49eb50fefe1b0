/** What a page says of itself. */
export interface HtmlFacts {
  /** Its `<link rel="canonical">`, as it is written there. */
  readonly url?: string
  /** The `lang` of its `<html>`. */
  readonly language?: string
  /** When it says it was published, as it is written there. */
  readonly date?: string
  /** Its `<title>`, which no line is made of. */
  readonly title?: string
}

const longest = 2000

/** Gathers the facts of a page; the first word on each counts. */
export class PageFacts {
  #url = ''
  #language = ''
  #date = ''
  #title = ''
  #titles = 0

  see(name: string, attributes: ReadonlyMap<string, string>): void {
    const value = (attribute: string): string => (attributes.get(attribute) ?? '').trim().slice(0, longest)
    if (name === 'html') this.#language ||= value('lang') || value('xml:lang')
    else if (name === 'title') this.#titles++
    else if (name === 'link' && value('rel').toLowerCase().split(/\s+/).includes('canonical'))
      this.#url ||= value('href')
    else if (name === 'meta' && value('property').toLowerCase() === 'article:published_time')
      this.#date ||= value('content')
  }

  addToTitle(text: string): void {
    if (this.#titles === 1 && this.#title.length < longest) this.#title += text
  }

  get all(): HtmlFacts {
    const title = this.#title
      .replace(/[\s\0]+/g, ' ')
      .trim()
      .slice(0, longest)
    return {
      ...(this.#url && { url: this.#url }),
      ...(this.#language && { language: this.#language }),
      ...(this.#date && { date: this.#date }),
      ...(title && { title }),
    }
  }
}

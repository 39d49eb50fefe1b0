import { Tokenizer } from 'htmlparser2'
import { blocks, empty, parting } from './element-kinds.ts'
import { imageMarkup } from './image-markup.ts'
import { type HtmlLine, type HtmlRun, LineWriter } from './line-writer.ts'
import { OpenElements } from './open-elements.ts'
import { type HtmlFacts, PageFacts } from './page-facts.ts'

/** The version of the conversion. Another one makes other lines of the same source. */
export const htmlLinesVersion = 1

/** The text of a page, one block a line. */
export interface HtmlPage {
  readonly text: string
  /** Its lines that are not blank, in order; their source ranges are in order too and do not overlap. */
  readonly lines: readonly HtmlLine[]
  readonly facts: HtmlFacts
}

/** How much of a source is taken in one step, in UTF-16 code units. */
const step = 65_536

/** Makes lines of HTML, which need not be well-formed or whole. `docs/readers.md` says how. */
export function htmlLines(source: string): HtmlPage {
  const steps = htmlLinesInSteps(source)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** {@link htmlLines} with a pause after each part of a long source. */
export function* htmlLinesInSteps(source: string, length = step): Generator<void, HtmlPage> {
  const conversion = new PageConversion(source)
  const tokenizer = new Tokenizer({}, conversion)
  for (let from = 0; from < source.length; ) {
    let to = Math.min(from + length, source.length)
    // A line end of two characters stays whole.
    if (source[to - 1] === '\r' && source[to] === '\n') to++
    tokenizer.write(source.slice(from, to))
    from = to
    if (to < source.length) yield
  }
  tokenizer.end()
  const { text, lines, facts } = conversion.finish()
  return { text, lines, facts }
}

/** The text of {@link htmlLines} by runs, in order: what of the source each part of it was made from, to the letter. */
export function htmlRuns(source: string): { readonly text: string; readonly runs: readonly HtmlRun[] } {
  const conversion = new PageConversion(source, new LineWriter(true))
  const tokenizer = new Tokenizer({}, conversion)
  tokenizer.write(source)
  tokenizer.end()
  return conversion.finish()
}

/** Takes a page apart as the tokenizer goes through it. Indices are places in the source. */
class PageConversion {
  readonly #source: string
  readonly #writer: LineWriter
  readonly #open: OpenElements
  readonly #facts = new PageFacts()
  #tag = ''
  #tagStart = 0
  #attributes = new Map<string, string>()
  #attribute = ''
  #value = ''

  constructor(source: string, writer = new LineWriter()) {
    this.#source = source
    this.#writer = writer
    this.#open = new OpenElements(writer)
  }

  finish(): HtmlPage & { readonly runs: readonly HtmlRun[] } {
    this.#open.endAll()
    return { ...this.#writer.finish(), facts: this.#facts.all }
  }

  isInForeignContext(): boolean {
    return this.#open.isForeign
  }

  ontext(start: number, end: number): void {
    this.#text(this.#source.slice(start, end), start, end, true)
  }

  ontextentity(codePoint: number, end: number): void {
    const start = this.#source.lastIndexOf('&', end - 1)
    this.#text(String.fromCodePoint(codePoint), start, end, false)
  }

  #text(data: string, start: number, end: number, isExact: boolean): void {
    if (this.#open.innermost === 'title' && !this.#open.isForeign) this.#facts.addToTitle(data)
    if (!this.#open.isLeftOut) this.#writer.text(data, start, end, isExact, this.#open)
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#name(start, end)
    this.#tagStart = start - 1
    this.#attributes = new Map()
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase()
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#source.slice(start, end)
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint)
  }

  onattribend(): void {
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value)
  }

  onopentagend(end: number): void {
    this.#begin(end + 1)
  }

  onselfclosingtag(end: number): void {
    this.#begin(end + 1)
    // In HTML the slash means nothing.
    if (this.#open.isForeign) this.#open.end(this.#tag)
  }

  #begin(end: number): void {
    const name = this.#tag
    this.#facts.see(name, this.#attributes)
    this.#open.endBefore(name)
    if (!this.#open.isLeftOut) {
      if (parting.has(name)) this.#writer.part()
      else if (name === 'br') this.#writer.breakLine(this.#open.isPreformatted)
      else if (name === 'img') this.#image(end)
      else if (blocks.has(name)) this.#writer.endBlock()
    }
    if (!empty.has(name)) this.#open.begin(name, this.#attributes)
  }

  #image(end: number): void {
    const image = imageMarkup(this.#attributes)
    if (image) this.#writer.image(image.markup, this.#tagStart, end, image.isInline, this.#open)
  }

  onclosetag(start: number, end: number): void {
    const name = this.#name(start, end)
    if (name === 'br') this.#writer.breakLine(this.#open.isPreformatted)
    else if (!this.#open.end(name) && name === 'p' && !this.#open.isLeftOut) this.#writer.endBlock()
  }

  // What shows nothing.
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #name(start: number, end: number): string {
    const name = this.#source.slice(start, end).toLowerCase()
    return name === 'image' ? 'img' : name
  }
}

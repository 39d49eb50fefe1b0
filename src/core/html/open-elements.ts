import {
  blocks,
  cells,
  foreign,
  impliedEnd,
  leavesForeign,
  leftOut,
  preformatted,
  scopesOf,
} from './element-kinds.ts'
import type { LineWriter, Place } from './line-writer.ts'

interface OpenElement {
  readonly name: string
  readonly isLink: boolean
  /** How many lines there were when it began. */
  readonly linesBefore: number
}

/** As deep as browsers nest elements; what is deeper stands beside and not within. */
const deepest = 512

const once = new Set(['html', 'body'])

/** Where drawings and formulas may hold HTML (HTML Standard, "integration points"). */
const holdsHtml = new Set('foreignobject desc title mi mo mn ms mtext annotation-xml'.split(' '))

/** The name of an element and its first class, without what has a meaning in a path. */
function titleOf(name: string, classes: string | undefined): string {
  const plain = (word: string): string => word.slice(0, 60).replace(/[^\p{L}\p{N}\p{M}_-]/gu, '_')
  const first = classes?.match(/\S+/)?.[0]
  return first ? `${plain(name)}.${plain(first)}` : plain(name)
}

/** The elements around the present place of a page, as in the HTML Standard where it shows in the lines of a text. */
export class OpenElements implements Place {
  readonly elements: string[] = []
  readonly #open: OpenElement[] = []
  /** How many are open of each name. */
  readonly #counts = new Map<string, number>()
  readonly #writer: LineWriter
  #links = 0
  #preformatted = 0
  #leftOut = 0
  #foreign = 0

  constructor(writer: LineWriter) {
    this.#writer = writer
  }

  get isLink(): boolean {
    return this.#links > 0
  }

  get isPreformatted(): boolean {
    return this.#preformatted > 0
  }

  get isLeftOut(): boolean {
    return this.#leftOut > 0
  }

  get isForeign(): boolean {
    return this.#foreign > 0
  }

  get innermost(): string | undefined {
    return this.#open.at(-1)?.name
  }

  /** Ends what cannot go on before or around an element of this name. */
  endBefore(name: string): void {
    if (this.isForeign) {
      if (leavesForeign.has(name)) this.#endForeign()
      return
    }
    const implied = impliedEnd(name)
    if (!implied || ![...implied.ended].some((open) => this.#counts.get(open))) return
    let last = -1
    for (let depth = this.#open.length - 1; depth >= 0; depth--) {
      const open = this.#open[depth]?.name ?? ''
      if (implied.ended.has(open)) last = depth
      if (implied.within.has(open) || leftOut.has(open)) break
    }
    if (last !== -1) this.#endFrom(last)
  }

  /** A block that stands in a drawing or a formula ends it, unless it is where they may hold HTML. */
  #endForeign(): void {
    const root = this.#open.findLastIndex(({ name }) => foreign.has(name))
    if (!this.#open.slice(root).some(({ name }) => holdsHtml.has(name))) this.#endFrom(root)
  }

  begin(name: string, attributes: ReadonlyMap<string, string>): void {
    if (once.has(name) && this.#counts.get(name)) return
    if (this.#open.length === deepest) this.#endFrom(deepest - 1)
    if (preformatted.has(name) && !this.isLeftOut) this.#writer.beginPreformatted()
    const isLink = name === 'a' && attributes.has('href')
    this.elements.push(titleOf(name, attributes.get('class')))
    this.#open.push({ name, isLink, linesBefore: this.#writer.count })
    this.#count(name, isLink, 1)
  }

  /** Ends the element that an end tag of this name belongs to; false if there is none. */
  end(name: string): boolean {
    // What follows the end of the page belongs to it all the same.
    if (once.has(name) || !this.#counts.get(name)) return false
    const scopes = scopesOf(name)
    for (let depth = this.#open.length - 1; depth >= 0; depth--) {
      const open = this.#open[depth]?.name ?? ''
      if (open === name) {
        if (blocks.has(name) || depth === this.#open.length - 1 || this.isLeftOut) this.#endFrom(depth)
        else this.#endAlone(depth)
        return true
      }
      if (scopes.has(open)) return false
    }
    return false
  }

  endAll(): void {
    this.#endFrom(0)
  }

  #endFrom(depth: number): void {
    while (this.#open.length > depth) this.#endAlone(this.#open.length - 1)
  }

  /** Ends one element and leaves open what was begun within: `<a><div></a>` ends the link and not the block. */
  #endAlone(depth: number): void {
    const [ended] = this.#open.splice(depth, 1)
    this.elements.splice(depth, 1)
    if (!ended) return
    this.#count(ended.name, ended.isLink, -1)
    this.#writer.elementEnded(depth)
    if (this.isLeftOut) return
    if (cells.has(ended.name)) this.#writer.endCell(ended.linesBefore)
    else if (blocks.has(ended.name)) this.#writer.endBlock()
  }

  #count(name: string, isLink: boolean, by: 1 | -1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by)
    if (isLink) this.#links += by
    if (preformatted.has(name)) this.#preformatted += by
    if (leftOut.has(name)) this.#leftOut += by
    if (foreign.has(name)) this.#foreign += by
  }
}

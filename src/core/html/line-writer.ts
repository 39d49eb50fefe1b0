/** One line of a text that was made from HTML. Offsets are UTF-16 code units, half open. */
export interface HtmlLine {
  readonly start: number
  readonly end: number
  /** The range of the source that it was made from. */
  readonly sourceStart: number
  readonly sourceEnd: number
  /** The elements that all of it stands in, from the outermost on: `html>body>div.article>p`. */
  readonly path: string
  /** How much of it is in links, from 0 to 1; white space does not count. */
  readonly linkShare: number
}

/** Text of a page that stands in its source without a tag in between, as it is written on one line. */
export interface HtmlRun {
  readonly start: number
  readonly end: number
  /** As long as the text where that stands in the source letter by letter; else it is an entity. */
  readonly sourceStart: number
  readonly sourceEnd: number
  /** The element that it stands in directly. */
  readonly element: string | undefined
}

/** Where in the page something stands. */
export interface Place {
  /** The open elements, from the outermost on, each as `name.class`. */
  readonly elements: readonly string[]
  readonly isLink: boolean
  readonly isPreformatted: boolean
  readonly innermost: string | undefined
}

interface WrittenLine {
  text: string
  readonly sourceStart: number
  sourceEnd: number
  /** The elements that its beginning stands in, and how many of them hold all of it. */
  readonly elements: readonly string[]
  depth: number
  /** Without the white space that could have been more or less. */
  length: number
  linkedLength: number
  blanksBefore: number
  endsCell: boolean
  /** Within the line. */
  readonly runs: HtmlRun[]
}

/** A longer path shows its innermost elements only, so that a page that only nests costs no more than its size. */
const longestPath = 24

/** White space within a line, the end of a line, words with single spaces between. */
const runs = /[\t\f ]+|\r\n|[\n\r]|[^\0\t\n\f\r ]+(?: [^\0\t\n\f\r ]+)*/g

const cellMark = ' |'

/**
 * Writes the lines of a page in order: collapses white space as a browser does, leaves out U+0000, and keeps where each
 * line is from.
 */
export class LineWriter {
  readonly #keepsRuns: boolean
  readonly #lines: WrittenLine[] = []
  #open: WrittenLine | null = null
  /** How many of the elements around what was written last are still open. */
  #stillOpen = 0
  /** White space that is written if something follows it on its line, and where it began. */
  #space = ''
  #spaceStart = 0
  /** How many blank lines come before the next line. */
  #blanks = 0
  #isAfterBreak = false
  #isAtPreformattedStart = false

  constructor(keepsRuns = false) {
    this.#keepsRuns = keepsRuns
  }

  /** How many lines have ended. */
  get count(): number {
    return this.#lines.length
  }

  /** Writes text that stands at `[sourceStart, sourceEnd)`; `isExact` if it stands there letter by letter. */
  text(data: string, sourceStart: number, sourceEnd: number, isExact: boolean, place: Place): void {
    for (const { 0: run, index } of data.matchAll(runs)) {
      const start = isExact ? sourceStart + index : sourceStart
      const isLineEnd = run[0] === '\n' || run[0] === '\r'
      if (place.isPreformatted && isLineEnd) this.#newLine()
      else if (isLineEnd || run[0] === ' ' || run[0] === '\t' || run[0] === '\f')
        this.#addSpace(place.isPreformatted ? run : ' ', start)
      else this.#write(run, start, isExact ? start + run.length : sourceEnd, place, this.#keepsRuns)
    }
  }

  /** Writes what an image becomes, on a line of its own unless `isInline`. */
  image(markup: string, sourceStart: number, sourceEnd: number, isInline: boolean, place: Place): void {
    if (!isInline) this.endLine()
    this.#write(markup, sourceStart, sourceEnd, place, false)
    if (!isInline) this.endLine()
  }

  /** Ends the line at a line break; the second of two leaves a blank line. */
  breakLine(isPreformatted: boolean): void {
    if (isPreformatted) this.#newLine()
    else if (this.#isAfterBreak) this.part()
    else {
      this.endLine()
      this.#isAfterBreak = true
    }
  }

  /** Ends the line if there is one. What shows nothing becomes a blank line. */
  endLine(): void {
    const line = this.#open
    this.#space = ''
    this.#isAfterBreak = false
    this.#isAtPreformattedStart = false
    if (!line) return
    this.#open = null
    if (line.text.trim() === '') this.part()
    else {
      line.blanksBefore = this.#lines.length > 0 ? this.#blanks : 0
      this.#blanks = 0
      this.#lines.push(line)
    }
  }

  /** Ends the line where a block begins or ends. */
  endBlock(): void {
    this.endLine()
    this.#blanks = Math.min(this.#blanks, 1)
  }

  beginPreformatted(): void {
    this.endBlock()
    this.#isAtPreformattedStart = true
  }

  /** Leaves a blank line, one in all, before what comes next. */
  part(): void {
    this.endLine()
    this.#blanks = Math.max(this.#blanks, 1)
  }

  /** Marks the end of a cell on its last line, if the cell began when there were `linesBefore` and has any. */
  endCell(linesBefore: number): void {
    this.endBlock()
    const last = this.#lines.at(-1)
    if (last && this.#lines.length > linesBefore) last.endsCell = true
  }

  /** To be called when the element at `depth` of those around ends. */
  elementEnded(depth: number): void {
    this.#stillOpen = Math.min(this.#stillOpen, depth)
  }

  /** The text, its lines and, if kept, its runs. Nothing can be written afterwards. */
  finish(): { text: string; lines: HtmlLine[]; runs: HtmlRun[] } {
    this.endLine()
    const parts: string[] = []
    const lines: HtmlLine[] = []
    const runs: HtmlRun[] = []
    let at = 0
    for (const line of this.#lines) {
      if (parts.length > 0) {
        parts.push('\n'.repeat(1 + line.blanksBefore))
        at += 1 + line.blanksBefore
      }
      const text = line.endsCell ? line.text + cellMark : line.text
      parts.push(text)
      const { sourceStart, sourceEnd, length, linkedLength } = line
      const linkShare = length > 0 ? linkedLength / length : 0
      lines.push({ start: at, end: at + text.length, sourceStart, sourceEnd, path: pathOf(line), linkShare })
      for (const run of line.runs) runs.push({ ...run, start: at + run.start, end: at + run.end })
      at += text.length
    }
    return { text: parts.join(''), lines, runs }
  }

  #newLine(): void {
    const isFirst = this.#isAtPreformattedStart
    if (this.#open) this.endLine()
    else if (!isFirst) this.#blanks++
    this.#isAtPreformattedStart = false
    this.#space = ''
  }

  #addSpace(space: string, start: number): void {
    if (this.#space === '') this.#spaceStart = start
    this.#space = space === ' ' ? ' ' : this.#space + space
    this.#isAtPreformattedStart = false
  }

  #write(run: string, sourceStart: number, sourceEnd: number, place: Place, isKeptAsRun: boolean): void {
    const isKept = place.isPreformatted && this.#space !== ''
    this.#open ??= {
      text: '',
      sourceStart: isKept ? this.#spaceStart : sourceStart,
      sourceEnd,
      elements: place.elements.slice(),
      depth: place.elements.length,
      length: 0,
      linkedLength: 0,
      blanksBefore: 0,
      endsCell: false,
      runs: [],
    }
    const line = this.#open
    if (line.length > 0) line.depth = Math.min(line.depth, this.#stillOpen)
    if (isKept || line.length > 0) line.text += this.#space
    const start = line.text.length
    line.text += run
    if (isKeptAsRun)
      line.runs.push({ start, end: line.text.length, sourceStart, sourceEnd, element: place.innermost })
    line.sourceEnd = Math.max(line.sourceEnd, sourceEnd)
    const length = run.replaceAll(' ', '').length
    line.length += length
    if (place.isLink) line.linkedLength += length
    this.#stillOpen = place.elements.length
    this.#space = ''
    this.#isAfterBreak = false
    this.#isAtPreformattedStart = false
  }
}

function pathOf({ elements, depth }: WrittenLine): string {
  const shown = elements.slice(Math.max(0, depth - longestPath), depth).join('>')
  return depth > longestPath ? `…>${shown}` : shown
}

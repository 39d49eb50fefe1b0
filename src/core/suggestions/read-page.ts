import { type LineSigns, lineSigns } from './line-signs.ts'
import type { ModelDocument } from './model-document.ts'
import { priorClasses } from './prior-class.ts'

/** What learning reads of a document's lines, whatever the prior makes of them. */
export interface PageLines {
  readonly id: string
  readonly signs: readonly LineSigns[]
  readonly keys: readonly string[]
  /** What each line is like, with the one above, and with both neighbours, as codes. */
  readonly steps: readonly string[]
  readonly settings: readonly string[]
}

/** The lines of a document, and what the prior makes of them. */
export interface ReadPage extends PageLines {
  /** How likely each class is: a row of {@link priorClasses} a line, each row sums to 1. */
  readonly classes: Float64Array
  /** Where each line stands as the prior sees it, as a code: body or not itself, above, and below. */
  readonly zones: readonly string[]
}

export function readLines(document: ModelDocument): PageLines {
  const signs = document.segments.map(({ start, end }) => lineSigns(document.text.slice(start, end)))
  const kindAt = (line: number): string => signs[line]?.kind ?? ''
  const steps = signs.map(({ kind, end }, line) => `${kindAt(line - 1)} ${kind}${end}`)
  return {
    id: document.id,
    signs,
    keys: signs.map(({ key }) => key),
    steps,
    settings: steps.map((step, line) => `${step} ${kindAt(line + 1)}`),
  }
}

/** @param classes what the prior makes of each line: a row of {@link priorClasses} a line */
export const readPage = (lines: PageLines, classes: Float64Array): ReadPage => ({
  ...lines,
  classes,
  zones: zonesOf(classes),
})

const classCount = priorClasses.length
const body = priorClasses.indexOf('body')

/** How sure the prior is that a line is body, in steps. */
const steps = [0.1, 0.5, 0.8]

function zonesOf(classes: Float64Array): string[] {
  const bodyAt = (line: number): number => classes[line * classCount + body] ?? 0
  return Array.from({ length: classes.length / classCount }, (_, line) => {
    const above = Math.max(bodyAt(line - 1), bodyAt(line - 2)) > 0.5
    const below = Math.max(bodyAt(line + 1), bodyAt(line + 2)) > 0.5
    const own = steps.filter((step) => bodyAt(line) > step).length
    return `${above ? 'a' : ''}${below ? 'b' : ''}${own}`
  })
}

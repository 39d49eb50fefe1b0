import type { ReadLine } from '../read-document.ts'

/** A run `[start, end)` of a text, in UTF-16 code units, and its class. */
export interface PageMark {
  readonly start: number
  readonly end: number
  readonly label: string
}

/**
 * The marked pieces of `text`, in order: neighbours of one class on one line are one piece. White space as a page shows
 * it, none at the ends.
 */
export function shownPieces(text: string, marks: Iterable<PageMark>): ReadLine[] {
  const pieces: PageMark[] = []
  for (const mark of marks) {
    if (asShown(text.slice(mark.start, mark.end)) === '') continue
    const last = pieces.at(-1)
    if (last && last.label === mark.label && isBlank(text.slice(last.end, mark.start)))
      pieces[pieces.length - 1] = { ...last, end: mark.end }
    else pieces.push(mark)
  }
  return pieces.map(({ start, end, label }) => ({ text: asShown(text.slice(start, end)), label }))
}

const asShown = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim()

const isBlank = (between: string): boolean => /^[\s\0]*$/.test(between) && !/[\r\n]/.test(between)

import type { Match } from './find.ts'

/** A match with what stands around it in its line. Offsets in UTF-16 code units of the document's text. */
export interface FoundLine extends Match {
  readonly before: string
  readonly found: string
  readonly after: string
}

/** How much of the line is given around a match, and of the match itself, in UTF-16 code units. */
const shownBefore = 60
const shownFound = 200
const shownAfter = 120

/** `match` with its line, cut to what a list can show; a `…` stands where it was cut. */
export function foundLine(text: string, { start, end }: Match): FoundLine {
  const from = Math.max(start - shownBefore, 0)
  const head = text.slice(from, start)
  const lineStart = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1
  const tail = text.slice(end, end + shownAfter)
  const lineEnd = tail.search(/[\r\n]/)
  const cutBefore = lineStart === 0 && from > 0
  const cutAfter = lineEnd === -1 && end + shownAfter < text.length
  const found = text.slice(start, Math.min(end, start + shownFound))
  return {
    start,
    end,
    before: (cutBefore ? '…' : '') + whole(head.slice(lineStart)).trimStart(),
    found: found.length < end - start ? `${whole(found)}…` : found,
    after: whole(lineEnd === -1 ? tail : tail.slice(0, lineEnd)).trimEnd() + (cutAfter ? '…' : ''),
  }
}

/** Without the half of a surrogate pair at an end. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

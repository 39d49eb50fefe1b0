import { say } from '../../sentences/say.ts'
import { isWhiteSpace } from '../../white-space.ts'
import type { DatasetDocument, DatasetSegment } from '../dataset-document.ts'
import type { FormatContext } from '../dataset-format.ts'
import type { ReadLine } from '../read-document.ts'
import type { PageMarking } from './page-marking.ts'
import { asFile, type SourcePage, sourcePage } from './page-source.ts'
import { type PageMark, shownPieces } from './shown-pieces.ts'

/** Elements that can hold text and no `<span>`: a parser leaves it out, or takes it for text. */
const withoutElements = new Set(['option', 'optgroup', 'plaintext', 'select', 'textarea', 'xmp'])

/** A mark, and where its text stands in the source. */
interface SourceMark extends PageMark {
  readonly sourceStart: number
  readonly sourceEnd: number
  readonly element: string | undefined
}

/**
 * The page of a document with a `<span>` around every piece of its text that says what it is; all else of the source is
 * left as it is.
 * @throws RangeError if text has no label, which would be taken for one, or stands where no element can
 */
export function markedPage(document: DatasetDocument, context: FormatContext, marking: PageMarking): string {
  const page = sourcePage(document)
  const { source } = page
  const parts: string[] = []
  let at = 0
  for (const { start, end, label } of spansOf(source, marksOf(document, page, context, marking), marking)) {
    parts.push(
      source.slice(at, start),
      `<span ${marking.attribute(label)}>`,
      source.slice(start, end),
      '</span>',
    )
    at = end
  }
  return asFile(parts.join('') + source.slice(at))
}

/** What of the source is to be marked: marks of one class without a tag between are one. */
function spansOf(source: string, marks: Iterable<SourceMark>, { unmarked }: PageMarking): PageMark[] {
  const spans: PageMark[] = []
  for (const { sourceStart: start, sourceEnd: end, label, element } of marks) {
    if (withoutElements.has(element ?? '')) {
      if (label === unmarked) continue
      throw new RangeError(say`text in its <${element ?? ''}> cannot be marked, as that can hold no element`)
    }
    const last = spans.at(-1)
    if (last && last.label === label && isWhiteSpace(source, last.end, start))
      spans[spans.length - 1] = { ...last, end: Math.max(last.end, end) }
    else if (last && start < last.end)
      throw new RangeError(say`a segment ends within what is one entity of its HTML`)
    else spans.push({ start, end, label })
  }
  return spans
}

/** What a reader of {@link markedPage} finds marked. */
export function markedPieces(
  document: DatasetDocument,
  context: FormatContext,
  marking: PageMarking,
): ReadLine[] {
  return shownPieces(document.text, marksOf(document, sourcePage(document), context, marking))
}

function* marksOf(
  { text, segments }: DatasetDocument,
  { runs }: SourcePage,
  { labels }: FormatContext,
  marking: PageMarking,
): Generator<SourceMark> {
  const classes = new Map(labels.map((label) => [label.name, marking.classOf(label)]))
  const classOf = ({ label }: DatasetSegment): string | undefined =>
    label === null ? undefined : classes.get(label)
  let first = 0
  for (const run of runs) {
    const isExact = run.end - run.start === run.sourceEnd - run.sourceStart
    while ((segments[first]?.end ?? Number.POSITIVE_INFINITY) <= run.start) first++
    let at = run.start
    for (let index = first; index < segments.length; index++) {
      const segment = segments[index]
      if (!segment || segment.start >= run.end) break
      const label = classOf(segment)
      if (label === undefined) continue
      const start = Math.max(run.start, segment.start)
      const end = Math.min(run.end, segment.end)
      requireBlank(text, at, start, marking)
      at = end
      const sourceStart = isExact ? run.sourceStart + start - run.start : run.sourceStart
      const sourceEnd = isExact ? run.sourceStart + end - run.start : run.sourceEnd
      yield { start, end, label, sourceStart, sourceEnd, element: run.element }
    }
    requireBlank(text, at, run.end, marking)
  }
}

function requireBlank(text: string, from: number, to: number, { tool }: PageMarking): void {
  if (!isWhiteSpace(text, from, to))
    throw new RangeError(say`text of it has no label, and ${tool} takes such text for boilerplate`)
}

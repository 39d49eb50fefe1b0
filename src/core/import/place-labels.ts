import { alignGold } from '../datasets/align-gold.ts'
import type { ReadDocument, ReadLine, ReadSpan } from '../datasets/read-document.ts'
import type { OffsetUnit } from '../offsets.ts'
import { trimmed } from '../segmentation/trimmed.ts'
import { say } from '../sentences/say.ts'
import { fitSpans } from './fit-spans.ts'
import type { Misplaced, PlacedLabel, PlacedLabels } from './placed-label.ts'

/** How labels of a file find their place in a document. */
export interface Placing {
  /** In what offsets count, in place of what the file says. */
  readonly unit: OffsetUnit | undefined
  /** Which share of a text without offsets has to be found in the dump. */
  readonly leastAligned: number
  /** What becomes of a label of the file: one of the label set; null: it is left out. */
  readonly becomes: (label: string) => string | null
}

/** What of a read document is to be taken in. */
export interface ReadLabels {
  readonly spans: readonly ReadSpan[] | null
  readonly lines: readonly ReadLine[] | null
}

/** Finds what `read` says in `text`, that of the dump. */
export function placeLabels(
  text: string,
  read: ReadLabels & Pick<ReadDocument, 'text' | 'unit'>,
  placing: Placing,
): PlacedLabels | Misplaced {
  const label = (name: string | null): string | null => (name === null ? null : placing.becomes(name))
  if (!read.spans) return placeLines(text, read.lines ?? [], placing.leastAligned, label)
  const fit = fitSpans(text, {
    spans: read.spans,
    text: read.text,
    unit: placing.unit ?? read.unit,
    sure: placing.unit !== undefined,
  })
  if ('reason' in fit) return { ...fit, aligned: null }
  const labels = fit.spans.flatMap(({ start, end, span }): PlacedLabel[] => {
    const run = trimmed(text, start, end)
    const { by, from, confidence } = span
    return run ? [{ ...run, label: label(span.label), by, from, confidence }] : []
  })
  return { labels, aligned: null }
}

function placeLines(
  text: string,
  lines: readonly ReadLine[],
  leastAligned: number,
  label: (name: string | null) => string | null,
): PlacedLabels | Misplaced {
  const { spans, share } = alignGold(text, lines)
  if (share < leastAligned)
    return {
      reason: say`Only ${Math.floor(100 * share)} % of its text stands in the document, and ${Math.round(100 * leastAligned)} % have to.`,
      unit: null,
      aligned: share,
    }
  const labels = spans.flatMap((span): PlacedLabel[] => {
    const run = trimmed(text, span.start, span.end)
    return run ? [{ ...run, label: label(span.label) }] : []
  })
  return { labels, aligned: share }
}

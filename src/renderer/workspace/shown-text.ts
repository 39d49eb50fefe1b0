import { useMemo } from 'react'
import type { DisplayRow } from '../../core/display-rows.ts'
import { sourceRanges } from '../../core/html/source-ranges.ts'
import { useWinnow } from '../state/controller-context.ts'
import { shownSource } from '../state/document-details.ts'
import type { OpenWork } from '../state/open-work.ts'

/** What the raw pane shows of a document. */
export interface ShownText {
  readonly text: string
  readonly rows: readonly DisplayRow[]
  /** Where in it each segment stands, in order and without overlap. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[]
  /** Whether it is the HTML that the document was made of: offsets in it are none in the document. */
  readonly isSource: boolean
}

/** The text of the document, or its HTML where that is to be shown. */
export function useShownText(work: OpenWork): ShownText {
  const { text, rows, cuts } = work
  const { segments } = work.annotation
  const source = useWinnow((state) => shownSource(state, text))
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels make other segments, but move none
  const inSource = useMemo(
    () =>
      source && {
        text: source.source,
        rows: source.rows,
        ranges: sourceRanges(text, source.source, source.lines, segments),
        isSource: true,
      },
    [source, text, cuts],
  )
  return inSource ?? { text, rows, ranges: segments, isSource: false }
}

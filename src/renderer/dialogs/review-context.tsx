import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSlip } from '../../core/contract-suggestions.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { segmentFrom } from '../../core/segment.ts'
import { useController } from '../state/controller-context.ts'
import { type ReviewedDocument, readReviewed } from '../state/review-change.ts'
import { colourOf } from '../workspace/label-colour.ts'

/** How many segments are shown on each side of the line, and how much of each, in UTF-16 code units. */
const around = 3
const shown = 300
/** How long the choice must rest before its document is read, in ms. */
const restOf = 80

/** The line among its neighbours and their labels, once its document was read. */
export function ReviewContext(props: {
  slip: LabelSlip
  /** The label that the line has by now. */
  given: string
  labelSet: LabelSet
}): ReactNode {
  const { slip, given, labelSet } = props
  const { t } = useTranslation()
  const controller = useController()
  const [found, setFound] = useState<ReviewedDocument | string | null>(null)
  const { document } = slip
  useEffect(() => {
    let current = true
    const read = async (): Promise<void> => {
      const reviewed = await readReviewed(controller, document)
      if (current) setFound(reviewed)
    }
    const timer = setTimeout(() => void read(), restOf)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [controller, document])
  if (typeof found === 'string') return <p role="alert">{found}</p>
  const here = found?.document === document ? found : null
  const at = here ? segmentFrom(here.segments, slip.start) : 0
  const rows = (here?.segments.slice(Math.max(0, at - around), at + around + 1) ?? []).map((segment) =>
    segment.start === slip.start ? { ...segment, label: given } : segment,
  )
  return (
    <ol className="review-context" aria-label={t('review.context')}>
      {here ? (
        rows.map(({ start, end, label }) => (
          <li key={start} className={start === slip.start ? 'current' : undefined}>
            <span
              className={label === null ? 'label-chip none' : 'label-chip'}
              data-colour={colourOf(labelSet, label)}
            >
              {label ?? t('segments.unlabelled')}
            </span>
            <span>
              {here.text.slice(start, Math.min(end, start + shown))}
              {end - start > shown && '…'}
            </span>
          </li>
        ))
      ) : (
        <li className="current">
          <span>{slip.text.slice(0, shown)}</span>
        </li>
      )}
    </ol>
  )
}

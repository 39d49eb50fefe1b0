import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSet } from '../../core/label-set.ts'
import { useController } from '../state/controller-context.ts'
import { goToSlip, type Review } from '../state/review.ts'
import { colourOf } from '../workspace/label-colour.ts'

/** Height of a row, in CSS pixels, and how much of a text is in it. */
const rowHeight = 34
const shown = 300

const slipId = (place: number): string => `slip-${place}`

/** The labels that may be slips, the least likely first; drawn only where seen. */
export function ReviewList(props: {
  review: Review
  labelSet: LabelSet
  listRef: RefObject<HTMLDivElement | null>
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { review, labelSet, listRef } = props
  const virtualizer = useVirtualizer({
    count: review.slips.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  useEffect(() => virtualizer.scrollToIndex(review.current, { align: 'auto' }), [virtualizer, review.current])
  const chip = (label: string): ReactNode => (
    <span className="label-chip" data-colour={colourOf(labelSet, label)}>
      {label}
    </span>
  )
  return (
    <div
      className="line-list"
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={t('review.title')}
      aria-activedescendant={review.slips.length > 0 ? slipId(review.current) : undefined}
    >
      <div className="virtual-content" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start, size }) => {
          const slip = review.slips[index]
          const decision = review.decided.get(index)
          return (
            slip && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, as its active descendant tells
              <div
                key={key}
                id={slipId(index)}
                className={`line-list-row review-row${decision ? ' decided' : ''}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === review.current}
                aria-setsize={review.slips.length}
                aria-posinset={index + 1}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onClick={() => goToSlip(controller, index)}
              >
                <span className="line-list-text">{slip.text.slice(0, shown)}</span>
                {decision?.kind === 'kept' && (
                  <>
                    <em>{t('review.kept')}</em> {chip(slip.label)}
                  </>
                )}
                {decision?.kind === 'changed' && (
                  <>
                    <em>{t('review.changed')}</em> {chip(decision.label)}
                  </>
                )}
                {!decision && (
                  <>
                    {chip(slip.label)} <span aria-hidden="true">→</span>{' '}
                    <span className="visually-hidden">{t('review.rather')}</span> {chip(slip.suggested)}
                  </>
                )}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { RepeatedLine } from '../../core/contract-repetition.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { useController } from '../state/controller-context.ts'
import {
  type GivenLabel,
  goToLine,
  labelsNow,
  type RepeatedLines,
  seeLines,
} from '../state/repeated-lines.ts'
import { colourOf } from '../workspace/label-colour.ts'

/** Height of a row, in CSS pixels. */
const rowHeight = 34
/** How many labels of a line are shown in its row. */
const shownLabels = 3

/** The id of the row at `place`, by which the list names the current one to screen readers. */
export const lineId = (place: number): string => `repeated-line-${place}`

/** The lines by their counts with the labels they have so far; drawn and asked for only where seen. */
export function RepeatedLineList(props: {
  view: RepeatedLines
  labelSet: LabelSet
  listRef: RefObject<HTMLDivElement | null>
  onOpen: (line: RepeatedLine) => void
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { view, labelSet, listRef } = props
  const virtualizer = useVirtualizer({
    count: view.total,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => seeLines(controller, first, last), [controller, first, last])
  useEffect(() => virtualizer.scrollToIndex(view.current, { align: 'auto' }), [virtualizer, view.current])
  return (
    <div
      className="line-list"
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={t('repeated.title')}
      aria-activedescendant={view.total > 0 ? lineId(view.current) : undefined}
    >
      <div className="virtual-content" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ key, index, start, size }) => {
          const line = view.lines.get(index)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, as its active descendant tells
            <div
              key={key}
              id={lineId(index)}
              className="line-list-row repeated-line"
              role="option"
              tabIndex={-1}
              aria-selected={index === view.current}
              aria-setsize={view.total}
              aria-posinset={index + 1}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={() => goToLine(controller, index)}
              onDoubleClick={() => line && props.onOpen(line)}
            >
              {line ? (
                <LineRow line={line} given={view.given.get(line.key)} labelSet={labelSet} />
              ) : (
                t('repeated.loading')
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const LineRow = memo(function LineRow(props: {
  line: RepeatedLine
  given: GivenLabel | undefined
  labelSet: LabelSet
}): ReactNode {
  const { t } = useTranslation()
  const { line, given, labelSet } = props
  const labels = labelsNow(line, given)
  return (
    <>
      <span className="repeated-count" title={t('repeated.count', { count: line.documents })}>
        <span aria-hidden="true">{t('repeated.times', { documents: line.documents })}</span>
        <span className="visually-hidden">{t('repeated.count', { count: line.documents })}</span>
      </span>
      <span className="line-list-text">{line.text}</span>
      <span className="repeated-labels">
        {labels.slice(0, shownLabels).map(({ label, count }) =>
          label === null ? (
            <span key="" className="label-chip none">
              {t('repeated.unlabelled', { count })}
            </span>
          ) : (
            <span
              key={label}
              className={`label-chip${given?.label === label && !given.done ? ' waiting' : ''}`}
              data-colour={colourOf(labelSet, label)}
            >
              {t('repeated.label-count', { label, count })}
            </span>
          ),
        )}
      </span>
    </>
  )
})

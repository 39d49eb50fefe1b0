import { memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSet } from '../../core/label-set.ts'
import type { Segment } from '../../core/segment.ts'
import { reaches } from '../../core/suggestions/accept.ts'
import type { Suggestion } from '../../core/suggestions/suggestion.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { type LineRepeat, repeatOf } from '../state/line-repeats.ts'
import { type OpenWork, selectedTest } from '../state/open-work.ts'
import { runCommand } from '../state/run-command.ts'
import { colourOf } from './label-colour.ts'
import type { PaneSync } from './pane-sync.ts'
import { RepeatsChip } from './repeats-chip.tsx'
import { SplitCaret } from './split-caret.tsx'
import { SuggestionChip } from './suggestion-chip.tsx'
import type { TextMeasure } from './text-measure.ts'
import { ToReviewChip } from './to-review-chip.tsx'
import { useColumns } from './use-columns.ts'
import { usePointerSelection } from './use-pointer-selection.ts'
import { useRowWindow } from './use-row-window.ts'
import './segment-pane.css'

/** For rows not yet measured, in CSS pixels: what a row has besides its text, mean width of a character in the normal size. */
const rowPadding = 14
const characterWidth = 7.2
/** Width of the label, the count of repeats and padding beside the text. */
const labelWidth = 212
/** How much of a segment is drawn: of the current one, and of the others, which are clamped to two lines anyway. */
const shownOfCurrent = 4000
const shownOfOthers = 400

/** One row a segment: its label and its text, the current one in full. */
export function SegmentPane(props: {
  work: OpenWork
  labelSet: LabelSet
  sync: PaneSync
  measure: TextMeasure
}): ReactNode {
  const { t, i18n } = useTranslation()
  const { work, labelSet, sync } = props
  const controller = useController()
  const { lineHeight, scale } = props.measure
  const { segments } = work.annotation
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const drawn = useRef<HTMLDivElement>(null)
  const pointer = usePointerSelection()

  const columns = useColumns(scroller, labelWidth, characterWidth * scale)
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels make new segments too, but no other heights
  const cut = useMemo(() => segments, [work.text, work.cuts])
  const { first, end, top, total, heights } = useRowWindow({
    rows: cut,
    sameHeight: (a, b) => a.start === b.start && a.end === b.end,
    estimate: (segment) => (segment.end - segment.start > columns ? 2 : 1) * lineHeight + rowPadding,
    layout: `${columns} ${lineHeight}`,
    // Another one each time: a label may take more lines than the one before, and the current row is drawn in full.
    shape: {},
    scroller,
    content,
    drawn,
  })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    return sync.add('segments', {
      element,
      extentOf: (index) => ({ start: heights().startOf(index), end: heights().startOf(index + 1) }),
      segmentAt: (offset) => heights().indexAt(offset),
    })
  }, [sync, heights])

  // Keys act on the document without a click first; only a text field or a dialog keeps the focus.
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null)
      scroller.current?.focus({ preventScroll: true })
  }, [])

  // Rows just drawn may be taller or smaller than estimated.
  useLayoutEffect(() => sync.settle())

  const repeats = useWinnow((state) => state.lineRepeats)
  const book = useWinnow((state) => state.suggestions)
  const threshold = useWinnow((state) => state.corpus?.suggestions.threshold ?? 1)
  const selected = selectedTest(work)
  const number = (value: number): string => value.toLocaleString(i18n.language)
  const unlabelled = t('segments.unlabelled')

  return (
    <section className="segment-pane" aria-label={t('segments.title')}>
      <header className="pane-header">
        <h2>{t('segments.title')}</h2>
        <button
          type="button"
          title={t('command.segmentation')}
          onClick={() => runCommand(controller, 'segmentation')}
        >
          {t(`cut.${work.rule}`)}
        </button>
        <span>
          {t('segments.facts', {
            labelled: number(segments.length - (work.counts.get(null) ?? 0)),
            total: number(segments.length),
          })}
        </span>
      </header>
      {segments.length === 0 && <p className="segment-none">{t('segments.empty')}</p>}
      <div
        className="segment-scroller"
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('segments.title')}
        aria-multiselectable="true"
        aria-activedescendant={segments.length > 0 ? rowId(work.current) : undefined}
        {...pointer}
      >
        <div className="virtual-content" role="presentation" ref={content} style={{ height: total }}>
          <div
            className="virtual-window"
            role="presentation"
            ref={drawn}
            style={{ transform: `translateY(${top}px)` }}
          >
            {segments.slice(first, end).map((segment, n) => {
              const index = first + n
              const suggestion = book.get(work.text, segment)
              return (
                <SegmentRow
                  key={segment.start}
                  index={index}
                  total={segments.length}
                  segment={segment}
                  text={work.text}
                  labelSet={labelSet}
                  unlabelled={unlabelled}
                  suggestion={suggestion}
                  sure={suggestion !== null && reaches(suggestion, threshold)}
                  current={index === work.current}
                  selected={selected(index)}
                  caret={index === work.current ? work.caret : null}
                  repeat={repeatOf(repeats, segment)}
                />
              )
            })}
          </div>
        </div>
      </div>
    </section>
  )
}

const rowId = (index: number): string => `segment-${index}`

interface SegmentRowProps {
  readonly index: number
  readonly total: number
  readonly segment: Segment
  readonly text: string
  readonly labelSet: LabelSet
  /** What stands where a label would; asked for once, not in each of many rows. */
  readonly unlabelled: string
  /** What is suggested for it; null where nothing is, or where it has a label. */
  readonly suggestion: Suggestion | null
  /** Whether the suggestion is among those that are accepted together. */
  readonly sure: boolean
  readonly current: boolean
  readonly selected: boolean
  /** Where this segment would be split; null if nowhere. */
  readonly caret: number | null
  readonly repeat: LineRepeat | null
}

const SegmentRow = memo(function SegmentRow(props: SegmentRowProps): ReactNode {
  const { segment, current, labelSet } = props
  const label = labelSet.labels.find(({ name }) => name === segment.label)
  return (
    <div
      id={rowId(props.index)}
      role="option"
      tabIndex={-1}
      aria-selected={props.selected}
      aria-setsize={props.total}
      aria-posinset={props.index + 1}
      data-segment={props.index}
      className={`segment-row${current ? ' current' : ''}${props.selected ? ' selected' : ''}${label?.keep === false ? ' dropped' : ''}`}
    >
      <SegmentCard
        segment={segment}
        text={props.text}
        labelSet={labelSet}
        unlabelled={props.unlabelled}
        suggestion={props.suggestion}
        sure={props.sure}
        current={current}
        caret={props.caret}
        repeat={props.repeat}
      />
    </div>
  )
})

/** What stands in a row. Apart from it, as a split changes the place of every row below, and nothing in them. */
const SegmentCard = memo(function SegmentCard(
  props: Pick<
    SegmentRowProps,
    'segment' | 'text' | 'labelSet' | 'unlabelled' | 'suggestion' | 'sure' | 'current' | 'caret' | 'repeat'
  >,
): ReactNode {
  const { segment, text, labelSet, unlabelled, current, caret } = props
  const length = segment.end - segment.start
  const shown = Math.min(length, current ? shownOfCurrent : shownOfOthers)
  const end = segment.start + shown
  const cut = Math.min(caret ?? end, end)
  const label = labelSet.labels.find(({ name }) => name === segment.label)
  const mark = props.suggestion ? (
    <SuggestionChip suggestion={props.suggestion} labelSet={labelSet} sure={props.sure} />
  ) : segment.label === null ? (
    <span className="label-chip none">{unlabelled}</span>
  ) : (
    <span className="label-chip" data-colour={colourOf(labelSet, segment.label)}>
      {label && <kbd aria-hidden="true">{label.key}</kbd>}
      {segment.label}
    </span>
  )
  return (
    <div className="segment-card">
      {segment.toReview ? (
        <span className="segment-marks">
          {mark} <ToReviewChip />
        </span>
      ) : (
        mark
      )}
      <span className="segment-text" data-text-start={segment.start}>
        {text.slice(segment.start, cut)}
        {caret !== null && caret <= end && <SplitCaret />}
        {text.slice(cut, end)}
        {current && shown < length && <Shortened by={length - shown} />}
      </span>
      {props.repeat && <RepeatsChip repeat={props.repeat} />}
    </div>
  )
})

/** Says how many characters of a long segment are not shown. */
function Shortened({ by }: { by: number }): ReactNode {
  const { t, i18n } = useTranslation()
  return <em>{t('segments.shortened', { characters: by.toLocaleString(i18n.language) })}</em>
}

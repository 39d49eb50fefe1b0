import type { TFunction } from 'i18next'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { rowAt } from '../../core/display-rows.ts'
import { countCodePoints } from '../../core/offsets.ts'
import { fromRule, type Mark } from '../../core/segment.ts'
import { useController } from '../state/controller-context.ts'
import { type OpenWork, selection } from '../state/open-work.ts'
import { labelSelection } from '../state/run-command.ts'
import { CommandKey } from './command-key.tsx'
import { CurrentSuggestion } from './current-suggestion.tsx'
import { SegmentActions } from './segment-actions.tsx'
import { ToReviewReason } from './to-review-reason.tsx'

/** What is known of the current segment, and what can be done with it. */
export function CurrentSegment({ work }: { work: OpenWork }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const segment = work.annotation.segments[work.current]
  const { text } = work
  // A segment may be a line of 20 MB, and this draws with every key.
  const characters = useMemo(
    () => countCodePoints(text, segment?.start, segment?.end),
    [text, segment?.start, segment?.end],
  )
  if (!segment) return null
  const { from, to } = selection(work)
  const line = lineOf(work, segment.start)
  return (
    <section className="current-segment" aria-label={t('inspector.this')}>
      <h2>{t('inspector.this')}</h2>
      {to > from && <p>{t('inspector.selected', { count: to - from + 1 })}</p>}
      <p>
        {segment.label === null ? t('segments.unlabelled') : provenance(t, segment.label, segment)}
        {' · '}
        {t('inspector.line', { line: line.toLocaleString(i18n.language) })}
        {' · '}
        {t('inspector.characters', { count: characters })}
      </p>
      {segment.toReview && <ToReviewReason />}
      <CurrentSuggestion work={work} />
      <SegmentActions caret={work.caret !== null} />
      {segment.label !== null && (
        <button type="button" onClick={() => labelSelection(controller, null)}>
          {t('inspector.clear')} <CommandKey id="clear-label" />
        </button>
      )}
    </section>
  )
}

/** A label and how it came to be. */
function provenance(t: TFunction, label: string, { by, from }: Mark): string {
  if (by !== 'propagated')
    return t(by === 'accepted' ? 'inspector.by-accepted' : 'inspector.by-human', { label })
  if (from === undefined) return t('inspector.by-propagated', { label })
  return from === fromRule
    ? t('inspector.by-rule', { label })
    : t('inspector.by-propagated-from', { label, document: from })
}

/** The number of the line in which the character at `start` stands. */
function lineOf(work: OpenWork, start: number): number {
  for (let row = rowAt(work.rows, start); row >= 0; row--) {
    const line = work.rows[row]?.line
    if (line) return line
  }
  return 1
}

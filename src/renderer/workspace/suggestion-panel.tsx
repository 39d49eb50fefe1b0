import { memo, type ReactNode, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import type { Segment } from '../../core/segment.ts'
import { reaches } from '../../core/suggestions/accept.ts'
import type { SuggestionSettings } from '../../core/suggestions/suggestion-settings.ts'
import { formatPercent } from '../messages/format-percent.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import type { OpenWork } from '../state/open-work.ts'
import { runCommand } from '../state/run-command.ts'
import type { SuggestionBook } from '../state/suggestion-book.ts'
import { changeSuggestionSettings, thresholds } from '../state/suggestion-settings.ts'
import { CommandKey } from './command-key.tsx'
import { SuggestionSource } from './suggestion-source.tsx'
import { useRested } from './use-rested.ts'
import './suggestion-panel.css'

/** For how long keys, and parts of the suggestions that come in, must rest before the document is counted, in ms. */
const countAfter = 150

/** The switch and the threshold of the suggestions, with what they do in the open document. */
export function SuggestionPanel({ corpus, work }: { corpus: Corpus; work: OpenWork }): ReactNode {
  const { text, annotation } = useRested(work, countAfter)
  const book = useRested(
    useWinnow((state) => state.suggestions),
    countAfter,
  )
  return <Panel settings={corpus.suggestions} text={text} segments={annotation.segments} book={book} />
}

const Panel = memo(function Panel(props: {
  settings: SuggestionSettings
  text: string
  segments: readonly Segment[]
  book: SuggestionBook
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { text, segments, book } = props
  const { on, threshold, source } = props.settings
  const tally = useMemo(() => tallyOf(text, segments, book, threshold), [text, segments, book, threshold])
  return (
    <section className="suggestion-panel" aria-label={t('suggestion.title')}>
      <h2>{t('suggestion.title')}</h2>
      <label className="suggestion-switch">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => changeSuggestionSettings(controller, { on: event.target.checked })}
        />
        {t('suggestion.on')} <CommandKey id="toggle-suggestions" />
      </label>
      {on && <SuggestionSource source={source} />}
      {on ? <Threshold threshold={threshold} tally={tally} /> : <p>{t('suggestion.off-why')}</p>}
      {tally.accepted + tally.propagated > 0 && (
        <p>
          {t('suggestion.origins', {
            human: tally.human,
            accepted: tally.accepted,
            propagated: tally.propagated,
          })}
        </p>
      )}
    </section>
  )
})

function Threshold({ threshold, tally }: { threshold: number; tally: Tally }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const id = useId()
  const effect = t('suggestion.threshold-hint', { sure: tally.sure, suggested: tally.suggested })
  return (
    <>
      <label className="suggestion-threshold" htmlFor={id}>
        <span>{t('suggestion.threshold', { threshold: formatPercent(threshold) })}</span>
        <span aria-hidden="true">
          <CommandKey id="lower-threshold" /> <CommandKey id="raise-threshold" />
        </span>
      </label>
      <input
        id={id}
        type="range"
        min={100 * thresholds.least}
        max={100 * thresholds.most}
        value={Math.round(100 * threshold)}
        aria-valuetext={`${formatPercent(threshold)}. ${effect}`}
        onChange={(event) =>
          changeSuggestionSettings(controller, { threshold: Number(event.target.value) / 100 })
        }
      />
      <p>{effect}</p>
      <button
        type="button"
        disabled={tally.sure === 0}
        onClick={() => runCommand(controller, 'accept-document')}
      >
        {t('suggestion.accept-document', { count: tally.sure })} <CommandKey id="accept-document" />
      </button>
    </>
  )
}

/** How many segments of a document have a suggestion, one that reaches the threshold, or a label of each origin. */
interface Tally {
  suggested: number
  sure: number
  human: number
  accepted: number
  propagated: number
}

function tallyOf(text: string, segments: readonly Segment[], book: SuggestionBook, threshold: number): Tally {
  const tally = { suggested: 0, sure: 0, human: 0, accepted: 0, propagated: 0 }
  for (const segment of segments) {
    if (segment.by !== null) tally[segment.by]++
    const suggestion = book.get(text, segment)
    if (suggestion === null) continue
    tally.suggested++
    if (reaches(suggestion, threshold)) tally.sure++
  }
  return tally
}

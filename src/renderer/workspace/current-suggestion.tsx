import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type SuggestionAt, suggestedRun } from '../../core/suggestions/accept.ts'
import { formatPercent } from '../messages/format-percent.ts'
import { suggestionAt } from '../state/accept-suggestions.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import type { OpenWork } from '../state/open-work.ts'
import { runCommand } from '../state/run-command.ts'
import { CommandKey } from './command-key.tsx'

/** Longer runs are not counted: a document may be one of 100,000 segments, and this draws with every key. */
const longest = 1000

/** What is suggested for the current segment, why, and what can be done with it; nothing where nothing is. */
export function CurrentSuggestion({ work }: { work: OpenWork }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const book = useWinnow((state) => state.suggestions)
  const model = useWinnow((state) => state.corpus?.suggestions.source)
  const at = suggestionAt(work, book)
  const suggestion = at(work.current)
  if (!suggestion) return null
  const { label, confidence, reason } = suggestion
  const near: SuggestionAt = (index) => (Math.abs(index - work.current) < longest ? at(index) : null)
  const run = suggestedRun(near, work.current).length
  return (
    <div className="current-suggestion">
      <p>
        <strong>{t('suggestion.this', { label, percent: formatPercent(confidence) })}</strong>{' '}
        {t(`suggestion.${reason}`, { model })}
      </p>
      <button type="button" onClick={() => runCommand(controller, 'accept-suggestion')}>
        {t('suggestion.accept')} <CommandKey id="accept-suggestion" />
      </button>
      {run > 1 && (
        <button type="button" onClick={() => runCommand(controller, 'accept-run')}>
          {run < longest ? t('suggestion.accept-run', { count: run }) : t('suggestion.accept-long-run')}{' '}
          <CommandKey id="accept-run" />
        </button>
      )}
    </div>
  )
}

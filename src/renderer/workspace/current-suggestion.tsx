import { memo, type ReactNode, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { suggestedRun } from '../../core/suggestions/accept.ts'
import { formatPercent } from '../messages/format-percent.ts'
import { suggestionAt } from '../state/accept-suggestions.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import type { OpenWork } from '../state/open-work.ts'
import { runCommand } from '../state/run-command.ts'
import { CommandKey } from './command-key.tsx'

/** What is suggested for the current segment, why, and what can be done with it; nothing where nothing is. */
export function CurrentSuggestion({ work }: { work: OpenWork }): ReactNode {
  // A run may have 100,000 segments; no key press waits until they are counted.
  return <SuggestionOf work={useDeferredValue(work)} />
}

const SuggestionOf = memo(function SuggestionOf({ work }: { work: OpenWork }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const book = useWinnow((state) => state.suggestions)
  const at = suggestionAt(work, book)
  const suggestion = at(work.current)
  if (!suggestion) return null
  const { label, confidence, reason } = suggestion
  const run = suggestedRun(at, work.current).length
  return (
    <div className="current-suggestion">
      <p>
        <strong>{t('suggestion.this', { label, percent: formatPercent(confidence) })}</strong>{' '}
        {t(`suggestion.${reason}`)}
      </p>
      <button type="button" onClick={() => runCommand(controller, 'accept-suggestion')}>
        {t('suggestion.accept')} <CommandKey id="accept-suggestion" />
      </button>
      {run > 1 && (
        <button type="button" onClick={() => runCommand(controller, 'accept-run')}>
          {t('suggestion.accept-run', { count: run })} <CommandKey id="accept-run" />
        </button>
      )}
    </div>
  )
})

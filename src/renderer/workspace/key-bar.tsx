import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../core/commands.ts'
import { displayKey } from '../../core/key-binding.ts'
import { type LabelSet, restLabel } from '../../core/label-set.ts'
import { useController } from '../state/controller-context.ts'
import { useCommands } from '../state/preferences.ts'
import { runCommand } from '../state/run-command.ts'
import { useOnceCalm } from '../state/use-once-calm.ts'
import { CommandKey } from './command-key.tsx'
import { isMac } from './is-mac.ts'

/** With the caret in a segment. */
const caretEntries = [
  { ids: ['caret-left', 'caret-right'], text: 'bar.caret' },
  { ids: ['caret-word-left', 'caret-word-right'], text: 'bar.word' },
  { ids: ['split'], text: 'bar.split' },
  { ids: ['leave-caret'], text: 'bar.leave' },
] as const

const entries = [
  { ids: ['move-next', 'move-previous'], text: 'bar.move' },
  { ids: ['extend-next'], text: 'bar.select' },
  { ids: 'labels', text: 'bar.label' },
  { ids: ['accept-suggestion', 'accept-run'], text: 'bar.accept' },
  { ids: ['next-unlabelled'], text: 'bar.unlabelled' },
  { ids: ['label-rest'], text: 'bar.rest' },
  { ids: ['label-repeats'], text: 'bar.repeats' },
  { ids: ['undo'], text: 'bar.undo' },
  { ids: ['toggle-done'], text: 'bar.done' },
  { ids: ['place-caret'], text: 'bar.split-begin' },
  { ids: ['merge-next'], text: 'bar.merge' },
  { ids: ['next-document'], text: 'bar.document' },
] as const

/** The most used keys along the lower edge, as the command table has them: as many as fit, the first ones first. */
export function KeyBar({ labelSet }: { labelSet: LabelSet }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const caret = useOnceCalm(({ view }) => view.kind === 'open' && view.work.caret !== null)
  const commands = useCommands()
  const firstKeys = (ids: readonly CommandId[]): string[] =>
    ids.flatMap((id) => commands.find((command) => command.id === id)?.keys.slice(0, 1) ?? [])
  const rest = restLabel(labelSet)?.name
  const here = caret ? caretEntries : entries.filter(({ text }) => text !== 'bar.rest' || rest !== undefined)
  return (
    <footer className="key-bar">
      <div className="key-bar-keys">
        {here.map(({ ids, text }) => (
          <span key={text}>
            {(ids === 'labels' ? labelSet.labels.slice(0, 9).map(({ key }) => key) : firstKeys(ids)).map(
              (key) => (
                <kbd key={key}>{displayKey(key, isMac)}</kbd>
              ),
            )}
            {t(text, { label: rest ?? '' })}
          </span>
        ))}
      </div>
      <button type="button" onClick={() => runCommand(controller, 'help')}>
        <CommandKey id="help" />
        {t('bar.help')}
      </button>
    </footer>
  )
}

import { Dialog } from '@base-ui/react/dialog'
import { Tabs } from '@base-ui/react/tabs'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandId, keyMap } from '../../core/commands.ts'
import type { Corpus } from '../../core/contract.ts'
import { type RepeatedLine, repeatFilters, repeatSorts } from '../../core/contract-repetition.ts'
import { keyTarget } from '../../core/key-target.ts'
import { askLineRepeats } from '../state/ask-repeats.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { closeRepeatedLines, labelLine, redoLine, undoLine } from '../state/label-lines.ts'
import { useCommands } from '../state/preferences.ts'
import { goToLine, goToUnlabelledLine, setRepeatedLines } from '../state/repeated-lines.ts'
import { CommandKey } from '../workspace/command-key.tsx'
import { RepeatedLineList } from './repeated-line-list.tsx'
import { RepeatedLinesState } from './repeated-lines-state.tsx'
import { RulesList } from './rules-list.tsx'
import './dialog.css'
import './line-list.css'
import './repeated-lines.css'

/** By how many lines a page key moves. */
const page = 10

/** The lines that stand on several documents, most frequent first: a key labels all repeats of one. */
export function RepeatedLinesDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const commands = useCommands()
  const view = useWinnow((state) => state.repeatedLines)
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [tab, setTab] = useState('lines')
  const line = view.lines.get(view.current)

  const preview = (asked: RepeatedLine | undefined): void => {
    if (asked) askLineRepeats(controller, asked)
  }
  const step = (by: number) => () => goToLine(controller, view.current + by)
  const does: Partial<Record<CommandId, () => void>> = {
    'lines-next': step(1),
    'lines-previous': step(-1),
    'lines-page-down': step(page),
    'lines-page-up': step(-page),
    'lines-first': () => goToLine(controller, 0),
    'lines-last': () => goToLine(controller, view.total - 1),
    'lines-next-unlabelled': () => goToUnlabelledLine(controller),
    'lines-preview': () => preview(line),
    'lines-search': () => field.current?.select(),
    'lines-scope': () =>
      view.site && setRepeatedLines(controller, { scope: view.scope === 'site' ? 'corpus' : 'site' }),
    'lines-filter': () =>
      setRepeatedLines(controller, {
        filter: repeatFilters[(repeatFilters.indexOf(view.filter) + 1) % repeatFilters.length] ?? 'all',
      }),
    'lines-undo': () => void undoLine(controller),
    'lines-redo': () => void redoLine(controller),
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (tab !== 'lines' || !(event.target instanceof HTMLElement)) return
    const target = keyTarget(event.nativeEvent, keyMap('repeated-lines', corpus.labelSet, commands))
    if (!target) return
    // A field keeps the keys that it has a use for; from the text, the arrows go to the list.
    if (event.target.closest('button, select, [role=tab]')) return
    if (event.target === field.current && !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return
    if ('label' in target) labelLine(controller, target.label)
    else does[target.command]?.()
    if ('label' in target || does[target.command]) event.preventDefault()
    if (event.target === field.current) list.current?.focus()
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeRepeatedLines(controller)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog repeated-lines-dialog" initialFocus={list} onKeyDown={onKeyDown}>
          <Tabs.Root className="repeated-tabs" value={tab} onValueChange={setTab}>
            <header>
              <Dialog.Title>{t('repeated.title')}</Dialog.Title>
              <Tabs.List className="repeated-tab-list">
                <Tabs.Tab value="lines">{t('repeated.lines')}</Tabs.Tab>
                <Tabs.Tab value="rules">{t('repeated.rules')}</Tabs.Tab>
              </Tabs.List>
              <Dialog.Close>{t('repeated.close')}</Dialog.Close>
            </header>
            <Tabs.Panel value="lines" className="repeated-panel" tabIndex={-1}>
              <div className="repeated-filters">
                <input
                  ref={field}
                  type="search"
                  maxLength={1000}
                  spellCheck={false}
                  autoComplete="off"
                  aria-label={t('repeated.text')}
                  placeholder={t('repeated.text')}
                  value={view.text}
                  onChange={({ target }) => setRepeatedLines(controller, { text: target.value })}
                />
                {view.site && (
                  <label>
                    <span>{t('repeated.scope')}</span> <CommandKey id="lines-scope" />
                    <select
                      value={view.scope}
                      onChange={({ target }) =>
                        setRepeatedLines(controller, { scope: target.value === 'site' ? 'site' : 'corpus' })
                      }
                    >
                      <option value="site">{t('repeated.on-site', { site: view.site.name })}</option>
                      <option value="corpus">{t('repeated.on-corpus')}</option>
                    </select>
                  </label>
                )}
                <label>
                  <span>{t('repeated.show')}</span> <CommandKey id="lines-filter" />
                  <select
                    value={view.filter}
                    onChange={({ target }) =>
                      setRepeatedLines(controller, {
                        filter: repeatFilters.find((filter) => filter === target.value) ?? 'all',
                      })
                    }
                  >
                    {repeatFilters.map((filter) => (
                      <option key={filter} value={filter}>
                        {t(`repeated.filter-${filter}`)}
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  <span>{t('repeated.sort')}</span>
                  <select
                    value={view.sort}
                    onChange={({ target }) =>
                      setRepeatedLines(controller, {
                        sort: repeatSorts.find((sort) => sort === target.value) ?? 'count',
                      })
                    }
                  >
                    {repeatSorts.map((sort) => (
                      <option key={sort} value={sort}>
                        {t(`repeated.sort-${sort}`)}
                      </option>
                    ))}
                  </select>
                </label>
              </div>
              <RepeatedLinesState view={view} />
              <RepeatedLineList view={view} labelSet={corpus.labelSet} listRef={list} onOpen={preview} />
              <footer className="repeated-current">
                <p>{line?.text}</p>
                <div>
                  {corpus.labelSet.labels.map(({ name, colour, key }) => (
                    <button
                      key={name}
                      type="button"
                      disabled={!line}
                      data-colour={colour}
                      title={t('repeated.label-all', { label: name })}
                      onClick={() => labelLine(controller, name)}
                    >
                      <span className="label-swatch" aria-hidden="true" /> {name}{' '}
                      <kbd aria-hidden="true">{key}</kbd>
                    </button>
                  ))}
                  <button type="button" disabled={!line} onClick={() => preview(line)}>
                    {t('repeated.preview')} <CommandKey id="lines-preview" />
                  </button>
                </div>
              </footer>
            </Tabs.Panel>
            <Tabs.Panel value="rules" className="repeated-panel">
              <RulesList corpus={corpus} />
            </Tabs.Panel>
          </Tabs.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

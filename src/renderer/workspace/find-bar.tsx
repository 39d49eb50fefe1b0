import { ChevronDown, ChevronUp, ListChecks, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandId, keyMap } from '../../core/commands.ts'
import { keyTarget } from '../../core/key-target.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import {
  closeFind,
  type FindInDocument,
  searchDocument,
  selectMatching,
  setFind,
  stepFind,
} from '../state/find-in-document.ts'
import { useCommands } from '../state/preferences.ts'
import { useMatchHighlights } from './match-highlights.ts'
import { QueryField } from './query-field.tsx'
import './find-bar.css'

const panes = (): HTMLElement | null => document.querySelector<HTMLElement>('.document-panes')

/** The search in the open document, above its panes. */
export function FindBar({ document: id }: { document: string }): ReactNode {
  const controller = useController()
  const find = useWinnow((state) => state.find)
  const shown = find !== null
  useMatchHighlights(panes, find?.document === id ? find : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each document that is opened is searched
  useEffect(() => {
    if (shown) searchDocument(controller)
  }, [id])
  return find && <Bar find={find} />
}

function Bar({ find }: { find: FindInDocument }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const asked = useWinnow((state) => state.findAsked)
  const commands = useCommands()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!asked) return
    field.current?.select()
    controller.store.setState({ findAsked: false })
  }, [asked, controller])

  const focusSegments = (): void => {
    document.querySelector<HTMLElement>('[role=listbox]')?.focus({ preventScroll: true })
  }
  const close = (): void => {
    closeFind(controller)
    focusSegments()
  }
  /** The keys that label what is selected are those of the workspace. */
  const select = (): void => {
    selectMatching(controller)
    focusSegments()
  }
  const does: Partial<Record<CommandId, () => void>> = {
    'find-bar-next': () => stepFind(controller, 1),
    'find-bar-previous': () => stepFind(controller, -1),
    'find-bar-select': select,
    'find-bar-close': close,
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const onButton = event.target instanceof HTMLButtonElement && event.key === 'Enter'
    if (onButton) return
    const map = keyMap('find-bar', null, commands)
    const target = keyTarget(event.nativeEvent, map)
    const action = target && 'command' in target ? does[target.command] : undefined
    if (!action) return
    event.preventDefault()
    action()
  }
  const count = find.bounds.length / 2
  const number = (value: number): string => value.toLocaleString(i18n.language)
  const searched = find.document !== null && find.query.text !== ''
  return (
    <section className="find-bar" aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <QueryField
        label={t('find.title')}
        query={find.query}
        onChange={(change) => setFind(controller, change)}
        fieldRef={field}
      />
      <span className="find-count" role="status">
        {searched && !find.trouble && count === 0 && t('find.none')}
        {count > 0 &&
          t(find.more ? 'find.at-of-more' : 'find.at-of', { at: number(find.at + 1), total: number(count) })}
      </span>
      <button
        type="button"
        disabled={count === 0}
        aria-label={t('find.previous')}
        title={t('find.previous')}
        onClick={() => stepFind(controller, -1)}
      >
        <ChevronUp aria-hidden="true" />
      </button>
      <button
        type="button"
        disabled={count === 0}
        aria-label={t('find.next')}
        title={t('find.next')}
        onClick={() => stepFind(controller, 1)}
      >
        <ChevronDown aria-hidden="true" />
      </button>
      <button
        type="button"
        disabled={count === 0}
        aria-label={t('find.select')}
        title={t('find.select')}
        onClick={select}
      >
        <ListChecks aria-hidden="true" />
      </button>
      <button type="button" aria-label={t('find.close')} title={t('find.close')} onClick={close}>
        <X aria-hidden="true" />
      </button>
      {find.trouble && (
        <p className="find-trouble" role="alert">
          {find.trouble}
        </p>
      )}
    </section>
  )
}

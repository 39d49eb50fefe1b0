import { Dialog } from '@base-ui/react/dialog'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { statuses } from '../../core/annotation.ts'
import { type CommandId, keyMap } from '../../core/commands.ts'
import type { Corpus } from '../../core/contract.ts'
import { keyTarget } from '../../core/key-target.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { cancelCorpusSearch, openFound, setCorpusSearch } from '../state/corpus-search.ts'
import { useCommands } from '../state/preferences.ts'
import { QueryField } from '../workspace/query-field.tsx'
import { type FoundRow, foundRows, nextLine, SearchResults } from './search-results.tsx'
import { SearchState } from './search-state.tsx'
import './dialog.css'
import './line-list.css'
import './search-dialog.css'

/** Searches all documents of the corpus and opens one where it was found. */
export function SearchDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const search = useWinnow((state) => state.corpusSearch)
  const commands = useCommands()
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(1)
  const rows = foundRows(search.found)

  const open = (row: FoundRow | undefined): void => {
    if (row?.line) void openFound(controller, row.document, row.line.start)
  }
  const does: Partial<Record<CommandId, () => void>> = {
    'found-next': () => setChosen(nextLine(rows, chosen, 1)),
    'found-previous': () => setChosen(nextLine(rows, chosen, -1)),
    'found-open': () => open(rows[chosen]),
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const map = keyMap('search', null, commands)
    const target = keyTarget(event.nativeEvent, map)
    const action = target && 'command' in target ? does[target.command] : undefined
    if (!action) return
    event.preventDefault()
    action()
  }
  const change = (wanted: Parameters<typeof setCorpusSearch>[1]): void => {
    setChosen(1)
    setCorpusSearch(controller, wanted)
  }
  return (
    <Dialog.Root
      open
      onOpenChange={(shown) => {
        if (shown) return
        cancelCorpusSearch(controller)
        controller.store.setState({ dialog: null })
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog search-dialog" initialFocus={field}>
          <header>
            <Dialog.Title>{t('corpus-search.title')}</Dialog.Title>
            <Dialog.Close>{t('corpus-search.close')}</Dialog.Close>
          </header>
          <div className="search-query">
            <QueryField
              label={t('corpus-search.text')}
              query={search.query}
              onChange={(query) => change({ query })}
              fieldRef={field}
              field={{
                onKeyDown,
                role: 'combobox',
                'aria-expanded': rows.length > 0,
                'aria-controls': 'search-results',
                'aria-activedescendant': rows[chosen] ? `found-${chosen}` : undefined,
              }}
            />
          </div>
          <div className="search-filters">
            <label>
              <span>{t('corpus-search.label')}</span>
              <select
                value={search.label === undefined ? '' : search.label === null ? 'none' : `=${search.label}`}
                onChange={({ target: { value } }) =>
                  change({ label: value === '' ? undefined : value === 'none' ? null : value.slice(1) })
                }
              >
                <option value="">{t('corpus-search.any-label')}</option>
                {corpus.labelSet.labels.map(({ name }) => (
                  <option key={name} value={`=${name}`}>
                    {name}
                  </option>
                ))}
                <option value="none">{t('segments.unlabelled')}</option>
              </select>
            </label>
            <label>
              <span>{t('corpus-search.state')}</span>
              <select
                value={search.status ?? ''}
                onChange={({ target: { value } }) =>
                  change({ status: statuses.find((status) => status === value) })
                }
              >
                <option value="">{t('corpus-search.any-state')}</option>
                {statuses.map((status) => (
                  <option key={status} value={status}>
                    {t(`status.${status}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <SearchState search={search} />
          <SearchResults rows={rows} chosen={chosen} onOpen={open} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

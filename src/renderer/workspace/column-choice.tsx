import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskedColumn } from '../../core/contract-columns.ts'
import { columnTitle } from '../messages/column-title.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { chooseListColumn } from '../state/list-column.ts'

/** The choice of a column to filter and sort the list by: one of the records, or how much stands on other pages. */
export function ColumnChoice({ corpus }: { corpus: string }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const chosen = useWinnow(({ listColumn }) => listColumn?.asked)
  const [columns, setColumns] = useState<readonly string[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const ask = async (): Promise<void> => {
      const reply = await controller.invoke('listColumns', { corpus })
      if (gone) return
      if (reply.ok) setColumns(reply.value.columns)
      else setTrouble(reply.message)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [controller, corpus])
  const path = chosen?.kind === 'record' ? chosen.path : undefined
  const paths = path === undefined || columns.includes(path) ? columns : [path, ...columns]
  const choices: AskedColumn[] = [
    { kind: 'repeated' },
    ...paths.map((path) => ({ kind: 'record' as const, path })),
  ]
  return (
    <div className="column-choice">
      <label>
        <span>{t('column.choice')}</span>
        <select
          value={chosen ? columnTitle(chosen) : ''}
          onChange={({ target }) => chooseListColumn(controller, choices[target.selectedIndex - 1] ?? null)}
        >
          <option value="">{t('column.none')}</option>
          {choices.map((column) => (
            <option key={JSON.stringify(column)}>{columnTitle(column)}</option>
          ))}
        </select>
      </label>
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  )
}

import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWinnow } from '../state/controller-context.ts'
import { chooseListColumn } from '../state/list-column.ts'

/** The choice of a metadata column of the records to filter and sort the list by; nothing where records have none. */
export function ColumnChoice({ corpus }: { corpus: string }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const chosen = useWinnow(({ listColumn }) => listColumn?.path ?? '')
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
  if (columns.length === 0 && chosen === '' && trouble === null) return null
  const offered = chosen === '' || columns.includes(chosen) ? columns : [chosen, ...columns]
  return (
    <div className="column-choice">
      <label>
        <span>{t('column.choice')}</span>
        <select
          value={chosen}
          onChange={(event) =>
            chooseListColumn(controller, event.target.value === '' ? null : event.target.value)
          }
        >
          <option value="">{t('column.none')}</option>
          {offered.map((path) => (
            <option key={path}>{path}</option>
          ))}
        </select>
      </label>
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  )
}

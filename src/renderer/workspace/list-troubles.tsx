import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import type { Trouble } from '../../core/contract-listing.ts'
import { useController, useWinnow } from '../state/controller-context.ts'

/** How many are shown; the others are counted. */
const shown = 100

/** What in the corpus could not be read, folded away until someone wants to know. */
export function ListTroubles({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const count = useWinnow((state) => state.listingState.troubles)
  const [open, setOpen] = useState(false)
  const [troubles, setTroubles] = useState<readonly Trouble[]>([])
  useEffect(() => {
    if (!open || count === 0) return
    let wanted = true
    const request = { corpus: corpus.folder.id, offset: 0, limit: shown }
    void controller.invoke('listTroubles', request).then((reply) => {
      if (wanted && reply.ok) setTroubles(reply.value.troubles)
    })
    return () => {
      wanted = false
    }
  }, [open, count, controller, corpus.folder.id])
  if (count === 0) return null
  return (
    <details className="list-troubles" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('list.troubles', { count })}</summary>
      <ul>
        {troubles.map((trouble) => (
          <li key={`${trouble.file} ${trouble.where} ${trouble.reason}`}>
            {trouble.where === '' ? trouble.reason : `${trouble.file}, ${trouble.where}: ${trouble.reason}`}
          </li>
        ))}
      </ul>
    </details>
  )
}

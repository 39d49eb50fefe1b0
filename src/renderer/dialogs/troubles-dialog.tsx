import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import './dialog.css'
import './troubles-dialog.css'

/** How many troubles come at once. */
const atOnce = 200

/** All that could not be read of the corpus: which file, where in it and why; and trying it again. */
export function TroublesDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const state = useWinnow(({ listingState }) => listingState)
  const [wanted, setWanted] = useState(atOnce)
  const [shown, setShown] = useState<Value<'listTroubles'> | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const id = corpus.folder.id
  const count = state.troubles
  const busy = state.phase === 'walking' || state.phase === 'indexing'

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when their number changes or all was read
  useEffect(() => {
    let current = true
    const ask = async (): Promise<void> => {
      const reply = await controller.invoke('listTroubles', {
        corpus: id,
        offset: 0,
        limit: Math.min(1000, wanted),
      })
      if (!current) return
      setFailure(reply.ok ? null : reply.message)
      if (reply.ok) setShown(reply.value)
    }
    void ask()
    return () => {
      current = false
    }
  }, [controller, id, wanted, count, busy])

  const retry = async (): Promise<void> => {
    const reply = await controller.invoke('retryTroubles', { corpus: id })
    if (!reply.ok) setFailure(reply.message)
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && controller.store.setState({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog troubles-dialog">
          <header>
            <Dialog.Title>{t('troubles.title')}</Dialog.Title>
            <Dialog.Close>{t('troubles.close')}</Dialog.Close>
          </header>
          <p role="status">
            {busy ? t('troubles.reading') : count === 0 ? t('troubles.none') : t('troubles.rest', { count })}
          </p>
          {shown && shown.troubles.length > 0 && (
            <ul className="troubles-list">
              {shown.troubles.map(({ file, where, reason }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one file may have the same trouble twice
                <li key={index}>
                  <strong>{file === '' ? corpus.folder.path : file}</strong>
                  {where !== '' && <span> · {where}</span>}
                  <p>{reason}</p>
                </li>
              ))}
            </ul>
          )}
          {shown && shown.total > shown.troubles.length && shown.troubles.length < 1000 && (
            <button type="button" onClick={() => setWanted(wanted + atOnce)}>
              {t('troubles.more', { count: shown.total - shown.troubles.length })}
            </button>
          )}
          {failure && (
            <p role="alert" className="dialog-trouble">
              {failure}
            </p>
          )}
          <footer>
            <button type="button" className="primary" disabled={busy} onClick={() => void retry()}>
              {t('troubles.retry')}
            </button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

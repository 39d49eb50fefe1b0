import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import type { HeldLock } from '../../core/contract-merging.ts'
import { useController } from '../state/controller-context.ts'
import './dialog.css'
import './merging.css'

/** Says who holds the lock of a document's labels and gives no sign of life, and takes over if the user says so. */
export function TakeOverDialog({ corpus, document }: { corpus: Corpus; document: string }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  /** Undefined while it is asked, null if there is none. */
  const [lock, setLock] = useState<HeldLock | null>()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const id = corpus.folder.id
  const close = (): void => controller.store.setState({ dialog: null })

  useEffect(() => {
    let current = true
    void controller.invoke('describeLock', { corpus: id, document }).then((reply) => {
      if (!current) return
      if (reply.ok) setLock(reply.value.lock)
      else setTrouble(reply.message)
    })
    return () => {
      current = false
    }
  }, [controller, id, document])

  const takeOver = async ({ key }: HeldLock): Promise<void> => {
    setWorking(true)
    const reply = await controller.invoke('takeOverLock', { corpus: id, document, key })
    setWorking(false)
    if (!reply.ok) return setTrouble(reply.message)
    close()
    controller.retrySaving()
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog">
          <header>
            <Dialog.Title>{t('take-over.title')}</Dialog.Title>
          </header>
          {lock === undefined && trouble === null && <p role="status">{t('take-over.reading')}</p>}
          {lock === null && <p role="status">{t('take-over.free')}</p>}
          {lock && <Owner document={document} lock={lock} />}
          {trouble && (
            <p role="alert" className="dialog-trouble">
              {trouble}
            </p>
          )}
          <footer>
            <Dialog.Close>{t('take-over.cancel')}</Dialog.Close>
            {lock && (
              <button
                type="button"
                className="primary"
                disabled={working}
                onClick={() => void takeOver(lock)}
              >
                {t(working ? 'take-over.working' : 'take-over.do')}
              </button>
            )}
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Owner({
  document,
  lock: { owner, path, lastSign },
}: {
  document: string
  lock: HeldLock
}): ReactNode {
  const { t, i18n } = useTranslation()
  const time = (iso: string): string =>
    new Date(iso).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <div className="lock-owner">
      <p>
        {owner
          ? t('take-over.owner', { document, host: owner.host, pid: String(owner.pid) })
          : t('take-over.unknown', { document })}
      </p>
      <ul>
        {owner?.annotator && <li>{t('take-over.whose', { annotator: owner.annotator })}</li>}
        {owner && <li>{t('take-over.since', { time: time(owner.since) })}</li>}
        <li>{t('take-over.sign', { time: time(lastSign) })}</li>
        <li className="export-path">{path}</li>
      </ul>
      <p>{t('take-over.advice')}</p>
    </div>
  )
}

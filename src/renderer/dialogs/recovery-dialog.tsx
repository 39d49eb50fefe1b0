import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'
import type { Recovery } from '../state/recovery.ts'
import { RecoveryComparison } from './recovery-comparison.tsx'
import './dialog.css'
import './recovery-dialog.css'

type Outcome =
  | { readonly kind: 'recovered'; readonly reply: Value<'recoverEdits'> }
  | { readonly kind: 'discarded'; readonly folder: string }

/** Compares labels that could not be saved with those on the disk, and asks what becomes of them. */
export function RecoveryDialog({ corpus, recovery }: { corpus: Corpus; recovery: Recovery }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const primary = useRef<HTMLButtonElement>(null)
  const ids = recovery.files.flatMap(({ id }) => (left.has(id) ? [] : [id]))
  const request = { corpus: corpus.folder.id, ids }
  const none = recovery.files.length === 0

  const recover = async (): Promise<void> => {
    setBusy(true)
    const reply = await controller.invoke('recoverEdits', request)
    setBusy(false)
    setFailure(reply.ok ? null : reply.message)
    if (reply.ok) setOutcome({ kind: 'recovered', reply: reply.value })
  }
  const discard = async (): Promise<void> => {
    setBusy(true)
    const reply = await controller.invoke('discardRecovery', request)
    setBusy(false)
    setFailure(reply.ok ? null : reply.message)
    if (reply.ok) setOutcome({ kind: 'discarded', folder: reply.value.folder })
  }
  const choose = (id: string, chosen: boolean): void => {
    const others = new Set(left)
    if (chosen) others.delete(id)
    else others.add(id)
    setLeft(others)
  }

  return (
    <Dialog.Root
      open
      onOpenChange={(open) => !open && controller.store.setState({ dialog: null, recovery: null })}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog recovery-dialog" initialFocus={primary}>
          <header>
            <Dialog.Title>{t('recovery.title')}</Dialog.Title>
          </header>
          <div className="recovery-body">
            {outcome ? (
              <RecoveryOutcome corpus={corpus} outcome={outcome} />
            ) : (
              <>
                <p>{none ? t('recovery.none') : t('recovery.intro', { count: recovery.files.length })}</p>
                {recovery.files.map((file) => (
                  <RecoveryComparison
                    key={file.id}
                    labelSet={corpus.labelSet}
                    file={file}
                    chosen={!left.has(file.id)}
                    onChoose={recovery.files.length > 1 ? (chosen) => choose(file.id, chosen) : null}
                  />
                ))}
                <Troubles sentences={recovery.troubles} />
              </>
            )}
            <Troubles sentences={failure === null ? [] : [failure]} />
          </div>
          <footer>
            {outcome || none ? (
              <Dialog.Close className="primary">{t('recovery.close')}</Dialog.Close>
            ) : (
              <>
                <p role="status">{busy ? t('recovery.working') : t('recovery.discard-hint')}</p>
                <button type="button" disabled={busy || ids.length === 0} onClick={() => void discard()}>
                  {t('recovery.discard')}
                </button>
                <Dialog.Close disabled={busy}>{t('recovery.later')}</Dialog.Close>
                <button
                  type="button"
                  className="primary"
                  ref={primary}
                  disabled={busy || ids.length === 0}
                  onClick={() => void recover()}
                >
                  {t('recovery.recover')}
                </button>
              </>
            )}
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function RecoveryOutcome({ corpus, outcome }: { corpus: Corpus; outcome: Outcome }): ReactNode {
  const { t } = useTranslation()
  if (outcome.kind === 'discarded')
    return <p role="status">{t('recovery.discarded', { folder: outcome.folder })}</p>
  const { recovered, left, troubles } = outcome.reply
  return (
    <>
      <p role="status">
        {t('recovery.done', { count: recovered.reduce((sum, { changes }) => sum + changes, 0) })}
      </p>
      {left.length > 0 && <p>{t('recovery.left')}</p>}
      {left.map((file) => (
        <RecoveryComparison
          key={file.id}
          labelSet={corpus.labelSet}
          file={file}
          chosen={true}
          onChoose={null}
        />
      ))}
      <Troubles
        sentences={troubles.filter((sentence) => !left.some(({ trouble }) => trouble === sentence))}
      />
    </>
  )
}

function Troubles({ sentences }: { sentences: readonly string[] }): ReactNode {
  return sentences.map((sentence) => (
    <p key={sentence} role="alert" className="dialog-trouble">
      {sentence}
    </p>
  ))
}

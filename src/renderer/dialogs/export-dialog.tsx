import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { type DatasetRequest, type ExportChoice, lastChoice, rememberChoice } from '../state/export-choice.ts'
import { ExportForm } from './export-form.tsx'
import { ExportOutcome } from './export-outcome.tsx'
import { ExportProgress } from './export-progress.tsx'
import './dialog.css'
import './export-dialog.css'
import './work-lists.css'

type Phase =
  | { readonly kind: 'asking'; readonly trouble: string | null }
  | {
      readonly kind: 'running'
      readonly job: string
      readonly done: number
      readonly total: number
      readonly isSplit: boolean
    }
  | { readonly kind: 'finished'; readonly outcome: Value<'exportCorpus'> }

/** Asks what goes out and how, shows what it becomes, exports, and tells what was written and what was left out. */
export function ExportDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const host = useWinnow((state) => state.home?.host)
  const [choice, setChoice] = useState<ExportChoice>(() => lastChoice(controller, corpus.folder.id))
  const [phase, setPhase] = useState<Phase>({ kind: 'asking', trouble: null })

  useEffect(
    () =>
      controller.subscribe((event) => {
        if (event.name !== 'job-progress') return
        const { job, done, total } = event.payload
        setPhase((now) => (now.kind === 'running' && now.job === job ? { ...now, done, total } : now))
      }),
    [controller],
  )

  const start = async (request: DatasetRequest, target: string | null): Promise<void> => {
    const job = crypto.randomUUID()
    setPhase({ kind: 'running', job, done: 0, total: 0, isSplit: request.split !== undefined })
    rememberChoice(controller, corpus.folder.id, choice)
    const reply = await controller.invoke('exportCorpus', {
      ...request,
      job,
      ...(target === null ? {} : { target }),
    })
    if (reply.ok) setPhase({ kind: 'finished', outcome: reply.value })
    else
      setPhase({
        kind: 'asking',
        trouble: reply.code === 'cancelled' ? t('export.cancelled') : reply.message,
      })
  }

  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open && phase.kind !== 'running') controller.store.setState({ dialog: null })
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className={phase.kind === 'asking' ? 'dialog export-dialog' : 'dialog'}>
          <header>
            <Dialog.Title>{t('export.title')}</Dialog.Title>
          </header>
          {phase.kind === 'asking' && (
            <ExportForm
              corpus={corpus}
              choice={choice}
              trouble={phase.trouble}
              onChange={(part) => setChoice((now) => ({ ...now, ...part }))}
              onExport={(request, target) => void start(request, target)}
            />
          )}
          {phase.kind === 'running' && <ExportProgress {...phase} />}
          {phase.kind === 'finished' && <ExportOutcome outcome={phase.outcome} downloads={host === 'web'} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

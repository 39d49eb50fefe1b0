import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import type { ImportReply } from '../../core/contract-import.ts'
import { useController } from '../state/controller-context.ts'
import { ImportForm, type ImportWanted } from './import-form.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportUndone } from './import-undone.tsx'
import { LastImport } from './last-import.tsx'
import { useJob } from './use-job.ts'
import './dialog.css'
import './import-dialog.css'

type Phase =
  | { readonly kind: 'asking'; readonly trouble: string | null }
  | { readonly kind: 'finished'; readonly outcome: ImportReply }
  | { readonly kind: 'undone'; readonly undone: Value<'undoImport'> }

/** Takes labels in from files that people or programs made, or takes the last import back. */
export function ImportDialog({ corpus, undoing }: { corpus: Corpus; undoing: boolean }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const [phase, setPhase] = useState<Phase>({ kind: 'asking', trouble: null })
  const [running, run] = useJob()
  const title = t(undoing ? 'import.undo-title' : 'import.title')

  const start = async (wanted: ImportWanted): Promise<void> => {
    const reply = await run((job) => controller.invoke('importLabels', { ...wanted, job }))
    setPhase(
      reply.ok ? { kind: 'finished', outcome: reply.value } : { kind: 'asking', trouble: reply.message },
    )
  }

  const undo = async (step: string): Promise<void> => {
    const reply = await run((job) => controller.invoke('undoImport', { corpus: corpus.folder.id, step, job }))
    setPhase(reply.ok ? { kind: 'undone', undone: reply.value } : { kind: 'asking', trouble: reply.message })
  }

  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open && !running) controller.store.setState({ dialog: null })
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog import-dialog">
          <header>
            <Dialog.Title>{title}</Dialog.Title>
          </header>
          {/* What was chosen stays while it runs, for another try. */}
          <div hidden={running !== null}>
            {phase.kind === 'asking' && !undoing && (
              <ImportForm corpus={corpus} trouble={phase.trouble} start={(wanted) => void start(wanted)} />
            )}
            {phase.kind === 'asking' && undoing && (
              <LastImport
                corpus={corpus.folder.id}
                trouble={phase.trouble}
                undo={(step) => void undo(step)}
              />
            )}
            {phase.kind === 'finished' && (
              <ImportOutcome outcome={phase.outcome} undo={(step) => void undo(step)} />
            )}
            {phase.kind === 'undone' && <ImportUndone undone={phase.undone} />}
          </div>
          {running && (
            <ImportProgress
              title={t('import.running')}
              {...running}
              cancel={() => void controller.invoke('cancelJob', { job: running.job })}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

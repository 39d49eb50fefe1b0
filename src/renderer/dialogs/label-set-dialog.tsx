import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import type { LabelSetOutcome, LabelUses } from '../../core/contract-label-set.ts'
import { draftChange, draftFaults, startDraft } from '../../core/label-set-draft.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { outcomeSentences, undoLabelSet } from '../state/label-set-job.ts'
import { LabelSetForm } from './label-set-form.tsx'
import { LabelSetQuestion, LeftOutFiles } from './label-set-question.tsx'
import './dialog.css'
import './label-set.css'

type Phase =
  | { readonly kind: 'editing'; readonly trouble: string | null; readonly leaving: boolean }
  | { readonly kind: 'working'; readonly saving: boolean; readonly job: string; done: number; total: number }
  | { readonly kind: 'asking'; readonly uses: LabelUses }
  | { readonly kind: 'finished'; readonly outcome: LabelSetOutcome }

const editing = (trouble: string | null = null): Phase => ({ kind: 'editing', trouble, leaving: false })

/** Edits the label set of the corpus; asks what becomes of segments before anything is rewritten. */
export function LabelSetDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const saved = useWinnow((state) => state.save.kind === 'saved')
  const [draft, setDraft] = useState(() => startDraft(corpus.labelSet))
  const [phase, setPhase] = useState<Phase>(editing())
  const faults = draftFaults(draft)
  const change = draftChange(draft)
  const changed = JSON.stringify(change.labelSet) !== JSON.stringify(draft.base)

  useEffect(
    () =>
      controller.subscribe((event) => {
        if (event.name !== 'job-progress') return
        const { job, done, total } = event.payload
        setPhase((now) => (now.kind === 'working' && now.job === job ? { ...now, done, total } : now))
      }),
    [controller],
  )

  const close = (): void => controller.store.setState({ dialog: null })

  const leave = (): void => {
    if (phase.kind === 'finished' || (phase.kind === 'editing' && (!changed || phase.leaving))) close()
    else if (phase.kind === 'editing') setPhase({ ...phase, leaving: true })
    else if (phase.kind === 'asking') setPhase(editing())
  }

  const work = (saving: boolean): string => {
    const job = crypto.randomUUID()
    setPhase({ kind: 'working', saving, job, done: 0, total: 0 })
    return job
  }

  const submit = async (): Promise<void> => {
    if (!saved) return setPhase(editing(t('label-set.unsaved-labels')))
    if (change.fates.length === 0) return save(new Map())
    const labels = change.fates.map(({ label }) => label)
    const reply = await controller.invoke('previewLabelSet', {
      corpus: corpus.folder.id,
      labels,
      job: work(false),
    })
    if (reply.ok) setPhase({ kind: 'asking', uses: reply.value })
    else setPhase(editing(reply.code === 'cancelled' ? null : reply.message))
  }

  const save = async (merged: ReadonlyMap<string, number>): Promise<void> => {
    const { labelSet, fates } = draftChange(draft, merged)
    const reply = await controller.invoke('changeLabelSet', {
      corpus: corpus.folder.id,
      before: draft.base,
      after: labelSet,
      fates,
      job: work(true),
    })
    if (!reply.ok) return setPhase(editing(reply.message))
    const outcome = reply.value
    // The news of it may come after the reply, and the next key after the dialog is a label's already.
    controller.store.setState(({ corpus: now }) => ({
      corpus: now && { ...now, labelSet: outcome.labelSet },
    }))
    const smooth = outcome.trouble === null && !outcome.cancelled && outcome.leftOut.length === 0
    if (!smooth) return setPhase({ kind: 'finished', outcome })
    close()
    controller.notify('info', outcomeSentences(outcome).join(' '), 'undo-label-set')
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && leave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog label-set-dialog">
          <header>
            <Dialog.Title>{t('label-set.title')}</Dialog.Title>
          </header>
          {phase.kind === 'editing' && (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                if (faults.length === 0) void submit()
              }}
            >
              <LabelSetForm
                corpus={corpus}
                draft={draft}
                faults={faults}
                onChange={(next) => {
                  setDraft(next)
                  setPhase(editing())
                }}
              />
              {faults.length > 0 && (
                <p className="label-set-faults">
                  {t('label-set.faults', {
                    count: faults.length,
                    labels: [...new Set(faults.map(({ id }) => id))]
                      .map((id) => draft.labels.find((label) => label.id === id)?.name.trim())
                      .map((name) => name || t('label-set.unnamed'))
                      .join(', '),
                  })}
                </p>
              )}
              {(phase.trouble ?? (phase.leaving ? t('label-set.unsaved') : null)) && (
                <p role="alert" className="dialog-trouble">
                  {phase.trouble ?? t('label-set.unsaved')}
                </p>
              )}
              <footer>
                <button type="button" onClick={leave}>
                  {t(phase.leaving ? 'label-set.discard' : 'label-set.cancel')}
                </button>
                <button type="submit" className="primary" disabled={!changed || faults.length > 0}>
                  {t('label-set.save')}
                </button>
              </footer>
            </form>
          )}
          {phase.kind === 'asking' && (
            <LabelSetQuestion
              draft={draft}
              uses={phase.uses}
              onBack={() => setPhase(editing())}
              onDecided={(merged) => void save(merged)}
            />
          )}
          {phase.kind === 'working' && (
            <div role="status">
              <p>{t(phase.saving ? 'label-set.running' : 'label-set.checking')}</p>
              <progress max={Math.max(1, phase.total)} value={phase.done} aria-label={t('label-set.title')} />
              <p>{t('label-set.progress', { done: phase.done, total: phase.total })}</p>
              <footer>
                <button type="button" onClick={() => void controller.invoke('cancelJob', { job: phase.job })}>
                  {t('label-set.stop')}
                </button>
              </footer>
            </div>
          )}
          {phase.kind === 'finished' && (
            <div role="status">
              {outcomeSentences(phase.outcome).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <LeftOutFiles leftOut={phase.outcome.leftOut} />
              <footer>
                <button
                  type="button"
                  onClick={() => {
                    close()
                    void undoLabelSet(controller)
                  }}
                >
                  {t('label-set.undo')}
                </button>
                <Dialog.Close className="primary">{t('label-set.close')}</Dialog.Close>
              </footer>
            </div>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

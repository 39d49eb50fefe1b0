import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import { offsetUnits, type StoredUnit } from '../../core/offsets.ts'
import { type LabelOrigin, labelOrigins } from '../../core/segment.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { ExportOrigins } from './export-origins.tsx'
import { ExportOutcome } from './export-outcome.tsx'
import { ExportWorkList } from './export-work-list.tsx'
import './dialog.css'

/** The formats that the dialog offers; the command line has them all. */
const formats = ['jsonl', 'text'] as const

type Format = (typeof formats)[number]

type Phase =
  | { readonly kind: 'asking'; readonly trouble: string | null }
  | { readonly kind: 'running'; readonly job: string; readonly done: number; readonly total: number }
  | { readonly kind: 'finished'; readonly outcome: Value<'exportCorpus'> }

/** Asks for format, offsets and place, exports, and tells what was written and what was left out. */
export function ExportDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const host = useWinnow((state) => state.home?.host)
  const [format, setFormat] = useState<Format>('jsonl')
  const [offsets, setOffsets] = useState<StoredUnit>('codepoint')
  const [onlyDone, setOnlyDone] = useState(false)
  const [origins, setOrigins] = useState<readonly LabelOrigin[]>(labelOrigins)
  const [list, setList] = useState<string | null>(null)
  const [target, setTarget] = useState<{ target: string; path: string; format: Format } | null>(null)
  const [phase, setPhase] = useState<Phase>({ kind: 'asking', trouble: null })
  const place = target?.format === format ? target : null

  useEffect(
    () =>
      controller.subscribe((event) => {
        if (event.name !== 'job-progress') return
        const { job, done, total } = event.payload
        setPhase((now) => (now.kind === 'running' && now.job === job ? { ...now, done, total } : now))
      }),
    [controller],
  )

  const choosePlace = async (): Promise<void> => {
    const chosen = await controller.invoke('chooseExportPath', { corpus: corpus.folder.id, format })
    if (!chosen.ok) setPhase({ kind: 'asking', trouble: chosen.message })
    else if (chosen.value) setTarget({ ...chosen.value, format })
  }

  const start = async (): Promise<void> => {
    const job = crypto.randomUUID()
    setPhase({ kind: 'running', job, done: 0, total: controller.store.getState().documents.size })
    const reply = await controller.invoke('exportCorpus', {
      corpus: corpus.folder.id,
      format,
      options: { offsets },
      by: [...origins],
      ...(onlyDone ? { filter: { statuses: ['done'] } } : {}),
      job,
      ...(list === null ? {} : { list }),
      ...(place ? { target: place.target } : {}),
    })
    if (reply.ok) setPhase({ kind: 'finished', outcome: reply.value })
    else
      setPhase({
        kind: 'asking',
        trouble: reply.code === 'cancelled' ? t('export.cancelled') : reply.message,
      })
  }

  const kept = corpus.labelSet.labels.filter((label) => label.keep).map((label) => label.name)
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open && phase.kind !== 'running') controller.store.setState({ dialog: null })
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog export-dialog">
          <header>
            <Dialog.Title>{t('export.title')}</Dialog.Title>
          </header>
          {phase.kind === 'asking' && (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                void start()
              }}
            >
              <fieldset>
                <legend>{t('export.format')}</legend>
                {formats.map((value) => (
                  <label key={value} className="choice">
                    <input
                      type="radio"
                      name="format"
                      checked={format === value}
                      onChange={() => setFormat(value)}
                    />
                    <strong>{t(`export.${value}`)}</strong>
                    <span>{t(`export.${value}-hint`, { labels: kept.join(', ') })}</span>
                  </label>
                ))}
              </fieldset>
              {format === 'jsonl' && (
                <fieldset>
                  <legend>{t('export.offsets')}</legend>
                  {offsetUnits.map((value) => (
                    <label key={value} className="choice">
                      <input
                        type="radio"
                        name="offsets"
                        checked={offsets === value}
                        onChange={() => setOffsets(value)}
                      />
                      <strong>{t(`export.${value}`)}</strong>
                      <span>{t(`export.${value}-hint`)}</span>
                    </label>
                  ))}
                </fieldset>
              )}
              <label className="choice">
                <input
                  type="checkbox"
                  checked={onlyDone}
                  onChange={(event) => setOnlyDone(event.target.checked)}
                />
                <strong>{t('export.only-done')}</strong>
              </label>
              <ExportWorkList corpus={corpus.folder.id} chosen={list} onChange={setList} />
              <ExportOrigins chosen={origins} onChange={setOrigins} />
              <p className="export-place">
                {t('export.to')}{' '}
                <span>
                  {place?.path ?? t('export.default-place', { path: `${corpus.labelsHome.path}/exports` })}
                </span>
                {host === 'electron' && (
                  <button type="button" onClick={() => void choosePlace()}>
                    {t('export.change-place')}
                  </button>
                )}
              </p>
              {phase.trouble && (
                <p role="alert" className="dialog-trouble">
                  {phase.trouble}
                </p>
              )}
              <footer>
                <Dialog.Close>{t('export.close')}</Dialog.Close>
                <button type="submit" className="primary" disabled={origins.length === 0}>
                  {t('export.start')}
                </button>
              </footer>
            </form>
          )}
          {phase.kind === 'running' && (
            <div role="status">
              <progress max={Math.max(1, phase.total)} value={phase.done} aria-label={t('export.title')} />
              <p>{t('export.progress', { done: phase.done, total: phase.total })}</p>
              <footer>
                <button type="button" onClick={() => void controller.invoke('cancelJob', { job: phase.job })}>
                  {t('export.cancel')}
                </button>
              </footer>
            </div>
          )}
          {phase.kind === 'finished' && <ExportOutcome outcome={phase.outcome} downloads={host === 'web'} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

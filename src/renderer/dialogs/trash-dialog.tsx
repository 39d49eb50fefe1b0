import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import type { Restored, TrashEntry } from '../../core/contract-backups.ts'
import { formatBytes } from '../messages/format-bytes.ts'
import { useController } from '../state/controller-context.ts'
import { BackupFrame } from './backup-frame.tsx'
import { JobProgress } from './job-progress.tsx'
import { RestoredOutcome } from './restored-outcome.tsx'
import { TrashQuestion } from './trash-question.tsx'
import { useJob } from './use-job.ts'
import { useWrittenDay } from './use-written-day.ts'

/** Lists what was deleted, puts it back, or deletes it for good, which only the annotator does. */
export function TrashDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const written = useWrittenDay()
  const [running, run] = useJob()
  const [trash, setTrash] = useState<Value<'listTrash'> | null>(null)
  const [asked, setAsked] = useState<{ entry: TrashEntry; preview: Value<'previewTrash'> } | null>(null)
  /** What to delete for good: an entry, or all. */
  const [going, setGoing] = useState<TrashEntry | 'all' | null>(null)
  const [restored, setRestored] = useState<Restored | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { id } = corpus.folder

  const look = useCallback(async (): Promise<void> => {
    const reply = await controller.invoke('listTrash', { corpus: id })
    setTrouble(reply.ok ? null : reply.message)
    if (reply.ok) setTrash(reply.value)
  }, [controller, id])
  useEffect(() => void look(), [look])

  const restore = async (entry: TrashEntry, overwrite: boolean): Promise<void> => {
    setAsked(null)
    const request = { corpus: id, entry: entry.entry, overwrite }
    const reply = await run((job) => controller.invoke('restoreTrash', { ...request, job }))
    await look()
    if (reply.ok) setRestored(reply.value)
    else setTrouble(reply.message)
  }

  /** Never over newer labels unless they were shown. */
  const ask = async (entry: TrashEntry): Promise<void> => {
    const reply = await run((job) =>
      controller.invoke('previewTrash', { corpus: id, entry: entry.entry, job }),
    )
    if (!reply.ok) {
      if (reply.code !== 'cancelled') setTrouble(reply.message)
    } else if (reply.value.inTheWayCount > 0) setAsked({ entry, preview: reply.value })
    else await restore(entry, false)
  }

  const removeForGood = async (): Promise<void> => {
    const entry = going === 'all' || going === null ? {} : { entry: going.entry }
    setGoing(null)
    const reply = await controller.invoke('emptyTrash', { corpus: id, ...entry })
    await look()
    if (!reply.ok) setTrouble(reply.message)
  }

  const titleOf = ({ what }: TrashEntry): string => {
    if (what.kind === 'document')
      return t('trash.document', { document: what.document, name: what.annotator })
    if (what.kind === 'annotator') return t('trash.annotator', { name: what.annotator })
    if (what.kind === 'label') {
      const names = what.labels.map(({ name }) => name)
      return t('trash.label', { count: names.length, labels: names.join(', ') })
    }
    return what.day === null ? t('trash.replaced') : t('trash.replaced-day', { day: written.day(what.day) })
  }

  const size = (bytes: number): string => formatBytes(bytes, i18n.language)
  const content = (): ReactNode => {
    if (running) return <JobProgress title={t('trash.running')} running={running} />
    if (restored)
      return (
        <RestoredOutcome
          restored={restored}
          title={t('trash.done', { count: restored.documents })}
          back={trash && trash.entries.length > 0 ? () => setRestored(null) : null}
        />
      )
    if (asked)
      return (
        <TrashQuestion
          preview={asked.preview}
          ofLabel={asked.entry.what.kind === 'label'}
          cancel={() => setAsked(null)}
          restore={(overwrite) => void restore(asked.entry, overwrite)}
        />
      )
    if (going)
      return (
        <div>
          <p role="alert">
            {going === 'all' ? t('trash.sure-all') : t('trash.sure-one', { what: titleOf(going) })}
          </p>
          <footer>
            <button type="button" onClick={() => setGoing(null)}>
              {t('versions.cancel')}
            </button>
            <button type="button" className="primary" onClick={() => void removeForGood()}>
              {t('trash.delete')}
            </button>
          </footer>
        </div>
      )
    return (
      <div>
        {trash === null && trouble === null && <p role="status">{t('trash.looking')}</p>}
        {trash && (
          <p role="status">
            {trash.entries.length === 0 ? t('trash.empty') : t('trash.size', { size: size(trash.bytes) })}
          </p>
        )}
        {trash?.troubles.map((each) => (
          <p key={each} role="alert" className="dialog-trouble">
            {each}
          </p>
        ))}
        {trash && trash.entries.length > 0 && (
          <ul className="backup-list trash-list" aria-label={t('trash.title')}>
            {trash.entries.map((each) => (
              <li key={each.entry}>
                <div>
                  <strong>{titleOf(each)}</strong>
                  <span className="backup-counts">
                    {[
                      written.time(each.made),
                      t('trash.documents', { count: each.documents }),
                      size(each.bytes),
                    ].join(' · ')}
                  </span>
                </div>
                <button type="button" onClick={() => void ask(each)}>
                  {t('trash.restore')}
                </button>
                <button type="button" onClick={() => setGoing(each)}>
                  {t('trash.delete')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <footer>
          {trash && trash.entries.length > 0 && (
            <button type="button" onClick={() => setGoing('all')}>
              {t('trash.delete-all')}
            </button>
          )}
          <Dialog.Close className="primary">{t('versions.close')}</Dialog.Close>
        </footer>
      </div>
    )
  }

  return (
    <BackupFrame title={t('trash.title')} trouble={trouble}>
      {content()}
    </BackupFrame>
  )
}

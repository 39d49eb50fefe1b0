import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import type { Restored } from '../../core/contract-backups.ts'
import { formatBytes } from '../messages/format-bytes.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { BackupFrame } from './backup-frame.tsx'
import { ExportSelect } from './export-select.tsx'
import { JobProgress } from './job-progress.tsx'
import { RestoredOutcome } from './restored-outcome.tsx'
import { useJob } from './use-job.ts'
import { useWrittenDay } from './use-written-day.ts'

/** Shows which documents have other labels than at the beginning of a day, and gives them those back. */
export function DayDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const written = useWrittenDay()
  const unsaved = useWinnow(({ save }) => save.kind !== 'saved')
  const [running, run] = useJob()
  const [known, setKnown] = useState<Value<'listDays'> | null>(null)
  const [annotators, setAnnotators] = useState<readonly string[]>([])
  const [day, setDay] = useState<string | null>(null)
  /** Whose labels; '' for everyone's. */
  const [whose, setWhose] = useState(corpus.annotator)
  const [compared, setCompared] = useState<Value<'compareDay'> | null>(null)
  const [restored, setRestored] = useState<Restored | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { id } = corpus.folder

  useEffect(() => {
    void controller.invoke('listDays', { corpus: id }).then((reply) => {
      if (!reply.ok) return setTrouble(reply.message)
      setKnown(reply.value)
      setDay(reply.value.days[0]?.day ?? null)
    })
    void controller.invoke('listAnnotators', { corpus: id }).then((reply) => {
      if (reply.ok) setAnnotators(reply.value.annotators.map(({ name }) => name))
      else setTrouble(reply.message)
    })
  }, [controller, id])

  const scope = whose === '' ? {} : { annotator: whose }
  useEffect(() => {
    setCompared(null)
    if (day === null) return
    const job = crypto.randomUUID()
    let current = true
    const of = whose === '' ? {} : { annotator: whose }
    void controller.invoke('compareDay', { corpus: id, day, ...of, job }).then((reply) => {
      if (!current) return
      setTrouble(reply.ok ? null : reply.message)
      if (reply.ok) setCompared(reply.value)
    })
    return () => {
      current = false
      void controller.invoke('cancelJob', { job })
    }
  }, [controller, id, day, whose])

  const restore = async (): Promise<void> => {
    if (day === null) return
    const reply = await run((job) => controller.invoke('restoreDay', { corpus: id, day, ...scope, job }))
    if (reply.ok) setRestored(reply.value)
    else setTrouble(reply.message)
  }

  const names = [...new Set([corpus.annotator, ...annotators])]
  const content = (): ReactNode => {
    if (running) return <JobProgress title={t('day.running')} running={running} />
    if (restored)
      return (
        <RestoredOutcome
          restored={restored}
          title={t('day.done', { count: restored.documents })}
          back={null}
        />
      )
    return (
      <div>
        {known?.days.length === 0 && <p role="status">{t('day.none')}</p>}
        {known && day !== null && (
          <>
            <div className="backup-fields">
              <ExportSelect
                name={t('day.day')}
                values={known.days.map((each) => each.day)}
                chosen={day}
                title={written.day}
                onChange={setDay}
              />
              <ExportSelect
                name={t('day.whose')}
                values={[...names, '']}
                chosen={whose}
                title={(name) => name || t('day.everyone')}
                onChange={setWhose}
              />
            </div>
            {compared ? <Comparison compared={compared} /> : <p role="status">{t('day.looking')}</p>}
            <p className="backup-counts">
              {t('day.kept')} {t('day.held', { size: formatBytes(known.bytes, i18n.language) })}
            </p>
            {unsaved && <p role="status">{t('delete.unsaved')}</p>}
          </>
        )}
        <footer>
          <Dialog.Close>{t('versions.close')}</Dialog.Close>
          {day !== null && (
            <button
              type="button"
              className="primary"
              disabled={!compared || compared.documentsCount === 0 || unsaved}
              onClick={() => void restore()}
            >
              {t('versions.restore')}
            </button>
          )}
        </footer>
      </div>
    )
  }

  return (
    <BackupFrame title={t('day.title')} trouble={trouble}>
      {content()}
    </BackupFrame>
  )
}

function Comparison({ compared }: { compared: Value<'compareDay'> }): ReactNode {
  const { t } = useTranslation()
  const { documents, documentsCount, same, onlyNow, troubles } = compared
  return (
    <section aria-label={t('versions.difference')}>
      <p role="status">
        {[
          t('day.would', { count: documentsCount }),
          t('day.same', { count: same }),
          ...(onlyNow > 0 ? [t('day.only-now', { count: onlyNow })] : []),
        ].join(' ')}
      </p>
      {troubles.map((each) => (
        <p key={each} role="alert" className="dialog-trouble">
          {each}
        </p>
      ))}
      {documents.length > 0 && (
        <ul className="backup-list" tabIndex={0} aria-label={t('versions.difference')}>
          {documents.map(({ annotator, document, labelledNow, labelledEarlier }) => (
            <li key={`${annotator}/${document}`}>
              <strong>{document}</strong> <span>{annotator}</span>
              <span className="backup-counts">
                {labelledNow === null
                  ? t('day.gone-then', { earlier: labelledEarlier })
                  : t('day.now-then', { now: labelledNow, earlier: labelledEarlier })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Segment } from '../../core/segment.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { repeatOf } from '../state/line-repeats.ts'
import { runCommand } from '../state/run-command.ts'
import { CommandKey } from './command-key.tsx'
import './segment-repeats.css'

/** Where else the line of the current segment stands, and what can be done with all of them at once. */
export function SegmentRepeats({ segment }: { segment: Segment | undefined }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const repeats = useWinnow((state) => state.lineRepeats)
  const reading = useWinnow((state) => state.corpusReading)
  const repeat = repeatOf(repeats, segment)
  return (
    <section className="segment-repeats" aria-label={t('repeats.title')}>
      <h2>{t('repeats.title')}</h2>
      {repeat ? (
        <>
          {repeat.siteDocuments > 1 && (
            <p>{t('repeats.on-site', { documents: repeat.siteDocuments, size: repeat.siteSize })}</p>
          )}
          {repeat.documents > repeat.siteDocuments && (
            <p>{t('repeats.on-corpus', { documents: repeat.documents, size: repeat.corpusSize })}</p>
          )}
        </>
      ) : (
        <p>
          {repeats?.ready
            ? t('repeats.nowhere-else')
            : reading && t('repeats.reading', { done: reading.done, total: reading.total })}
        </p>
      )}
      <p className="segment-actions">
        {repeat && (
          <button type="button" className="accent" onClick={() => runCommand(controller, 'label-repeats')}>
            {t('repeats.label-all')} <CommandKey id="label-repeats" />
          </button>
        )}
        <button type="button" onClick={() => runCommand(controller, 'repeated-lines')}>
          {t('repeats.view')} <CommandKey id="repeated-lines" />
        </button>
      </p>
    </section>
  )
}

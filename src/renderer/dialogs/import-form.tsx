import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import type { ImportPreview } from '../../core/contract-import.ts'
import { useController } from '../state/controller-context.ts'
import {
  firstImportChoice,
  type ImportChoice,
  type ImportSource,
  importRequest,
  labelsToDecide,
} from '../state/import-labels.ts'
import { useRested } from '../workspace/use-rested.ts'
import { ImportLabelFates } from './import-label-fates.tsx'
import { ImportManner } from './import-manner.tsx'
import { ImportOutlook } from './import-outlook.tsx'
import { ImportSourceField } from './import-source-field.tsx'
import { usePreview } from './use-preview.ts'

export type ImportWanted = NonNullable<ReturnType<typeof importRequest>>

/** How long nothing is typed before it is looked at what would become of the labels, in milliseconds. */
const rest = 250

/** Asks which labels are taken in and how, and shows at each answer what would become of them. */
export function ImportForm(props: {
  corpus: Corpus
  /** Why the last try failed. */
  trouble: string | null
  start: (wanted: ImportWanted) => void
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { corpus } = props
  const [source, setSource] = useState<ImportSource | null>(null)
  const [choice, setChoice] = useState<ImportChoice>(() => firstImportChoice(corpus.annotator))
  const [toDecide, setToDecide] = useState<readonly string[]>([])
  const [last, setLast] = useState<ImportPreview | null>(null)
  const wanted = useMemo(
    () => source && importRequest(corpus.folder.id, source.source, choice),
    [corpus.folder.id, source, choice],
  )
  const rested = useRested(wanted, rest)
  const ask = useMemo(
    () => rested && ((job: string) => controller.invoke('importPreview', { ...rested, job })),
    [controller, rested],
  )
  const preview = usePreview(ask)
  useEffect(() => {
    if (preview.kind === 'failed') setLast(null)
    if (preview.kind !== 'counted') return
    setLast(preview.value)
    setToDecide((known) => labelsToDecide(known, preview.value))
  }, [preview])

  const change = (changed: Partial<ImportChoice>): void => setChoice((now) => ({ ...now, ...changed }))
  const labels = corpus.labelSet.labels.map(({ name }) => name)
  // A proposal counts as a decision; a label that is only missing is never added by the way.
  const proposed = (name: string): boolean =>
    labels.includes(last?.labels.find((label) => label.name === name)?.becomes ?? '')
  const undecided = toDecide.some((name) => !choice.fates.has(name) && !proposed(name))
  const takes = last ? last.documents.new + last.documents.changed : 0
  const looking = wanted !== rested || preview.kind === 'counting'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted) props.start(wanted)
      }}
    >
      <ImportSourceField
        corpus={corpus.folder.id}
        chosen={source}
        onChange={(chosen) => {
          setSource(chosen)
          setChoice(({ as, annotator, model }) => ({ ...firstImportChoice(annotator), as, model }))
          setToDecide([])
          setLast(null)
        }}
      />
      {source && (
        <>
          <ImportManner choice={choice} preview={last} named={wanted !== null} change={change} />
          {last && (
            <ImportLabelFates
              names={toDecide}
              found={last.labels}
              labels={labels}
              fates={choice.fates}
              onChange={(fates) => change({ fates })}
            />
          )}
          {wanted && (
            <section aria-label={t('import.outlook')} aria-busy={looking}>
              <p role="status" className="import-hint">
                {looking
                  ? t('import.looking')
                  : last && t('import.would', { count: last.segments, documents: takes })}
              </p>
              {last && <ImportOutlook preview={last} choice={choice} change={change} />}
            </section>
          )}
          {wanted && preview.kind === 'failed' && (
            <p role="alert" className="dialog-trouble">
              {preview.message}
            </p>
          )}
          {undecided && <p className="import-hint">{t('import.decide')}</p>}
        </>
      )}
      {props.trouble !== null && (
        <p role="alert" className="dialog-trouble">
          {props.trouble}
        </p>
      )}
      <footer>
        <Dialog.Close>{t('import.close')}</Dialog.Close>
        <button type="submit" className="primary" disabled={looking || undecided || takes === 0}>
          {t('import.start')}
        </button>
      </footer>
    </form>
  )
}

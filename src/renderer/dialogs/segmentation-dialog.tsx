import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { type SegmentationRule, segmentationRules } from '../../core/segmentation/rules.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { cutDocument, previewCut, setCorpusRule } from '../state/cut-document.ts'
import type { OpenWork } from '../state/open-work.ts'
import './dialog.css'
import './segmentation-dialog.css'

/** How many of the labels that would be lost are listed by their text, and how much of each, in UTF-16 code units. */
const listed = 100
const shown = 120

/** Asks by which rule text is cut, says what becomes of the labels, and cuts the document or sets the corpus's rule. */
export function SegmentationDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const work = useWinnow(({ view }) => (view.kind === 'open' ? view.work : null))
  const [rule, setRule] = useState<SegmentationRule>(corpus.segmentation)
  const [here, setHere] = useState(work !== null)
  const [corpusToo, setCorpusToo] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const close = (): void => controller.store.setState({ dialog: null })

  const apply = async (): Promise<void> => {
    if (here) cutDocument(controller, rule)
    const failure = corpusToo ? await setCorpusRule(controller, rule) : null
    if (failure === null) close()
    else setTrouble(failure)
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog segmentation-dialog">
          <header>
            <Dialog.Title>{t('cut.title')}</Dialog.Title>
          </header>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void apply()
            }}
          >
            <fieldset>
              <legend>{t('cut.rule')}</legend>
              {segmentationRules.map((value) => (
                <label key={value} className="choice">
                  <input type="radio" name="rule" checked={rule === value} onChange={() => setRule(value)} />
                  <strong>{t(`cut.${value}`)}</strong>
                  <span>{t(`cut.${value}-hint`)}</span>
                </label>
              ))}
            </fieldset>
            <fieldset>
              <legend>{t('cut.where')}</legend>
              {work && (
                <label className="choice">
                  <input type="checkbox" checked={here} onChange={(event) => setHere(event.target.checked)} />
                  <strong>{t('cut.here')}</strong>
                </label>
              )}
              {work && here && <Preview work={work} rule={rule} />}
              <label className="choice">
                <input
                  type="checkbox"
                  checked={corpusToo}
                  onChange={(event) => setCorpusToo(event.target.checked)}
                />
                <strong>{t('cut.corpus')}</strong>
                <span>{t('cut.corpus-hint', { rule: t(`cut.${corpus.segmentation}`) })}</span>
              </label>
            </fieldset>
            {trouble && (
              <p role="alert" className="dialog-trouble">
                {trouble}
              </p>
            )}
            <footer>
              <Dialog.Close>{t('cut.cancel')}</Dialog.Close>
              <button type="submit" className="primary" disabled={!here && !corpusToo}>
                {t('cut.apply')}
              </button>
            </footer>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Preview({ work, rule }: { work: OpenWork; rule: SegmentationRule }): ReactNode {
  const { t, i18n } = useTranslation()
  const { segments, kept, lost } = useMemo(() => previewCut(work, rule), [work, rule])
  const number = (value: number): string => value.toLocaleString(i18n.language)
  return (
    <div className="cut-preview" role="status">
      <p>
        {t('cut.becomes', {
          before: number(work.annotation.segments.length),
          after: number(segments.length),
        })}{' '}
        {kept + lost.length > 0 && t('cut.kept', { kept: number(kept), total: number(kept + lost.length) })}
      </p>
      {lost.length > 0 && (
        <>
          <p>{t('cut.lost', { count: lost.length })}</p>
          <ul>
            {lost.slice(0, listed).map(({ start, end, label }) => (
              <li key={start}>
                <strong>{label}</strong> {work.text.slice(start, Math.min(end, start + shown))}
                {end - start > shown && '…'}
              </li>
            ))}
          </ul>
          {lost.length > listed && <p>{t('cut.more', { count: lost.length - listed })}</p>}
        </>
      )}
    </div>
  )
}

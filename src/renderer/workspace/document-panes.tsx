import { type CSSProperties, type ReactNode, useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { stepDocument } from '../state/document-status.ts'
import type { OpenWork } from '../state/open-work.ts'
import { FindBar } from './find-bar.tsx'
import type { PaneSync } from './pane-sync.ts'
import { RawPane } from './raw-pane.tsx'
import { SegmentPane } from './segment-pane.tsx'
import { Separator } from './separator.tsx'
import { type TextMeasure, textMeasure } from './text-measure.ts'
import { UnsettledQuestion } from './unsettled-question.tsx'

/** The open document in its two panes, or what stands in its place. */
export function DocumentPanes({ corpus, sync }: { corpus: Corpus; sync: PaneSync }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const view = useWinnow((state) => state.view)
  // Not how many there are, which changes all the while they are found, and would draw both panes anew.
  const empty = useWinnow((state) => state.documents.size === 0)
  if (view.kind === 'open')
    return <TwoPanes key={view.work.document} work={view.work} corpus={corpus} sync={sync} />
  return (
    <div className="document-message">
      {view.kind === 'none' && <p>{empty ? t('list.none') : t('document.none')}</p>}
      {view.kind === 'opening' && <p role="status">{t('document.opening', { document: view.document })}</p>}
      {view.kind === 'unsettled' && <UnsettledQuestion document={view.document} question={view.question} />}
      {view.kind === 'failed' && (
        <section role="alert">
          <h2>{t('document.failed')}</h2>
          <p>{view.message}</p>
          <p>{t('document.others')}</p>
          <button type="button" className="primary" onClick={() => void stepDocument(controller, 1)}>
            {t('document.next')}
          </button>
        </section>
      )}
    </div>
  )
}

function TwoPanes({ work, corpus, sync }: { work: OpenWork; corpus: Corpus; sync: PaneSync }): ReactNode {
  const { panes, columns, textSize, whiteSpace } = useWinnow((state) => state.preferences)
  const measure = textMeasure(textSize)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other end of a selection moves with the current segment
  useLayoutEffect(() => sync.show(work.current), [sync, work.current, work.anchor, panes])
  return (
    <div className={`document-panes ${panes}`} style={paneStyle(columns.raw, measure)}>
      <FindBar document={work.document} />
      {panes !== 'segments' && (
        <RawPane
          work={work}
          labelSet={corpus.labelSet}
          sync={sync}
          measure={measure}
          whiteSpace={whiteSpace}
        />
      )}
      {panes === 'both' && <Separator column="raw" controls="raw-dump" />}
      {panes !== 'raw' && (
        <SegmentPane work={work} labelSet={corpus.labelSet} sync={sync} measure={measure} />
      )}
    </div>
  )
}

/** The panes' widths, `raw` being the raw pane's share in percent, and the size of the text in them. */
const paneStyle = (raw: number, measure: TextMeasure): CSSProperties =>
  ({
    '--raw-width': `${raw}fr`,
    '--segments-width': `${100 - raw}fr`,
    '--text-size': `${measure.size}px`,
    '--line-height': `${measure.lineHeight}px`,
  }) as CSSProperties

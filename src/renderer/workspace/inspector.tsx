import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keyClashes } from '../../core/commands.ts'
import type { Corpus } from '../../core/contract.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { shownDocument } from '../state/document-list.ts'
import { useCommands } from '../state/preferences.ts'
import { labelSelection, runCommand } from '../state/run-command.ts'
import { useOnceCalm } from '../state/use-once-calm.ts'
import { CurrentSegment } from './current-segment.tsx'
import { DocumentActions } from './document-actions.tsx'
import { DocumentFacts } from './document-facts.tsx'
import { LabelGuideline } from './label-guideline.tsx'
import { SegmentRepeats } from './segment-repeats.tsx'
import { SuggestionPanel } from './suggestion-panel.tsx'
import { ToReviewCount } from './to-review-count.tsx'
import './inspector.css'

/** The label set with counts, what is known of the current segment, and what its label means. */
export function Inspector({ corpus }: { corpus: Corpus }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  // At once where it is another document: what is written on it must not go to the one before.
  useWinnow((state) => shownDocument(state.view))
  const work = useOnceCalm(({ view }) => (view.kind === 'open' ? view.work : null))
  const clashes = keyClashes(corpus.labelSet, useCommands())
  return (
    <aside className="inspector" id="inspector">
      <section aria-label={t('inspector.labels')}>
        <h2>{t('inspector.labels')}</h2>
        <ul className="label-list">
          {corpus.labelSet.labels.map((label) => (
            <li key={label.name}>
              <button
                type="button"
                disabled={!work}
                title={t('inspector.apply', { label: label.name })}
                onClick={() => labelSelection(controller, label.name)}
              >
                <span className="label-swatch" data-colour={label.colour} aria-hidden="true" />
                <span className="label-name">{label.name}</span>
                <span className="label-keep">{t(label.keep ? 'inspector.keep' : 'inspector.drop')}</span>
                <kbd>{label.key}</kbd>
                <span className="label-count">
                  {(work?.counts.get(label.name) ?? 0).toLocaleString(i18n.language)}
                </span>
              </button>
            </li>
          ))}
          <li className="label-unlabelled">
            <span>{t('inspector.unlabelled')}</span>
            <span className="label-count">{(work?.counts.get(null) ?? 0).toLocaleString(i18n.language)}</span>
          </li>
          {work && work.toReview > 0 && <ToReviewCount count={work.toReview} />}
        </ul>
        <button type="button" className="label-edit" onClick={() => runCommand(controller, 'edit-label-set')}>
          <Pencil aria-hidden="true" /> {t('inspector.edit')}
        </button>
        {clashes.map(({ label, key }) => (
          <p key={`${label} ${key}`} className="label-clash">
            {t('inspector.clash', { label, key })}
          </p>
        ))}
      </section>
      {work && <CurrentSegment work={work} />}
      {work && <SegmentRepeats segment={work.annotation.segments[work.current]} />}
      {work && <SuggestionPanel corpus={corpus} work={work} />}
      {work && <DocumentFacts work={work} />}
      {work && <DocumentActions key={work.document} work={work} />}
      {work && (
        <LabelGuideline
          labelSet={corpus.labelSet}
          label={work.annotation.segments[work.current]?.label ?? null}
        />
      )}
    </aside>
  )
}

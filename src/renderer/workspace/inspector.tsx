import { Pencil } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { keyClashes } from '../../core/commands.ts'
import type { Corpus } from '../../core/contract.ts'
import { rowAt } from '../../core/display-rows.ts'
import { countCodePoints } from '../../core/offsets.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { type OpenWork, selection } from '../state/open-work.ts'
import { useCommands } from '../state/preferences.ts'
import { labelSelection, runCommand } from '../state/run-command.ts'
import { CommandKey } from './command-key.tsx'
import { DocumentActions } from './document-actions.tsx'
import { SegmentActions } from './segment-actions.tsx'
import './inspector.css'

/** The label set with counts, what is known of the current segment, and what its label means. */
export function Inspector({ corpus }: { corpus: Corpus }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const work = useWinnow(({ view }) => (view.kind === 'open' ? view.work : null))
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
      {work && <CurrentSegment work={work} corpus={corpus} />}
      {work && <DocumentActions key={work.document} work={work} />}
    </aside>
  )
}

function CurrentSegment({ work, corpus }: { work: OpenWork; corpus: Corpus }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const segment = work.annotation.segments[work.current]
  const { text } = work
  // A segment may be a line of 20 MB, and this draws with every key.
  const characters = useMemo(
    () => countCodePoints(text, segment?.start, segment?.end),
    [text, segment?.start, segment?.end],
  )
  if (!segment) return null
  const { from, to } = selection(work)
  const line = lineOf(work, segment.start)
  const { labels } = corpus.labelSet
  const known = labels.filter(({ name }) => name === segment.label)
  return (
    <>
      <section className="current-segment" aria-label={t('inspector.this')}>
        <h2>{t('inspector.this')}</h2>
        {to > from && <p>{t('inspector.selected', { count: to - from + 1 })}</p>}
        <p>
          {segment.label === null
            ? t('segments.unlabelled')
            : t('inspector.by-human', { label: segment.label })}
          {' · '}
          {t('inspector.line', { line: line.toLocaleString(i18n.language) })}
          {' · '}
          {t('inspector.characters', { count: characters })}
        </p>
        <SegmentActions caret={work.caret !== null} />
        {segment.label !== null && (
          <button type="button" onClick={() => labelSelection(controller, null)}>
            {t('inspector.clear')} <CommandKey id="clear-label" />
          </button>
        )}
      </section>
      <section className="label-guideline" aria-label={t('inspector.guideline')}>
        <h2>{t('inspector.guideline')}</h2>
        {(known.length > 0 ? known : labels).map((label) => (
          <p key={label.name}>
            <strong data-colour={label.colour}>{label.name}</strong>: {label.description}
          </p>
        ))}
        {known.map(
          ({ name, examples }) =>
            examples.length > 0 && (
              <ul key={name} className="label-examples" aria-label={t('inspector.examples', { label: name })}>
                {examples.map((example) => (
                  <li key={example}>{example}</li>
                ))}
              </ul>
            ),
        )}
      </section>
    </>
  )
}

/** The number of the line in which the character at `start` stands. */
function lineOf(work: OpenWork, start: number): number {
  for (let row = rowAt(work.rows, start); row >= 0; row--) {
    const line = work.rows[row]?.line
    if (line) return line
  }
  return 1
}

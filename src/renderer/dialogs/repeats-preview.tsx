import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSet } from '../../core/label-set.ts'
import { segmentsInDocuments } from '../state/segments-in-documents.ts'
import { colourOf } from '../workspace/label-colour.ts'
import type { PropagationPreview } from './use-propagation-preview.ts'

/** What labelling the repeats would do: how many, which have another label, and some of them where they stand. */
export function RepeatsPreview(props: {
  preview: PropagationPreview
  labelSet: LabelSet
  /** Whether those with another label get it too. */
  overwrite: boolean
  onOverwrite: (overwrite: boolean) => void
}): ReactNode {
  const { t } = useTranslation()
  const { preview, labelSet } = props
  if (preview.kind === 'failed')
    return (
      <p role="alert" className="dialog-trouble">
        {preview.message}
      </p>
    )
  if (preview.kind === 'nothing') return <p className="repeats-preview">{t('repeats.no-labels')}</p>
  if (preview.kind === 'counting')
    return (
      <div className="repeats-preview" role="status">
        <p>{t('repeats.counting')}</p>
        <progress max={Math.max(1, preview.total)} value={preview.done} aria-hidden="true" />
      </div>
    )
  const { segments, documents, alreadySame, others, samples, leftOut } = preview.value
  return (
    <div className="repeats-preview">
      <p role="status">
        <strong>
          {segments === 0
            ? t('repeats.would-none')
            : t('repeats.would', { segments: segmentsInDocuments(segments, documents) })}
        </strong>
        {alreadySame > 0 && ` ${t('repeats.already', { count: alreadySame })}`}
      </p>
      {others.length > 0 && (
        <div className="repeats-others">
          <p>{t(props.overwrite ? 'repeats.others-changed' : 'repeats.others')}</p>
          <ul>
            {others.map((other) => (
              <li key={`${other.label} ${other.by}`}>
                <span className="label-chip" data-colour={colourOf(labelSet, other.label)}>
                  {other.label}
                </span>{' '}
                {t(`repeats.by-${other.by}`)}
                {': '}
                {segmentsInDocuments(other.segments, other.documents)}
              </li>
            ))}
          </ul>
          <label className="choice">
            <input
              type="checkbox"
              checked={props.overwrite}
              onChange={({ target }) => props.onOverwrite(target.checked)}
            />
            <strong>{t('repeats.overwrite')}</strong>
          </label>
        </div>
      )}
      {samples.length > 0 && (
        <ul className="repeats-samples" tabIndex={0} aria-label={t('repeats.samples')}>
          {samples.map((sample, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one line may stand twice in a document, and the list is never resorted
            <li key={index}>
              <strong>{sample.document}</strong>
              {sample.label !== null && (
                <span className="label-chip" data-colour={colourOf(labelSet, sample.label)}>
                  {sample.label}
                </span>
              )}
              <p>{sample.before}</p>
              <p>
                <mark>{sample.text}</mark>
              </p>
              <p>{sample.after}</p>
            </li>
          ))}
        </ul>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>{t('repeats.left-out', { count: leftOut.length })}</summary>
          <ul>
            {leftOut.map(({ document, reason }) => (
              <li key={document}>
                <strong>{document}</strong>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

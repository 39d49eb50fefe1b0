import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSlip } from '../../core/contract-suggestions.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { formatPercent } from '../messages/format-percent.ts'
import { useController } from '../state/controller-context.ts'
import { changeSlip, type Decision, keepSlip } from '../state/review.ts'
import { CommandKey } from '../workspace/command-key.tsx'
import { colourOf } from '../workspace/label-colour.ts'
import { ReviewContext } from './review-context.tsx'

/** A possible slip in its document, with both opinions on it. */
export function ReviewSlip(props: {
  slip: LabelSlip
  decision: Decision | undefined
  labelSet: LabelSet
  onOpen: () => void
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { slip, decision, labelSet } = props
  const chip = (label: string): ReactNode => (
    <span className="label-chip" data-colour={colourOf(labelSet, label)}>
      {label}
    </span>
  )
  return (
    <section className="review-slip" aria-label={t('review.this')}>
      <h3>{slip.document}</h3>
      <ReviewContext
        slip={slip}
        given={decision?.kind === 'changed' ? decision.label : slip.label}
        labelSet={labelSet}
      />
      <div className="review-opinions">
        <div>
          <h4>{t('review.yours')}</h4>
          <p>
            {chip(slip.label)} {t(`repeats.by-${slip.by}`)}
          </p>
          <button type="button" disabled={decision !== undefined} onClick={() => keepSlip(controller)}>
            {t('review.keep', { label: slip.label })} <CommandKey id="review-keep" />
          </button>
        </div>
        <div>
          <h4>{t('review.model')}</h4>
          <p>
            {chip(slip.suggested)} {formatPercent(slip.confidence)} · {t(`suggestion.${slip.reason}`)}
          </p>
          <button
            type="button"
            className="accent"
            disabled={decision !== undefined}
            onClick={() => void changeSlip(controller)}
          >
            {t('review.change', { label: slip.suggested })} <CommandKey id="review-change" />
          </button>
        </div>
      </div>
      <p className="review-hint">
        {t('review.other')}
        <button type="button" onClick={props.onOpen}>
          {t('review.open')} <CommandKey id="review-open" />
        </button>
      </p>
    </section>
  )
}

import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownConflict } from '../../core/contract-merging.ts'
import type { LabelSet } from '../../core/label-set.ts'
import type { Side } from '../../core/merging/merge-annotations.ts'
import { colourOf } from '../workspace/label-colour.ts'

const sides: readonly Side[] = ['mine', 'theirs']

/** One place in which two versions of labels differ, with both versions to choose from. */
export function MergeConflict(props: {
  conflict: ShownConflict
  legend: string
  names: Readonly<Record<Side, string>>
  chosen: Side | null
  labelSet: LabelSet
  choose: (side: Side) => void
}): ReactNode {
  const { t } = useTranslation()
  const group = useId()
  const { conflict, legend, names, chosen, labelSet, choose } = props
  // Where both are cut alike, the text stands once above the two labels.
  const shared =
    conflict.kind === 'segments' && conflict.mine.length === 1 && conflict.theirs.length === 1
      ? conflict.mine[0]?.text
      : null
  return (
    <fieldset className="merge-conflict">
      <legend>{legend}</legend>
      {conflict.kind === 'status' && <p>{t('merge.status')}</p>}
      {shared && <p className="merge-text">{shared}</p>}
      <div className="merge-versions">
        {sides.map((side) => (
          <label key={side} className="merge-version">
            <input type="radio" name={group} checked={chosen === side} onChange={() => choose(side)} />
            <strong>{names[side]}</strong>
            {conflict.kind === 'status' ? (
              <span>{t(`status.${conflict[side]}`)}</span>
            ) : (
              <span className="merge-segments">
                {conflict[side].map(({ text, label }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order of the text, and stay so
                  <span key={at}>
                    {label === null ? (
                      <span className="label-chip none">{t('segments.unlabelled')}</span>
                    ) : (
                      <span className="label-chip" data-colour={colourOf(labelSet, label)}>
                        {label}
                      </span>
                    )}
                    {!shared && <span className="merge-text">{text}</span>}
                  </span>
                ))}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

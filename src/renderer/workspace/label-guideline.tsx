import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelSet } from '../../core/label-set.ts'
import { shownLabelTexts } from '../../core/label-texts/shown-label-texts.ts'

/** What the label of the current segment means, with examples; what each label means where it has none. */
export function LabelGuideline({
  labelSet,
  label: current,
}: {
  labelSet: LabelSet
  label: string | null
}): ReactNode {
  const { t, i18n } = useTranslation()
  const labels = labelSet.labels.map((label) => ({ ...label, ...shownLabelTexts(label, i18n.language) }))
  const known = labels.filter(({ name }) => name === current)
  return (
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
  )
}

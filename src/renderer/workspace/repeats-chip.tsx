import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRepeat } from '../state/line-repeats.ts'
import './repeats-chip.css'

/** From here on, a count is shortened to fit. */
const long = 10_000

/** On how many documents the line of a segment stands: of its site, if on several there. */
export const RepeatsChip = memo(function RepeatsChip({ repeat }: { repeat: LineRepeat }): ReactNode {
  const { t, i18n } = useTranslation()
  const onSite = repeat.siteDocuments > 1
  const count = onSite ? repeat.siteDocuments : repeat.documents
  const sentence = onSite
    ? t('repeats.on-site', { documents: count, size: repeat.siteSize })
    : t('repeats.on-corpus', { documents: count, size: repeat.corpusSize })
  const shown = count.toLocaleString(i18n.language, count < long ? {} : { notation: 'compact' })
  return (
    <span className="repeats-chip" title={sentence}>
      <span aria-hidden="true">×{shown}</span>
      <span className="visually-hidden">{sentence}</span>
    </span>
  )
})

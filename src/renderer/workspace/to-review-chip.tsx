import { Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './to-review-chip.css'

/** Says of a segment that the annotator has to look at it, as the dump changed under its labels. */
export function ToReviewChip(): ReactNode {
  const { t } = useTranslation()
  return (
    <span className="to-review-chip">
      <Eye aria-hidden="true" /> {t('segments.to-review')}
    </span>
  )
}

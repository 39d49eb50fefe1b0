import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleSlash,
  CircleX,
  Contrast,
  type LucideIcon,
  SquareAsterisk,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../core/annotation.ts'

const icons: Record<Status | 'trouble', LucideIcon> = {
  new: CircleDashed,
  'in-progress': Contrast,
  done: CircleCheck,
  skipped: CircleSlash,
  'flagged-not-article': CircleX,
  'flagged-unsure': CircleQuestionMark,
  'flagged-broken-text': CircleAlert,
  trouble: SquareAsterisk,
}

/** The state of a document as a sign that differs in shape as well as in colour. */
export function StatusIcon({ status }: { status: Status | 'trouble' }): ReactNode {
  const { t } = useTranslation()
  const Icon = icons[status]
  return (
    <span className={`status-icon ${status}`} role="img" aria-label={t(`status.${status}`)}>
      <Icon aria-hidden="true" />
    </span>
  )
}

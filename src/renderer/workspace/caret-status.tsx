import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWinnow } from '../state/controller-context.ts'

/** How much of the text behind the caret is said, in UTF-16 code units. */
const said = 30

/** Says to screen readers where the caret stands, which they cannot see. */
export function CaretStatus(): ReactNode {
  const { t } = useTranslation()
  const after = useWinnow(({ view }) => {
    if (view.kind !== 'open' || view.work.caret === null) return null
    const { text, caret, annotation, current } = view.work
    return text.slice(caret, Math.min(caret + said, annotation.segments[current]?.end ?? caret))
  })
  return (
    <p className="caret-status" role="status">
      {after === null ? '' : after === '' ? t('caret.at-end') : t('caret.at', { after })}
    </p>
  )
}

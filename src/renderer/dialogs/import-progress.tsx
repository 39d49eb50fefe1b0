import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** How far a step of an import is, in hundredths, and what ends it. */
export function ImportProgress(props: {
  title: string
  done: number
  total: number
  cancel: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { title, done, total } = props
  return (
    <div>
      <p role="status">{title}</p>
      <progress max={Math.max(1, total)} value={done} aria-label={title} />
      <footer>
        <button type="button" onClick={props.cancel}>
          {t('import.cancel')}
        </button>
      </footer>
    </div>
  )
}

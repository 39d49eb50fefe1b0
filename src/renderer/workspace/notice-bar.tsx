import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWinnow } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'

/** How long a sentence that asks for nothing stays, in ms. */
const stay = 6000

/** The latest sentence for the annotator, above the key bar. Alerts stay until dismissed. */
export function NoticeBar(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const notice = useWinnow((state) => state.notice)

  useEffect(() => {
    // What offers to take something back stays until it is dismissed or followed by another.
    if (notice?.tone !== 'info' || notice.action) return
    const timer = setTimeout(() => controller.dismissNotice(), stay)
    return () => clearTimeout(timer)
  }, [controller, notice])

  return (
    <div className="notice-place" role="status">
      {notice && (
        <div className={`notice ${notice.tone}`} key={notice.id}>
          <p>{notice.text}</p>
          {notice.action && (
            <button
              type="button"
              className="notice-action"
              onClick={() => {
                controller.dismissNotice()
                if (notice.action) runCommand(controller, notice.action)
              }}
            >
              {t(`command.${notice.action}`)}
            </button>
          )}
          <button type="button" aria-label={t('notice.dismiss')} onClick={() => controller.dismissNotice()}>
            <X aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  )
}

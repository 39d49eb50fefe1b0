import { Dialog } from '@base-ui/react/dialog'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandId, keyMap } from '../../core/commands.ts'
import type { Corpus } from '../../core/contract.ts'
import { keyTarget } from '../../core/key-target.ts'
import { useController } from '../state/controller-context.ts'
import { openFound } from '../state/corpus-search.ts'
import { useCommands } from '../state/preferences.ts'
import {
  changeSlip,
  closeReview,
  goToSlip,
  keepSlip,
  lookAgain,
  type Review,
  stopReview,
  undoSlip,
} from '../state/review.ts'
import { CommandKey } from '../workspace/command-key.tsx'
import { ReviewList } from './review-list.tsx'
import { ReviewSlip } from './review-slip.tsx'
import './dialog.css'
import './line-list.css'
import './review.css'

/** Labels that may be slips, with both opinions side by side: a key keeps one, a key changes it. */
export function ReviewDialog({ corpus, review }: { corpus: Corpus; review: Review }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const commands = useCommands()
  const list = useRef<HTMLDivElement>(null)
  const slip = review.slips[review.current]
  const left = review.slips.length - review.decided.size

  const open = (): void => {
    if (!slip) return
    closeReview(controller)
    void openFound(controller, slip.document, slip.start)
  }
  const does: Partial<Record<CommandId, () => void>> = {
    'review-next': () => goToSlip(controller, review.current + 1),
    'review-previous': () => goToSlip(controller, review.current - 1),
    'review-keep': () => keepSlip(controller),
    'review-change': () => void changeSlip(controller),
    'review-open': open,
    'review-undo': () => void undoSlip(controller),
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const pressed = event.key === 'Enter' || event.key === ' '
    if (pressed && event.target instanceof HTMLElement && event.target.closest('button')) return
    const target = keyTarget(event.nativeEvent, keyMap('review', corpus.labelSet, commands))
    if (!target) return
    if ('label' in target) void changeSlip(controller, target.label)
    else does[target.command]?.()
    if ('label' in target || does[target.command]) event.preventDefault()
  }

  return (
    <Dialog.Root open onOpenChange={(shown) => !shown && closeReview(controller)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog review-dialog" initialFocus={list} onKeyDown={onKeyDown}>
          <header>
            <Dialog.Title>{t('review.title')}</Dialog.Title>
            <button type="button" disabled={review.job !== null} onClick={() => void lookAgain(controller)}>
              {t('review.again')}
            </button>
            <Dialog.Close>{t('review.close')}</Dialog.Close>
          </header>
          <div className="review-state">
            <p role="status">
              {review.job
                ? t('review.progress', { done: review.job.done, total: review.job.total })
                : review.slips.length > 0
                  ? t('review.found', { count: left, checked: review.checked })
                  : review.trouble === null &&
                    t(review.cancelled ? 'review.cancelled' : 'review.none', { checked: review.checked })}
            </p>
            {review.job && (
              <>
                <progress max={Math.max(1, review.job.total)} value={review.job.done} aria-hidden="true" />
                <button type="button" onClick={() => stopReview(controller)}>
                  {t('review.stop')}
                </button>
              </>
            )}
            {review.history.length > 0 && (
              <button type="button" onClick={() => void undoSlip(controller)}>
                {t('command.undo')} <CommandKey id="review-undo" />
              </button>
            )}
          </div>
          {review.trouble !== null && (
            <p role="alert" className="dialog-trouble">
              {review.trouble}
            </p>
          )}
          <ReviewList review={review} labelSet={corpus.labelSet} listRef={list} />
          {slip && (
            <ReviewSlip
              slip={slip}
              decision={review.decided.get(review.current)}
              labelSet={corpus.labelSet}
              onOpen={open}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

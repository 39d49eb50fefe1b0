import { Dialog } from '@base-ui/react/dialog'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandId, keyMap } from '../../core/commands.ts'
import type { Corpus } from '../../core/contract.ts'
import { keyTarget } from '../../core/key-target.ts'
import type { AskedRepeats, RepeatScope } from '../state/ask-repeats.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { documentsInList } from '../state/document-list.ts'
import { labelRepeats, type RepeatsChoice, ruleChoices, wantedPropagation } from '../state/label-repeats.ts'
import { useCommands } from '../state/preferences.ts'
import { Choices } from './choices.tsx'
import { LabelChoice } from './label-choice.tsx'
import { PropagationProgress } from './propagation-progress.tsx'
import { RepeatsPreview } from './repeats-preview.tsx'
import { usePropagationPreview } from './use-propagation-preview.ts'
import './dialog.css'
import './repeats-dialog.css'

/** How much of a line is shown, in UTF-16 code units, and how many lines. */
const shown = 300
const listed = 3

/** Labels all repeats of the lines it was asked for, after showing what that would do. */
export function RepeatsDialog({ corpus, asked }: { corpus: Corpus; asked: AskedRepeats }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const commands = useCommands()
  const list = useWinnow(documentsInList)
  const total = useWinnow((state) => state.documents.size)
  const job = useWinnow((state) => state.propagationJob)
  const start = useRef<HTMLButtonElement>(null)
  const [choice, setChoice] = useState<RepeatsChoice>({
    label: asked.label,
    scope: asked.scope,
    overwrite: false,
    rule: 'none',
  })
  const change = (part: Partial<RepeatsChoice>): void => setChoice((now) => ({ ...now, ...part }))
  const wanted = wantedPropagation(controller, asked, choice)
  const { overwrite: _, ...counted } = wanted
  const preview = usePropagationPreview(
    counted.lines.length > 0 ? { ...counted, corpus: corpus.folder.id } : null,
  )

  const scopes: readonly RepeatScope[] = [
    ...(asked.site ? (['site'] as const) : []),
    'corpus',
    ...(list.length < total && list.length > 0 ? (['documents'] as const) : []),
  ]
  const next = <T,>(values: readonly T[], now: T): T =>
    values[(values.indexOf(now) + 1) % values.length] ?? now
  const does: Partial<Record<CommandId, () => void>> = {
    'repeats-scope': () => change({ scope: next(scopes, choice.scope) }),
    'repeats-rule': () => change({ rule: next(ruleChoices, choice.rule) }),
    'repeats-overwrite': () => change({ overwrite: !choice.overwrite }),
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = keyTarget(event.nativeEvent, keyMap('repeats', corpus.labelSet, commands))
    if (!target || job) return
    if ('label' in target) change({ label: target.label })
    else does[target.command]?.()
    if ('label' in target || does[target.command]) event.preventDefault()
  }
  const close = (): void => controller.store.setState({ dialog: asked.back, askedRepeats: null })
  const single = asked.lines.length === 1 ? asked.lines[0] : undefined
  const count = (scope: RepeatScope): string => {
    if (scope === 'documents') return t('repeats.scope-documents', { count: list.length })
    const size = scope === 'site' ? (asked.site?.size ?? 0) : asked.corpusSize
    const documents = scope === 'site' ? single?.siteDocuments : single?.documents
    return documents == null
      ? t(`repeats.scope-${scope}`, { size })
      : t(`repeats.scope-${scope}-on`, { documents, size })
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && !job && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog repeats-dialog" initialFocus={start} onKeyDown={onKeyDown}>
          <header>
            <Dialog.Title>{t('repeats.dialog')}</Dialog.Title>
          </header>
          <Dialog.Description render={<div className="repeats-lines" />}>
            {asked.lines.slice(0, listed).map(({ text }) => (
              <p key={text}>
                {text.slice(0, shown)}
                {text.length > shown && '…'}
              </p>
            ))}
            {asked.lines.length > listed && (
              <p>{t('repeats.more-lines', { count: asked.lines.length - listed })}</p>
            )}
          </Dialog.Description>
          {job ? (
            <PropagationProgress job={job} />
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                void labelRepeats(controller, asked, choice)
              }}
            >
              <LabelChoice
                legend={t('repeats.label')}
                labelSet={corpus.labelSet}
                chosen={choice.label}
                own={asked.lines.some(({ label }) => label !== null) && asked.lines.length > 1}
                choose={(label) => change({ label })}
              />
              <Choices
                className="repeats-choices"
                legend={t('repeats.where')}
                command="repeats-scope"
                values={scopes}
                chosen={choice.scope}
                name={count}
                choose={(scope) => change({ scope })}
              />
              <RepeatsPreview
                preview={preview}
                labelSet={corpus.labelSet}
                overwrite={choice.overwrite}
                onOverwrite={(overwrite) => change({ overwrite })}
              />
              <Choices
                className="repeats-choices"
                legend={t('repeats.rule')}
                command="repeats-rule"
                values={ruleChoices}
                chosen={choice.rule}
                name={(rule) => t(`repeats.rule-${rule}`)}
                choose={(rule) => change({ rule })}
              />
              <footer>
                <Dialog.Close>{t('repeats.cancel')}</Dialog.Close>
                <button ref={start} type="submit" className="primary" disabled={wanted.lines.length === 0}>
                  {t('repeats.start')}
                </button>
              </footer>
            </form>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import type { MergePreview } from '../../core/contract-merging.ts'
import type { Side } from '../../core/merging/merge-annotations.ts'
import { useController } from '../state/controller-context.ts'
import { closeMerge, type MergeQuestion, settleMerge } from '../state/merging.ts'
import { MergeConflict } from './merge-conflict.tsx'
import './dialog.css'
import './merging.css'

const sides: readonly Side[] = ['mine', 'theirs']

/** Asks, for each place in which two versions of labels differ, which one is right, and merges them. */
export function MergeDialog({ corpus, question }: { corpus: Corpus; question: MergeQuestion }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { document, source, preview, trouble, working } = question
  const [choices, setChoices] = useState<readonly (Side | null)[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen was of another comparison
  useEffect(() => setChoices([]), [preview])
  const conflicts = preview?.conflicts ?? []
  const chosen = conflicts.flatMap((_, at) => choices[at] ?? [])
  const copy = source.kind === 'copy' ? source.copy : ''
  const nameOf = (side: Side): string => t(`merge.${side}-${source.kind}`)
  const choose = (at: number, side: Side): void =>
    setChoices(conflicts.map((_, n) => (n === at ? side : (choices[n] ?? null))))

  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeMerge(controller)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog merge-dialog">
          <header>
            <Dialog.Title>{t('merge.title')}</Dialog.Title>
          </header>
          <Dialog.Description>{t(`merge.why-${source.kind}`, { document, copy })}</Dialog.Description>
          {preview ? (
            <ul className="merge-sides">
              {sides.map((side) => (
                <SideFacts key={side} name={nameOf(side)} facts={preview[side]} />
              ))}
            </ul>
          ) : (
            trouble === null && <p role="status">{t('merge.reading')}</p>
          )}
          {preview && conflicts.length === 0 && <p>{t('merge.nothing-to-choose')}</p>}
          {conflicts.length > 0 && (
            <>
              <p>{t('merge.choose', { count: conflicts.length })}</p>
              <div className="merge-all">
                {sides.map((side) => (
                  <button key={side} type="button" onClick={() => setChoices(conflicts.map(() => side))}>
                    {t('merge.all', { side: nameOf(side) })}
                  </button>
                ))}
                <span role="status">
                  {t('merge.chosen', { chosen: chosen.length, count: conflicts.length })}
                </span>
              </div>
              <div className="merge-conflicts">
                {conflicts.map((conflict, at) => (
                  <MergeConflict
                    // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order of the text, and stay so
                    key={at}
                    conflict={conflict}
                    legend={t('merge.place', { place: at + 1, count: conflicts.length })}
                    names={{ mine: nameOf('mine'), theirs: nameOf('theirs') }}
                    chosen={choices[at] ?? null}
                    labelSet={corpus.labelSet}
                    choose={(side) => choose(at, side)}
                  />
                ))}
              </div>
            </>
          )}
          {trouble && (
            <p role="alert" className="dialog-trouble">
              {trouble}
            </p>
          )}
          <p className="merge-hint">{t(`merge.later-${source.kind}`)}</p>
          <footer>
            <Dialog.Close>{t('merge.later')}</Dialog.Close>
            <button
              type="button"
              className="primary"
              disabled={!preview || working || chosen.length < conflicts.length}
              onClick={() => void settleMerge(controller, chosen)}
            >
              {t(working ? 'merge.working' : 'merge.apply')}
            </button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function SideFacts({ name, facts }: { name: string; facts: MergePreview['mine'] }): ReactNode {
  const { t, i18n } = useTranslation()
  const number = (value: number): string => value.toLocaleString(i18n.language)
  const shown = { side: name, labelled: number(facts.labelled), segments: number(facts.segments) }
  if (facts.saved === null) return <li>{t('merge.side', shown)}</li>
  const saved = new Date(facts.saved).toLocaleString(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return <li>{t('merge.side-saved', { ...shown, saved })}</li>
}

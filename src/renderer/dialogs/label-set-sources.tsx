import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import { fineLabelSet } from '../../core/fine-label-set.ts'
import { simpleLabelSet } from '../../core/label-set.ts'
import { draftChange, type LabelSetDraft, replaceLabels } from '../../core/label-set-draft.ts'
import { parseLabelSetFile } from '../../core/label-set-file.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { useController, useWinnow } from '../state/controller-context.ts'

/** The set's name, the presets and files that a set can begin with, and the file it can be written to. */
export function LabelSetSources(props: {
  corpus: Corpus
  draft: LabelSetDraft
  /** Whether the draft has no faults, so that it can be exported. */
  sound: boolean
  onChange: (draft: LabelSetDraft) => void
}): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const controller = useController()
  const downloads = useWinnow((state) => state.home?.host === 'web')
  const picker = useRef<HTMLInputElement>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [exported, setExported] = useState<Value<'exportLabelSet'> | null>(null)
  const { draft, onChange } = props

  const importFile = async (file: File | undefined): Promise<void> => {
    if (!file) return
    try {
      onChange(replaceLabels(draft, parseLabelSetFile(await file.text())))
      setTrouble(null)
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      setTrouble(error.message)
    }
  }

  const exportFile = async (): Promise<void> => {
    const { labelSet } = draftChange(draft)
    const reply = await controller.invoke('exportLabelSet', { corpus: props.corpus.folder.id, labelSet })
    setTrouble(reply.ok ? null : reply.message)
    setExported(reply.ok ? reply.value : null)
  }

  return (
    <div className="label-set-sources">
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('label-set.name')}</label>
        <input
          id={`${id}-name`}
          value={draft.name}
          maxLength={64}
          autoComplete="off"
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </div>
      <div role="group" aria-label={t('label-set.start-from')}>
        <span aria-hidden="true">{t('label-set.start-from')}</span>
        <button type="button" onClick={() => onChange(replaceLabels(draft, simpleLabelSet))}>
          {t('label-set.simple')}
        </button>
        <button type="button" onClick={() => onChange(replaceLabels(draft, fineLabelSet))}>
          {t('label-set.fine')}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {t('label-set.import')}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,application/json"
          onChange={(event) => {
            void importFile(event.target.files?.[0])
            // So that the same file can be chosen again after it was mended.
            event.target.value = ''
          }}
        />
      </div>
      <button type="button" disabled={!props.sound} onClick={() => void exportFile()}>
        {t('label-set.export')}
      </button>
      {exported && (
        <p role="status" className="label-set-exported">
          {t('label-set.exported')} <code className="export-path">{exported.path}</code>{' '}
          {downloads && (
            <a className="button" href={`/exports/${exported.download}`} download>
              {t('label-set.download')}
            </a>
          )}
        </p>
      )}
      {trouble && (
        <p role="alert" className="dialog-trouble">
          {trouble}
        </p>
      )}
    </div>
  )
}

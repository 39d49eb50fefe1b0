import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { type DatasetRequest, type ExportChoice, requestOf } from '../state/export-choice.ts'
import { ExportFormatFields } from './export-format.tsx'
import { ExportLabels } from './export-labels.tsx'
import { ExportPreview } from './export-preview.tsx'
import { ExportSource } from './export-source.tsx'
import { ExportSplit } from './export-split.tsx'
import { useExportPreview } from './use-export-preview.ts'

/** Asks what goes out, in which format, with which labels, how it is split and where to, and shows how that looks. */
export function ExportForm(props: {
  corpus: Corpus
  choice: ExportChoice
  /** The sentence why the last attempt failed. */
  trouble: string | null
  onChange: (part: Partial<ExportChoice>) => void
  /** `target`: the id of a chosen place, null for a new one beside the labels. */
  onExport: (request: DatasetRequest, target: string | null) => void
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const host = useWinnow((state) => state.home?.host)
  const { corpus, choice, onChange } = props
  const [target, setTarget] = useState<{ target: string; path: string; made: string } | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isMappingEdited, setIsMappingEdited] = useState(false)
  const startButton = useRef<HTMLButtonElement>(null)
  const request = requestOf(corpus.folder.id, choice)
  const preview = useExportPreview(request)
  const isSplit = choice.split.kind !== 'none'
  // A place is for a file of one format or for a folder, so another choice of these needs another place.
  const made = JSON.stringify([choice.format, isSplit, choice.options.parquetSplit])
  const place = target?.made === made ? target : null
  // Enter exports what was chosen the last time.
  useEffect(() => startButton.current?.focus(), [])

  const choosePlace = async (): Promise<void> => {
    const reply = await controller.invoke('chooseExportPath', {
      corpus: corpus.folder.id,
      format: choice.format,
      options: choice.options,
      isSplit,
    })
    setTrouble(reply.ok ? null : reply.message)
    if (reply.ok && reply.value) setTarget({ ...reply.value, made })
  }

  const kept = corpus.labelSet.labels.filter((label) => label.keep).map((label) => label.name)
  const sentence = trouble ?? props.trouble
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (request && !isMappingEdited) props.onExport(request, place?.target ?? null)
      }}
    >
      <div className="export-columns">
        <div className="export-fields">
          <ExportSource
            corpus={corpus.folder.id}
            annotator={corpus.annotator}
            choice={choice}
            onChange={onChange}
          />
          <ExportFormatFields
            choice={choice}
            units={preview.value?.units ?? []}
            kept={kept}
            onChange={onChange}
          />
          <ExportLabels
            corpus={corpus}
            choice={choice}
            isEdited={isMappingEdited}
            onEdit={setIsMappingEdited}
            onChange={onChange}
          />
          <ExportSplit split={choice.split} onChange={(split) => onChange({ split })} />
        </div>
        <ExportPreview preview={preview} />
      </div>
      <p className="export-place">
        {t('export.to')}{' '}
        <span>{place?.path ?? t('export.default-place', { path: `${corpus.labelsHome.path}/exports` })}</span>
        {host === 'electron' && (
          <button type="button" onClick={() => void choosePlace()}>
            {t('export.change-place')}
          </button>
        )}
      </p>
      {isMappingEdited && <p className="export-hint">{t('export.mapping-unsaved')}</p>}
      {request === null && <p className="export-hint">{t('export.not-asked')}</p>}
      {sentence !== null && (
        <p role="alert" className="dialog-trouble">
          {sentence}
        </p>
      )}
      <footer>
        <Dialog.Close>{t('export.close')}</Dialog.Close>
        <button
          type="submit"
          className="primary"
          disabled={request === null || isMappingEdited}
          ref={startButton}
        >
          {t('export.start')}
        </button>
      </footer>
    </form>
  )
}

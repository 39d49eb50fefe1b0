import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import type { ReadingPreview } from '../../core/contract-reading.ts'
import type { ReadingChoice } from '../../core/reading-choice.ts'
import { useController } from '../state/controller-context.ts'
import { shownDocument } from '../state/document-list.ts'
import { ReadingFields } from './reading-fields.tsx'
import { ReadingRecords } from './reading-records.tsx'
import './dialog.css'
import './reading-dialog.css'

/** Asks how the dumps of the corpus are read: which columns hold what, in which encoding; shows what comes of it. */
export function ReadingDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const [preview, setPreview] = useState<ReadingPreview | null>(null)
  const [file, setFile] = useState<string>()
  const [choice, setChoice] = useState<ReadingChoice>()
  const [trouble, setTrouble] = useState<string | null>(null)
  const close = (): void => controller.store.setState({ dialog: null })
  const id = corpus.folder.id
  const present = choice ?? preview?.chosen

  useEffect(() => {
    let current = true
    const ask = async (): Promise<void> => {
      const reply = await controller.invoke('previewReading', { corpus: id, file, choice })
      if (!current) return
      setTrouble(reply.ok ? null : reply.message)
      if (reply.ok) setPreview(reply.value)
    }
    void ask()
    return () => {
      current = false
    }
  }, [controller, id, file, choice])

  const apply = async (): Promise<void> => {
    if (!present) return
    const reply = await controller.invoke('setReading', { corpus: id, choice: present })
    if (!reply.ok) {
      setTrouble(reply.message)
      return
    }
    close()
    const document = shownDocument(controller.store.getState().view)
    if (document !== null) await controller.openDocument(document)
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog reading-dialog">
          <header>
            <Dialog.Title>{t('reading.title')}</Dialog.Title>
          </header>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void apply()
            }}
          >
            {preview && present ? (
              <>
                <label className="reading-field">
                  <span>{t('reading.file')}</span>
                  <select
                    value={file ?? preview.file ?? ''}
                    onChange={(event) => setFile(event.target.value)}
                  >
                    {preview.files.map(({ id: path, reader }) => (
                      <option key={path} value={path}>
                        {`${path} (${t(`reader.${reader}`)})`}
                      </option>
                    ))}
                  </select>
                </label>
                <ReadingFields preview={preview} choice={present} change={setChoice} />
                <ReadingRecords preview={preview} />
                <p className="reading-note">{t('reading.labels')}</p>
              </>
            ) : (
              <p role="status">{t('reading.looking')}</p>
            )}
            {trouble && (
              <p role="alert" className="dialog-trouble">
                {trouble}
              </p>
            )}
            <footer>
              <Dialog.Close>{t('reading.cancel')}</Dialog.Close>
              <button type="submit" className="primary" disabled={!present}>
                {t('reading.apply')}
              </button>
            </footer>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

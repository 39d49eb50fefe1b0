import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { shownDocument } from '../state/document-list.ts'
import { BackupFrame } from './backup-frame.tsx'

/** What to delete: the annotator's labels of the document that is shown, or all labels of an annotator. */
type What = { readonly kind: 'document' } | { readonly kind: 'annotator'; readonly name: string }

/** Asks which labels go to the trash, says how many they are, and moves them there. */
export function DeleteDialog({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { id } = corpus.folder
  const document = useWinnow(({ view }) => shownDocument(view))
  const summary = useWinnow(({ summaries }) => (document === null ? null : (summaries.get(document) ?? null)))
  const unsaved = useWinnow(({ save }) => save.kind !== 'saved')
  const [annotators, setAnnotators] = useState<Value<'listAnnotators'>['annotators'] | null>(null)
  const [what, setWhat] = useState<What | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  useEffect(() => {
    void controller.invoke('listAnnotators', { corpus: id }).then((reply) => {
      if (reply.ok) setAnnotators(reply.value.annotators)
      else setTrouble(reply.message)
    })
  }, [controller, id])

  const hasLabels = summary !== null && (summary.saved !== null || summary.trouble !== null)
  const chosen = what ?? (hasLabels ? { kind: 'document' as const } : null)

  const remove = async (): Promise<void> => {
    if (!chosen) return
    setBusy(true)
    if (chosen.kind === 'document' && document !== null) {
      const reply = await controller.invoke('deleteLabels', { corpus: id, document })
      if (reply.ok) done(t('delete.done-document', { document }))
      else setTrouble(reply.message)
    } else if (chosen.kind === 'annotator') {
      const { name } = chosen
      const reply = await controller.invoke('deleteAnnotator', { corpus: id, annotator: name })
      if (reply.ok) done(t('delete.done-annotator', { name, count: reply.value.documents }))
      else setTrouble(reply.message)
    }
    setBusy(false)
  }
  const done = (sentence: string): void => {
    controller.store.setState({ dialog: null })
    controller.notify('info', sentence, 'trash')
  }

  const choice = (value: What, title: string, hint: string): ReactNode => (
    <label key={title} className="choice">
      <input
        type="radio"
        name="what"
        checked={JSON.stringify(chosen) === JSON.stringify(value)}
        onChange={() => setWhat(value)}
      />
      <strong>{title}</strong>
      <span>{hint}</span>
    </label>
  )

  return (
    <BackupFrame title={t('delete.title')} trouble={trouble}>
      {annotators && annotators.length === 0 && !hasLabels ? (
        <p role="status">{t('delete.nothing')}</p>
      ) : (
        <fieldset className="backup-choices">
          <legend>{t('delete.what')}</legend>
          {document !== null &&
            hasLabels &&
            choice(
              { kind: 'document' },
              t('delete.document'),
              t('delete.document-hint', { document, labelled: summary.labelled, count: summary.segments }),
            )}
          {annotators?.map(({ name, documents }) =>
            choice(
              { kind: 'annotator', name },
              t('delete.annotator', { name }),
              t('delete.annotator-hint', { count: documents }),
            ),
          )}
        </fieldset>
      )}
      <p role="status">{unsaved ? t('delete.unsaved') : t('delete.restorable')}</p>
      <footer>
        <Dialog.Close>{t('versions.cancel')}</Dialog.Close>
        <button
          type="button"
          className="primary"
          disabled={chosen === null || busy || unsaved}
          onClick={() => void remove()}
        >
          {t('delete.do')}
        </button>
      </footer>
    </BackupFrame>
  )
}

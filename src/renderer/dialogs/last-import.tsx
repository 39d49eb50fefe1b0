import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Value } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'

/** Tells of the latest import, and asks whether it is taken back. */
export function LastImport(props: {
  corpus: string
  trouble: string | null
  undo: (step: string) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const { corpus } = props
  const [imports, setImports] = useState<Value<'listImports'>['imports'] | null>(null)
  const [troubles, setTroubles] = useState<readonly string[]>([])
  useEffect(() => {
    void controller.invoke('listImports', { corpus }).then((reply) => {
      if (reply.ok) setImports(reply.value.imports)
      setTroubles(reply.ok ? reply.value.troubles : [reply.message])
    })
  }, [controller, corpus])
  const last = imports?.[0]
  const made = last ? new Date(last.made).toLocaleString(i18n.language) : ''
  return (
    <div>
      <p role="status">
        {last?.as.kind === 'labels' && t('import.last-labels', { made, name: last.as.annotator })}
        {last?.as.kind === 'suggestions' && t('import.last-suggestions', { made, name: last.as.model })}
        {imports && !last && troubles.length === 0 && t('import.none')}
      </p>
      {[...troubles, ...(props.trouble === null ? [] : [props.trouble])].map((sentence) => (
        <p key={sentence} role="alert" className="dialog-trouble">
          {sentence}
        </p>
      ))}
      <footer>
        <Dialog.Close>{t('import.close')}</Dialog.Close>
        {last && (
          <button type="button" className="primary" onClick={() => props.undo(last.step)}>
            {t('import.undo')}
          </button>
        )}
      </footer>
    </div>
  )
}

import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWinnow } from '../state/controller-context.ts'
import { type ImportSource, sendFiles } from '../state/import-labels.ts'
import { ImportProgress } from './import-progress.tsx'

/**
 * Asks for the files with labels: by the system's dialog where there is one, else by the browser's, whose files are sent
 * to the service; or dropped.
 */
export function ImportSourceField(props: {
  corpus: string
  chosen: ImportSource | null
  onChange: (source: ImportSource) => void
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const native = useWinnow((state) => state.home?.host === 'electron')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [sending, setSending] = useState<{ done: number; total: number; abort: AbortController } | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)

  const send = async (list: FileList | null): Promise<void> => {
    const files = [...(list ?? [])].filter(({ name }) => !name.startsWith('.'))
    if (files.length === 0) return
    const abort = new AbortController()
    setTrouble(null)
    setSending({ done: 0, total: 0, abort })
    const sent = await sendFiles(controller, files, abort.signal, (done, total) =>
      setSending({ done, total, abort }),
    )
    setSending(null)
    if (sent && 'trouble' in sent) setTrouble(sent.trouble)
    else if (sent) props.onChange(sent)
  }

  const choose = async (kind: 'file' | 'folder'): Promise<void> => {
    if (!native) return (kind === 'file' ? file : folder).current?.click()
    const reply = await controller.invoke('chooseImportPath', { corpus: props.corpus, kind })
    setTrouble(reply.ok ? null : reply.message)
    if (reply.ok && reply.value) props.onChange({ source: reply.value.source, name: reply.value.path })
  }

  if (sending)
    return <ImportProgress title={t('import.sending')} {...sending} cancel={() => sending.abort.abort()} />
  return (
    <fieldset
      className="import-source"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void send(event.dataTransfer.files)
      }}
    >
      <legend>{t('import.from')}</legend>
      <span className="import-name">{props.chosen?.name ?? t('import.drop')}</span>
      <button type="button" onClick={() => void choose('file')}>
        {t('import.choose-file')}
      </button>
      <button type="button" onClick={() => void choose('folder')}>
        {t('import.choose-folder')}
      </button>
      <input ref={file} type="file" multiple hidden onChange={({ target }) => void send(target.files)} />
      <input
        ref={(input) => {
          if (input) input.webkitdirectory = true
          folder.current = input
        }}
        type="file"
        hidden
        onChange={({ target }) => void send(target.files)}
      />
      {trouble !== null && (
        <p role="alert" className="dialog-trouble">
          {trouble}
        </p>
      )}
    </fieldset>
  )
}

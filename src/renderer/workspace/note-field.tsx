import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { longestNote } from '../../core/annotation.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { endNote, writeNote } from '../state/document-status.ts'
import type { OpenWork } from '../state/open-work.ts'
import { CommandKey } from './command-key.tsx'

/** The note on the open document, saved as it is written; what was written at one go is one step to undo. */
export function NoteField({ work }: { work: OpenWork }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const asked = useWinnow((state) => state.noteAsked)
  const writable = useWinnow((state) => state.corpus?.labelsHome.writable ?? false)
  const field = useRef<HTMLTextAreaElement>(null)
  const { document: id } = work
  // Not the note of `work`, which comes after the paint: a field has to show at once what is typed.
  const note = useWinnow(({ view }) =>
    view.kind === 'open' && view.work.document === id ? view.work.annotation.note : work.annotation.note,
  )
  const before = useRef(note)

  useEffect(() => {
    if (!asked) return
    field.current?.focus()
    controller.store.setState({ noteAsked: false })
  }, [asked, controller])

  return (
    <label className="note-field">
      <span>
        {t('note.title')} <CommandKey id="note" />
      </span>
      <textarea
        ref={field}
        rows={1}
        maxLength={longestNote}
        readOnly={!writable || work.readOnly !== null}
        placeholder={t('note.hint')}
        value={note}
        onFocus={() => {
          before.current = note
        }}
        onChange={(event) => writeNote(controller, event.target.value)}
        onBlur={() => endNote(controller, id, before.current)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.blur()
          document.querySelector<HTMLElement>('[role=listbox]')?.focus({ preventScroll: true })
        }}
      />
    </label>
  )
}

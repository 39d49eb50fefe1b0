import { Pencil, X } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import { longestGuidelines } from '../../core/contract-guidelines.ts'
import { guidelinesEn } from '../../core/guidelines/guidelines-en.ts'
import { guidelinesVi } from '../../core/guidelines/guidelines-vi.ts'
import { useController } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'
import { MarkdownText } from './markdown-text.tsx'
import './guidelines.css'

const defaults = { en: guidelinesEn, vi: guidelinesVi } as const
const languages = ['en', 'vi'] as const

/** The guidelines of the corpus beside the work; where there are none, Winnow's own, which can be made the corpus's. */
export function GuidelinesPanel({ corpus }: { corpus: Corpus }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const [read, setRead] = useState<Value<'readGuidelines'> | null>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const id = corpus.folder.id

  const load = useCallback(async (): Promise<void> => {
    const reply = await controller.invoke('readGuidelines', { corpus: id })
    setTrouble(reply.ok ? null : reply.message)
    if (reply.ok) setRead(reply.value)
  }, [controller, id])

  useEffect(() => void load(), [load])

  const shown = read?.text ?? defaults[i18n.language === 'vi' ? 'vi' : 'en']

  const save = async (text: string): Promise<void> => {
    const reply = await controller.invoke('saveGuidelines', {
      corpus: id,
      text,
      version: read?.version ?? null,
    })
    if (!reply.ok) return setTrouble(reply.message)
    setDraft(null)
    await load()
  }

  return (
    <aside className="guidelines" aria-label={t('guidelines.title')}>
      <header>
        <h2>{t('guidelines.title')}</h2>
        {draft === null && read && (
          <button type="button" disabled={!corpus.labelsHome.writable} onClick={() => setDraft(shown)}>
            <Pencil aria-hidden="true" /> {t('guidelines.edit')}
          </button>
        )}
        <button
          type="button"
          aria-label={t('guidelines.close')}
          // What is being written is not lost by a slip.
          disabled={draft !== null && draft !== shown}
          onClick={() => controller.store.setState({ guidelines: false })}
        >
          <X aria-hidden="true" />
        </button>
      </header>
      {trouble && (
        <div role="alert" className="guidelines-trouble">
          <p>{trouble}</p>
          <button type="button" onClick={() => void load()}>
            {t('guidelines.read-again')}
          </button>
        </div>
      )}
      {draft !== null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save(draft)
          }}
        >
          {read?.text === null && (
            <div role="group" className="guidelines-languages" aria-label={t('guidelines.begin-with')}>
              <span aria-hidden="true">{t('guidelines.begin-with')}</span>
              {languages.map((language) => (
                <button type="button" key={language} onClick={() => setDraft(defaults[language])}>
                  {t(`guidelines.${language}`)}
                </button>
              ))}
            </div>
          )}
          <textarea
            // The annotator has just asked to write.
            // biome-ignore lint/a11y/noAutofocus: the text replaces the button that had the focus
            autoFocus
            aria-label={t('guidelines.text')}
            spellCheck={false}
            maxLength={longestGuidelines}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
          <footer>
            <button type="button" onClick={() => setDraft(null)}>
              {t('guidelines.cancel')}
            </button>
            <button type="submit" className="primary">
              {t('guidelines.save')}
            </button>
          </footer>
        </form>
      ) : (
        read && (
          <div className="guidelines-text" tabIndex={0} role="region" aria-label={t('guidelines.text')}>
            {read.text === null && <p className="guidelines-note">{t('guidelines.default')}</p>}
            <MarkdownText text={shown} />
            <button type="button" onClick={() => runCommand(controller, 'practice')}>
              {t('practice.open')}
            </button>
          </div>
        )
      )}
    </aside>
  )
}

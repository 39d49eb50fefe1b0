import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { workListNameSchema } from '../../core/work-list/work-list-file.ts'
import { useController } from '../state/controller-context.ts'
import { chooseWorkList } from '../state/work-list.ts'
import { useWorkListPreview } from './use-work-list-preview.ts'
import { choiceOf, emptyDraft, type WorkListDraft } from './work-list-draft.ts'
import { WorkListFilters } from './work-list-filters.tsx'
import { WorkListOutlook } from './work-list-outlook.tsx'
import { WorkListSample } from './work-list-sample.tsx'
import { WorkListSource } from './work-list-source.tsx'
import { WorkListText } from './work-list-text.tsx'

/** Asks what a new work list is made of, shows what would be in it, and makes it. */
export function WorkListForm(props: {
  corpus: Corpus
  onBack: () => void
  /** Called once the list is made and worked on. */
  onMade: () => void
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const corpus = props.corpus.folder.id
  const [draft, setDraft] = useState<WorkListDraft>(emptyDraft)
  const [trouble, setTrouble] = useState<{ message: string; taken: boolean } | null>(null)
  const [making, setMaking] = useState(false)
  const choice = choiceOf(draft)
  const preview = useWorkListPreview(corpus, choice, draft.ids)
  const named = workListNameSchema.safeParse(draft.name.trim())
  const change = (part: Partial<WorkListDraft>): void => {
    setDraft((now) => ({ ...now, ...part }))
    setTrouble(null)
  }

  const make = async (replace: boolean): Promise<void> => {
    if (!choice || !named.success) return
    const name = named.data
    setMaking(true)
    const reply = await controller.invoke('makeWorkList', {
      corpus,
      name,
      choice,
      replace,
      job: crypto.randomUUID(),
      ...(draft.ids && { documents: [...draft.ids] }),
    })
    const message = reply.ok ? await chooseWorkList(controller, name) : reply.message
    setMaking(false)
    if (message === null) props.onMade()
    else setTrouble({ message, taken: !reply.ok && reply.code === 'work-list-exists' })
  }

  return (
    <form
      className="work-list-form"
      onSubmit={(event) => {
        event.preventDefault()
        void make(false)
      }}
    >
      <WorkListText name={t('work.name')} value={draft.name} onChange={(name) => change({ name })} />
      {draft.name.trim() !== '' && !named.success && (
        <p className="dialog-trouble">{named.error.issues[0]?.message}</p>
      )}
      <WorkListSource ids={draft.ids} onChange={(ids) => change({ ids })} />
      <WorkListFilters draft={draft} onChange={change} />
      <WorkListSample draft={draft} onChange={change} />
      <WorkListOutlook preview={preview} />
      {trouble && (
        <div role="alert" className="dialog-trouble">
          <p>{trouble.message}</p>
          {trouble.taken && (
            <button type="button" onClick={() => void make(true)}>
              {t('work.replace')}
            </button>
          )}
        </div>
      )}
      <footer>
        <button type="button" onClick={props.onBack}>
          {t('work.back')}
        </button>
        <button type="submit" className="primary" disabled={!choice || !named.success || making}>
          {t('work.make')}
        </button>
      </footer>
    </form>
  )
}

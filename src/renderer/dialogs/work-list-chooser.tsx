import { Dialog } from '@base-ui/react/dialog'
import { Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import type { KnownWorkList } from '../../core/contract-work-lists.ts'
import type { Strata } from '../../core/work-list/work-list-choice.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { chooseWorkList, removeWorkList } from '../state/work-list.ts'
import { useWorkLists } from './use-work-lists.ts'

/** The work lists there are, one of which is chosen, and each of which can be removed. */
export function WorkListChooser(props: { corpus: Corpus; onNew: () => void }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const shown = useWinnow((state) => state.workList?.name ?? null)
  /** What was clicked and is still being loaded; undefined: nothing. */
  const [wanted, setWanted] = useState<string | null>()
  const chosen = wanted === undefined ? shown : wanted
  const { known, trouble: unknown } = useWorkLists(props.corpus.folder.id)
  const [trouble, setTrouble] = useState<string | null>(null)
  /** The list that is asked about whether to remove it. */
  const [asked, setAsked] = useState<string | null>(null)

  const choose = async (name: string | null): Promise<void> => {
    setWanted(name)
    setTrouble(await chooseWorkList(controller, name))
    setWanted(undefined)
  }

  const remove = async (name: string): Promise<void> => {
    setTrouble(await removeWorkList(controller, name))
    setAsked(null)
  }

  return (
    <>
      <fieldset disabled={known === null}>
        <legend>{t('work.choose')}</legend>
        <label className="choice">
          <input type="radio" name="work-list" checked={chosen === null} onChange={() => void choose(null)} />
          <strong>{t('work.none')}</strong>
        </label>
        {known?.lists.map((list) => (
          <div key={list.name} className="work-list-row">
            <label className="choice">
              <input
                type="radio"
                name="work-list"
                checked={chosen === list.name}
                onChange={() => void choose(list.name)}
              />
              <strong>{list.name}</strong>
              <span>
                <WorkListFacts list={list} />
              </span>
            </label>
            <button
              type="button"
              aria-label={t('work.remove', { name: list.name })}
              title={t('work.remove', { name: list.name })}
              onClick={() => setAsked(list.name)}
            >
              <Trash2 aria-hidden="true" />
            </button>
          </div>
        ))}
      </fieldset>
      {asked !== null && (
        <div role="alert" className="dialog-trouble">
          <p>{t('work.remove-question', { name: asked })}</p>
          <div className="work-list-answers">
            <button type="button" onClick={() => void remove(asked)}>
              {t('work.remove-yes')}
            </button>
            <button type="button" onClick={() => setAsked(null)}>
              {t('work.remove-no')}
            </button>
          </div>
        </div>
      )}
      {[...(known?.troubles ?? []), ...[unknown, trouble].filter((one) => one !== null)].map((sentence) => (
        <p key={sentence} role="alert" className="dialog-trouble">
          {sentence}
        </p>
      ))}
      <footer>
        <button type="button" onClick={props.onNew} disabled={!props.corpus.labelsHome.writable}>
          {t('work.new')}
        </button>
        <Dialog.Close className="primary">{t('work.close')}</Dialog.Close>
      </footer>
    </>
  )
}

function WorkListFacts({ list }: { list: KnownWorkList }): ReactNode {
  const { t, i18n } = useTranslation()
  const { choice, given } = list
  const { sample } = choice
  const howDrawn = (by: Strata | null, seed: string): string => {
    if (by === null) return t('work.drawn', { seed })
    if (typeof by === 'object') return t('work.drawn-by-column', { seed, column: by.column })
    return t(`work.drawn-by-${by}`, { seed })
  }
  const facts = [
    t('work.documents', { count: list.documents }),
    ...(given === null ? [] : [t('work.given', { count: given })]),
    ...(Object.keys(choice.filter).length > 0 ? [t('work.filtered')] : []),
    ...(sample ? [howDrawn(sample.by, String(sample.seed))] : []),
    new Date(list.made).toLocaleDateString(i18n.language),
  ]
  return facts.join(' · ')
}

import { ArrowDown, ArrowUp, CircleAlert, Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { mostLabels } from '../../core/label-set-change.ts'
import {
  addLabel,
  changeLabel,
  type DraftFault,
  type LabelSetDraft,
  moveLabel,
  removeLabel,
} from '../../core/label-set-draft.ts'
import { LabelFields } from './label-fields.tsx'
import { LabelSetSources } from './label-set-sources.tsx'

/** The labels of the set beside all that there is to say of the chosen one. */
export function LabelSetForm(props: {
  corpus: Corpus
  draft: LabelSetDraft
  faults: readonly DraftFault[]
  onChange: (draft: LabelSetDraft) => void
}): ReactNode {
  const { t } = useTranslation()
  const { draft, faults, onChange } = props
  const [chosen, setChosen] = useState<number | null>(null)
  const [toName, setToName] = useState(0)
  const nameRef = useRef<HTMLInputElement>(null)
  const label = draft.labels.find(({ id }) => id === chosen) ?? draft.labels[0]

  // After a label was added or removed, the keys go on at the one that is shown.
  useLayoutEffect(() => {
    if (toName > 0) nameRef.current?.focus()
  }, [toName])

  const choose = (id: number | undefined): void => {
    setChosen(id ?? null)
    setToName((count) => count + 1)
  }

  const add = (): void => {
    const added = addLabel(draft)
    onChange(added)
    choose(added.labels.at(-1)?.id)
  }

  const remove = (id: number): void => {
    const at = draft.labels.findIndex((candidate) => candidate.id === id)
    onChange(removeLabel(draft, id))
    choose((draft.labels[at + 1] ?? draft.labels[at - 1])?.id)
  }

  return (
    <>
      <LabelSetSources corpus={props.corpus} draft={draft} sound={faults.length === 0} onChange={onChange} />
      <div className="label-set-columns">
        <div className="label-set-list">
          <ul aria-label={t('label-set.labels')}>
            {draft.labels.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  aria-current={row.id === label?.id ? 'true' : undefined}
                  onClick={() => setChosen(row.id)}
                >
                  <span className="label-swatch" data-colour={row.colour} aria-hidden="true" />
                  <span className="label-name">{row.name.trim() || t('label-set.unnamed')}</span>
                  {faults.some(({ id }) => id === row.id) && <CircleAlert aria-hidden="true" />}
                  <span className="label-keep">{t(row.keep ? 'inspector.keep' : 'inspector.drop')}</span>
                  <kbd>{row.key}</kbd>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" disabled={draft.labels.length >= mostLabels} onClick={add}>
            <Plus aria-hidden="true" /> {t('label-set.add')}
          </button>
        </div>
        {label && (
          <section aria-label={label.name.trim() || t('label-set.unnamed')}>
            <div className="label-set-actions">
              <button type="button" onClick={() => onChange(moveLabel(draft, label.id, -1))}>
                <ArrowUp aria-hidden="true" /> {t('label-set.up')}
              </button>
              <button type="button" onClick={() => onChange(moveLabel(draft, label.id, 1))}>
                <ArrowDown aria-hidden="true" /> {t('label-set.down')}
              </button>
              <button type="button" disabled={draft.labels.length === 1} onClick={() => remove(label.id)}>
                <Trash2 aria-hidden="true" /> {t('label-set.remove')}
              </button>
            </div>
            <LabelFields
              label={label}
              faults={faults.filter(({ id }) => id === label.id)}
              nameRef={nameRef}
              onChange={(fields) => onChange(changeLabel(draft, label.id, fields))}
            />
          </section>
        )}
      </div>
    </>
  )
}

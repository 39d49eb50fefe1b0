import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelUses } from '../../core/contract-label-set.ts'
import { type LabelSetDraft, removedNames, renamedLabels } from '../../core/label-set-draft.ts'

/** What was chosen for a label that is removed: a row of the draft, or no label. */
type Choice = number | 'none'

/** Says whose segments a change touches, and asks what becomes of those whose label is removed. */
export function LabelSetQuestion(props: {
  draft: LabelSetDraft
  uses: LabelUses
  onBack: () => void
  onDecided: (merged: ReadonlyMap<string, number>) => void
}): ReactNode {
  const { t } = useTranslation()
  const { draft, uses } = props
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const used = (label: string): boolean => uses.uses.some((use) => use.label === label)
  const removed = removedNames(draft).filter(
    (name) => !draft.labels.some((label) => label.name.trim() === name),
  )
  const open = removed.filter((name) => used(name) && !choices.has(name))

  return (
    <form
      className="label-set-question"
      onSubmit={(event) => {
        event.preventDefault()
        props.onDecided(
          new Map([...choices].flatMap(([name, choice]) => (choice === 'none' ? [] : [[name, choice]]))),
        )
      }}
    >
      <h3>{t('label-set.question')}</h3>
      <p>{t('label-set.question-hint')}</p>
      <ul>
        {renamedLabels(draft).map(({ from, to }) => (
          <li key={from}>
            <strong>{t('label-set.renamed', { from, to })}</strong>
            <Uses label={from} uses={uses} />
          </li>
        ))}
        {removed.map((name) => (
          <li key={name}>
            {used(name) ? (
              <label>
                <strong>{t('label-set.removed', { label: name })}</strong>{' '}
                <select
                  value={choices.get(name) ?? ''}
                  onChange={({ target }) => {
                    const choice = target.value === 'none' ? 'none' : Number(target.value)
                    setChoices(new Map([...choices, [name, choice]]))
                  }}
                >
                  <option value="" disabled>
                    {t('label-set.choose')}
                  </option>
                  {draft.labels.map((label) => (
                    <option key={label.id} value={label.id}>
                      {label.name}
                    </option>
                  ))}
                  <option value="none">{t('label-set.no-label')}</option>
                </select>
              </label>
            ) : (
              <strong>{t('label-set.gone', { label: name })}</strong>
            )}
            <Uses label={name} uses={uses} />
          </li>
        ))}
      </ul>
      <LeftOutFiles leftOut={uses.leftOut} />
      <footer>
        <button type="button" onClick={props.onBack}>
          {t('label-set.back')}
        </button>
        <button type="submit" className="primary" disabled={open.length > 0}>
          {t('label-set.rewrite')}
        </button>
      </footer>
    </form>
  )
}

function Uses({ label, uses }: { label: string; uses: LabelUses }): ReactNode {
  const { t } = useTranslation()
  const found = uses.uses.filter((use) => use.label === label)
  if (found.length === 0) return <p>{t('label-set.unused')}</p>
  return found.map(({ annotator, documents, segments }) => (
    <p key={annotator}>{t('label-set.used', { annotator, documents, count: segments })}</p>
  ))
}

/** The labels files that were left out, by name. */
export function LeftOutFiles({ leftOut }: { leftOut: LabelUses['leftOut'] }): ReactNode {
  const { t } = useTranslation()
  if (leftOut.length === 0) return null
  return (
    <>
      <p>{t('label-set.damaged', { count: leftOut.length })}</p>
      <ul className="export-left-out">
        {leftOut.map(({ annotator, file, reason }) => (
          <li key={`${annotator}/${file}`}>
            <strong>
              {annotator}/{file}
            </strong>
            : {reason}
          </li>
        ))}
      </ul>
    </>
  )
}

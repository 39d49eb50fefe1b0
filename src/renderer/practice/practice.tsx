import { CircleCheck, CircleX } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyTarget } from '../../core/commands.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { practiceLabels } from '../../core/practice/practice-labels.ts'
import { countRight, type PracticeSegment, practicePage } from '../../core/practice/practice-page.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { type PracticeStep, practised, startPractice } from '../state/practice-work.ts'
import { useKeyboard } from '../workspace/use-keyboard.ts'
import '../workspace/segment-pane.css'
import './practice.css'

/**
 * A page to practise on, with the labels of the corpus, where Winnow's guidelines know them, and the keys of the segment
 * list. It says at once what is right, and writes nothing.
 */
export function Practice(): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const own = useWinnow(({ corpus }) => corpus?.labelSet ?? null)
  // For as long as one practises, since the labels given are of this set.
  const [{ preset, labelSet, differ }] = useState(() => practiceLabels(own))
  const page = practicePage(i18n.language, preset)
  const list = useRef<HTMLDivElement>(null)
  const [work, step] = useReducer(practised, page.length, startPractice)
  const finished = work.given.every((label) => label !== null)

  useEffect(() => list.current?.focus(), [])

  useEffect(() => {
    const row = list.current?.querySelector(`[data-index="${work.current}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [work.current])

  const perform = useCallback((target: KeyTarget): void => {
    const next = stepFor(target)
    if (next) step(next)
  }, [])
  useKeyboard('workspace', labelSet, perform)

  const told = work.told === null ? undefined : page[work.told]
  return (
    <main className="practice">
      <header>
        <h1>{t('practice.title')}</h1>
        <p>
          {t('practice.hint')} {differ && t('practice.other-labels')}
        </p>
        <button type="button" onClick={() => controller.store.setState({ practice: false })}>
          {t('practice.leave')}
        </button>
      </header>
      <div className="practice-columns">
        <div
          className="segment-scroller"
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={t('practice.segments')}
          aria-activedescendant={`practice-${work.current}`}
        >
          {page.map((segment, index) => (
            <Row
              key={segment.text}
              index={index}
              segment={segment}
              labelSet={labelSet}
              given={work.given[index] ?? null}
              current={index === work.current}
              onChoose={() => step({ kind: 'go', to: index })}
            />
          ))}
        </div>
        <section className="practice-side" aria-label={t('practice.feedback')}>
          <div role="status">
            {finished ? (
              <>
                <h2>{t('practice.result', { right: countRight(page, work.given), total: page.length })}</h2>
                <p>{t('practice.look-again')}</p>
              </>
            ) : (
              <p>{t('practice.left', { count: work.given.filter((label) => label === null).length })}</p>
            )}
            {told && work.told !== null && <Feedback segment={told} given={work.given[work.told] ?? null} />}
          </div>
          {finished && (
            <button type="button" className="primary" onClick={() => step({ kind: 'again' })}>
              {t('practice.again')}
            </button>
          )}
          <ul className="practice-labels" aria-label={t('inspector.labels')}>
            {labelSet.labels.map(({ name, key, colour }) => (
              <li key={name}>
                <button type="button" onClick={() => step({ kind: 'label', label: name })}>
                  <span className="label-swatch" data-colour={colour} aria-hidden="true" />
                  {name} <kbd>{key}</kbd>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  )
}

/** What a key of the workspace does here; null where it does nothing. */
function stepFor(target: KeyTarget): PracticeStep | null {
  if ('label' in target) return { kind: 'label', label: target.label }
  switch (target.command) {
    case 'move-next':
      return { kind: 'move', by: 1 }
    case 'move-previous':
      return { kind: 'move', by: -1 }
    case 'move-first':
      return { kind: 'go', to: 0 }
    case 'move-last':
      return { kind: 'go', to: Number.POSITIVE_INFINITY }
    case 'next-unlabelled':
      return { kind: 'next-unlabelled' }
    case 'clear-label':
      return { kind: 'clear' }
    case 'undo':
      return { kind: 'undo' }
    default:
      return null
  }
}

function Row(props: {
  index: number
  segment: PracticeSegment
  labelSet: LabelSet
  given: string | null
  current: boolean
  onChoose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { segment, given, current } = props
  const colour = props.labelSet.labels.find(({ name }) => name === given)?.colour
  const right = given === segment.label
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the keys for all its options
    <div
      id={`practice-${props.index}`}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      data-index={props.index}
      className={`segment-row${current ? ' current selected' : ''}`}
      onClick={props.onChoose}
    >
      <div className="segment-card">
        {given === null ? (
          <span className="label-chip none">{t('segments.unlabelled')}</span>
        ) : (
          <span className="practice-mark">
            <span className="label-chip" data-colour={colour}>
              {given}
            </span>
            <span className={right ? 'practice-right' : 'practice-wrong'}>
              {right ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
              {t(right ? 'practice.right' : 'practice.wrong')}
            </span>
          </span>
        )}
        <span className="segment-text">{segment.text}</span>
      </div>
    </div>
  )
}

function Feedback({ segment, given }: { segment: PracticeSegment; given: string | null }): ReactNode {
  const { t } = useTranslation()
  if (given === null) return null
  const right = given === segment.label
  return (
    <div className={`practice-feedback ${right ? 'right' : 'wrong'}`}>
      <strong>
        {right
          ? t('practice.is-right', { label: segment.label })
          : t('practice.is-wrong', { given, label: segment.label })}
      </strong>
      <q>{segment.text}</q>
      <p>{segment.why}</p>
    </div>
  )
}

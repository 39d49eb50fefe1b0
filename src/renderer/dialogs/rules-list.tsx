import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { type Rule, ruleModes } from '../../core/repetition/rules.ts'
import { useController } from '../state/controller-context.ts'
import { colourOf } from '../workspace/label-colour.ts'

/** The rules that are kept for documents to come: what each does can be changed, and it can go. */
export function RulesList({ corpus }: { corpus: Corpus }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const [rules, setRules] = useState<readonly Rule[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const folder = corpus.folder.id

  useEffect(() => {
    let current = true
    const list = async (): Promise<void> => {
      const reply = await controller.invoke('listRules', { corpus: folder })
      if (!current) return
      if (reply.ok) setRules(reply.value.rules)
      setTrouble(reply.ok ? reply.value.trouble : reply.message)
    }
    void list()
    return () => {
      current = false
    }
  }, [controller, folder])

  const changeMode = async (rule: Rule, mode: Rule['mode']): Promise<void> => {
    const { text, label, scope, site, from } = rule
    const reply = await controller.invoke('saveRule', {
      corpus: folder,
      text,
      label,
      mode,
      scope,
      ...(site === null ? {} : { site }),
      ...(from === null ? {} : { from }),
    })
    if (!reply.ok) return setTrouble(reply.message)
    setRules((now) => now?.map((one) => (one.id === rule.id ? reply.value.rule : one)) ?? null)
  }
  const remove = async (rule: Rule): Promise<void> => {
    const reply = await controller.invoke('removeRule', { corpus: folder, id: rule.id })
    if (!reply.ok) return setTrouble(reply.message)
    setRules((now) => now?.filter(({ id }) => id !== rule.id) ?? null)
  }

  return (
    <>
      {trouble !== null && (
        <p role="alert" className="dialog-trouble">
          {trouble}
        </p>
      )}
      {rules?.length === 0 && <p className="repeated-state">{t('rules.none')}</p>}
      <ul className="rules-list" aria-label={t('repeated.rules')}>
        {rules?.map((rule) => (
          <li key={rule.id}>
            <span className="label-chip" data-colour={colourOf(corpus.labelSet, rule.label)}>
              {rule.label}
            </span>
            <p>
              {rule.text}
              <small>
                {rule.scope === 'site' ? t('rules.site', { site: rule.site ?? '' }) : t('rules.corpus')}
              </small>
            </p>
            <select
              aria-label={t('rules.mode', { text: rule.text })}
              value={rule.mode}
              onChange={({ target }) =>
                void changeMode(rule, ruleModes.find((mode) => mode === target.value) ?? rule.mode)
              }
            >
              {ruleModes.map((mode) => (
                <option key={mode} value={mode}>
                  {t(`repeats.rule-${mode}`)}
                </option>
              ))}
            </select>
            <button
              type="button"
              aria-label={t('rules.remove-of', { text: rule.text })}
              onClick={() => void remove(rule)}
            >
              {t('rules.remove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

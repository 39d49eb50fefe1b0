import { type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Value } from '../../core/contract.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { changeSuggestionSettings } from '../state/suggestion-settings.ts'

type Model = Value<'listModels'>['models'][number]

/** Whose suggestions are shown: Winnow's own, or those of a model that were imported; nothing where there are none. */
export function SuggestionSource({ source }: { source: string | null }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const corpus = useWinnow((state) => state.corpus?.folder.id)
  const [models, setModels] = useState<readonly Model[]>([])
  const id = useId()
  useEffect(() => {
    let shown = true
    const look = async (): Promise<void> => {
      if (corpus === undefined) return
      const reply = await controller.invoke('listModels', { corpus })
      if (!shown) return
      if (reply.ok) setModels(reply.value.models)
      else controller.notify('info', reply.message)
    }
    void look()
    // After an import, all windows are told.
    const end = controller.subscribe(({ name }) => {
      if (name === 'suggestion-settings') void look()
    })
    return () => {
      shown = false
      end()
    }
  }, [controller, corpus])
  const names = models.map(({ name }) => name)
  if (source !== null && !names.includes(source)) names.push(source)
  if (names.length === 0) return null
  return (
    <label className="suggestion-source" htmlFor={id}>
      {t('suggestion.source')}
      <select
        id={id}
        value={source ?? ''}
        onChange={({ target }) =>
          changeSuggestionSettings(controller, { source: target.value === '' ? null : target.value })
        }
      >
        <option value="">{t('suggestion.source-own')}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { annotatorNameSchema } from '../../core/annotator-name.ts'
import { useController } from '../state/controller-context.ts'

/** The name under which the annotator's labels are kept. Saved as soon as it is a good one. */
export function AnnotatorField({ name }: { name: string }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const id = useId()
  const [value, setValue] = useState(name)
  const [trouble, setTrouble] = useState<string | null>(null)

  const change = async (next: string): Promise<void> => {
    setValue(next)
    const parsed = annotatorNameSchema.safeParse(next)
    if (!parsed.success) return setTrouble(parsed.error.issues[0]?.message ?? null)
    const reply = await controller.invoke('setAnnotator', { name: parsed.data })
    setTrouble(reply.ok ? null : reply.message)
  }

  return (
    <section className="welcome-annotator">
      <label htmlFor={id}>{t('welcome.annotator')}</label>
      <input
        id={id}
        value={value}
        aria-invalid={trouble !== null}
        aria-describedby={`${id}-hint`}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => void change(event.target.value)}
      />
      <p id={`${id}-hint`} role={trouble ? 'alert' : undefined}>
        {trouble ?? t('welcome.annotator-hint')}
      </p>
    </section>
  )
}

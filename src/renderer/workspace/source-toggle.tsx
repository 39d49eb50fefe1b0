import { CodeXml } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWinnow } from '../state/controller-context.ts'
import { runCommand } from '../state/run-command.ts'
import './source-toggle.css'

/** The switch between a document's text and the HTML that it was made of; nothing where it was made of none. */
export function SourceToggle(): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const converted = useWinnow(({ documentDetails }) => documentDetails?.conversion != null)
  const shown = useWinnow(({ showSource }) => showSource)
  if (!converted) return null
  return (
    <button
      type="button"
      className="command-button source-toggle"
      aria-label={t('source.show')}
      aria-pressed={shown}
      title={t('command.toggle-source')}
      onClick={() => runCommand(controller, 'toggle-source')}
    >
      <CodeXml aria-hidden="true" />
    </button>
  )
}

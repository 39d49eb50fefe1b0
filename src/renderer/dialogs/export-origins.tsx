import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type LabelOrigin, labelOrigins } from '../../core/segment.ts'

interface Props {
  readonly chosen: readonly LabelOrigin[]
  readonly onChange: (chosen: LabelOrigin[]) => void
}

/** Asks which labels are exported, by how they came to be. */
export function ExportOrigins({ chosen, onChange }: Props): ReactNode {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend>{t('export.origins')}</legend>
      {labelOrigins.map((origin) => (
        <label key={origin} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(origin)}
            onChange={({ target }) =>
              onChange(labelOrigins.filter((one) => (one === origin ? target.checked : chosen.includes(one))))
            }
          />
          <strong>{t(`export.origin-${origin}`)}</strong>
        </label>
      ))}
    </fieldset>
  )
}

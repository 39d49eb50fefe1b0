import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ExportFormat, exportFormats } from '../../core/datasets/format-names.ts'
import type { OffsetUnit } from '../../core/offsets.ts'
import { type ExportChoice, formatGroups } from '../state/export-choice.ts'
import { ExportFormatOptions } from './export-format-options.tsx'
import { WorkListField } from './work-list-field.tsx'

const groups = Object.keys(formatGroups).filter(
  (key): key is keyof typeof formatGroups => key in formatGroups,
)

/** Asks for the format, what its offsets count, and what else can be chosen of it. */
export function ExportFormatFields(props: {
  choice: ExportChoice
  /** In what offsets may count, the format's own first; none until they are known. */
  units: readonly OffsetUnit[]
  /** The names of the labels that are kept. */
  kept: readonly string[]
  onChange: (part: Partial<ExportChoice>) => void
}): ReactNode {
  const { t } = useTranslation()
  const { choice, units, onChange } = props
  const choose = (value: string): void => {
    const format: ExportFormat | undefined = exportFormats.find((one) => one === value)
    // Another format counts in other units.
    if (format) onChange({ format, offsets: null })
  }
  return (
    <section>
      <h3>{t('export.format')}</h3>
      <WorkListField name={t('export.format')}>
        <select value={choice.format} onChange={({ target }) => choose(target.value)}>
          {groups.map((group) => (
            <optgroup key={group} label={t(`export.group-${group}`)}>
              {formatGroups[group].map((format) => (
                <option key={format} value={format}>
                  {t(`export.format-${format}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </WorkListField>
      <p className="export-hint">
        {t(`export.format-${choice.format}-hint`, { labels: props.kept.join(', ') })}
      </p>
      {units.length > 1 && (
        <WorkListField name={t('export.offsets')}>
          <select
            value={choice.offsets ?? units[0]}
            onChange={({ target }) =>
              onChange({ offsets: units.find((unit) => unit === target.value) ?? null })
            }
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {t(`export.${unit}`)}
              </option>
            ))}
          </select>
        </WorkListField>
      )}
      <ExportFormatOptions
        format={choice.format}
        options={choice.options}
        isSplit={choice.split.kind !== 'none'}
        onChange={(part) => onChange({ options: { ...choice.options, ...part } })}
      />
    </section>
  )
}

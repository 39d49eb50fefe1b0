import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../core/contract-import.ts'
import type { LabelFate } from '../state/import-labels.ts'

/** How a select names what becomes of a label; labels of the set have a sign before them, as any name may be theirs. */
const optionOf = (fate: LabelFate): string => (fate.kind === 'as' ? `=${fate.label}` : fate.kind)

function fateOf(value: string): LabelFate | null {
  if (value.startsWith('=')) return { kind: 'as', label: value.slice(1) }
  return value === 'add' || value === 'leave-out' ? { kind: value } : null
}

/** Asks what becomes of the labels of a file that the label set does not have. */
export function ImportLabelFates(props: {
  names: readonly string[]
  found: ImportPreview['labels']
  labels: readonly string[]
  fates: ReadonlyMap<string, LabelFate>
  onChange: (fates: ReadonlyMap<string, LabelFate>) => void
}): ReactNode {
  const { t } = useTranslation()
  const { names, found, labels, fates } = props
  if (names.length === 0) return null
  return (
    <fieldset className="import-labels">
      <legend>{t('import.labels')}</legend>
      {names.map((name) => {
        const label = found.find((one) => one.name === name)
        const fate = fates.get(name)
        const proposed = label?.becomes && labels.includes(label.becomes) ? `=${label.becomes}` : ''
        return (
          <label key={name} className="import-field">
            <span>
              <strong>{name}</strong> {label && t('import.label-segments', { count: label.segments })}
            </span>
            <select
              value={fate ? optionOf(fate) : proposed}
              onChange={({ target }) => {
                const chosen = fateOf(target.value)
                if (chosen) props.onChange(new Map([...fates, [name, chosen]]))
              }}
            >
              {!fate && proposed === '' && <option value="">{t('import.undecided')}</option>}
              <option value="add">{t('import.add')}</option>
              <option value="leave-out">{t('import.leave-out')}</option>
              {labels.map((one) => (
                <option key={one} value={`=${one}`}>
                  {t('import.take-as', { label: one })}
                </option>
              ))}
            </select>
          </label>
        )
      })}
    </fieldset>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../core/contract-import.ts'
import { importFormats } from '../../core/datasets/import-formats.ts'
import type { ImportChoice } from '../state/import-labels.ts'

/** Asks which format the files have, and as whose labels or suggestions they are taken. */
export function ImportManner(props: {
  choice: ImportChoice
  preview: ImportPreview | null
  /** Whether the name that was given can be one. */
  named: boolean
  change: (change: Partial<ImportChoice>) => void
}): ReactNode {
  const { t } = useTranslation()
  const { choice, preview, change } = props
  const names = preview ? [...new Set([...preview.annotators, ...preview.models])] : []
  if (choice.of !== null && !names.includes(choice.of)) names.push(choice.of)
  return (
    <>
      <label className="import-field">
        {t('import.format')}
        <select
          value={choice.format ?? preview?.format ?? ''}
          onChange={({ target }) =>
            change({ format: importFormats.find((name) => name === target.value) ?? null, unit: null })
          }
        >
          {choice.format === null && !preview && <option value="">{t('import.guessing')}</option>}
          {importFormats.map((name) => (
            <option key={name} value={name}>
              {t(`import.format-${name}`)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{t('import.as')}</legend>
        {(['labels', 'suggestions'] as const).map((as) => (
          <label key={as} className="choice">
            <input type="radio" name="as" checked={choice.as === as} onChange={() => change({ as })} />
            <strong>{t(`import.as-${as}`)}</strong>
            <span>{t(`import.as-${as}-hint`)}</span>
          </label>
        ))}
      </fieldset>
      <label className="import-field">
        {t(choice.as === 'labels' ? 'import.annotator' : 'import.model')}
        <input
          type="text"
          aria-invalid={!props.named}
          value={choice.as === 'labels' ? choice.annotator : choice.model}
          onChange={({ target }) =>
            change(choice.as === 'labels' ? { annotator: target.value } : { model: target.value })
          }
        />
      </label>
      {!props.named && <p className="import-hint">{t('import.name-hint')}</p>}
      {(names.length > 1 || choice.of !== null) && (
        <label className="import-field">
          {t('import.of')}
          <select
            value={choice.of ?? ''}
            onChange={({ target }) => change({ of: target.value === '' ? null : target.value })}
          >
            <option value="">{t('import.of-all')}</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnRole } from '../../core/columns/column-choice.ts'
import type { ReadingPreview } from '../../core/contract-reading.ts'
import { encodings, encodingTitle } from '../../core/encoding.ts'
import type { ReadingChoice } from '../../core/reading-choice.ts'

const otherRoles = ['id', 'url', 'language', 'date'] as const

/** The fields for the columns of records and for the encoding; each can be left to Winnow. */
export function ReadingFields(props: {
  preview: ReadingPreview
  choice: ReadingChoice
  change: (choice: ReadingChoice) => void
}): ReactNode {
  const { t } = useTranslation()
  const { preview, choice, change } = props
  const { columns, encoding } = choice
  const { guess } = preview
  const main = columns.text ?? columns.html
  const isHtml = columns.text === undefined && columns.html !== undefined
  const setMain = (column: string | undefined, html: boolean): void => {
    const { text: _text, html: _html, ...others } = columns
    change({
      ...choice,
      columns: column === undefined ? others : { ...others, [html ? 'html' : 'text']: column },
    })
  }
  return (
    <>
      {preview.columns.length > 0 && (
        <fieldset>
          <legend>{t('reading.columns')}</legend>
          <ColumnField
            name={t('reading.main')}
            columns={preview.columns}
            chosen={main}
            guess={guess.text ?? guess.html}
            choose={(column) => setMain(column, isHtml)}
          />
          {main !== undefined && (
            <label className="reading-check">
              <input
                type="checkbox"
                checked={isHtml}
                onChange={(event) => setMain(main, event.target.checked)}
              />
              {t('reading.is-html')}
            </label>
          )}
          {otherRoles.map((role) => (
            <ColumnField
              key={role}
              name={t(`facts.${role}`)}
              columns={preview.columns}
              chosen={columns[role]}
              guess={guess[role]}
              choose={(column) => change({ ...choice, columns: withColumn(columns, role, column) })}
            />
          ))}
        </fieldset>
      )}
      <label className="reading-field">
        <span>{t('facts.encoding')}</span>
        <select
          value={encoding ?? ''}
          onChange={(event) => {
            const found = encodings.find((name) => name === event.target.value)
            const { encoding: _, ...others } = choice
            change(found === undefined ? others : { ...others, encoding: found })
          }}
        >
          <option value="">{t('reading.found-out')}</option>
          {encodings.map((name) => (
            <option key={name} value={name}>
              {encodingTitle(name)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

/** The choice with a column for `role`, or without one. */
function withColumn(
  columns: ReadingChoice['columns'],
  role: ColumnRole,
  column: string | undefined,
): ReadingChoice['columns'] {
  const { [role]: _, ...others } = columns
  return column === undefined ? others : { ...others, [role]: column }
}

function ColumnField(props: {
  name: string
  columns: readonly string[]
  chosen: string | undefined
  guess: string | undefined
  choose: (column: string | undefined) => void
}): ReactNode {
  const { t } = useTranslation()
  const { chosen, guess } = props
  // One that this dump does not have was chosen for others of the corpus.
  const columns =
    chosen === undefined || props.columns.includes(chosen) ? props.columns : [chosen, ...props.columns]
  return (
    <label className="reading-field">
      <span>{props.name}</span>
      <select value={chosen ?? ''} onChange={(event) => props.choose(event.target.value || undefined)}>
        <option value="">
          {guess === undefined ? t('reading.guess-none') : t('reading.guess', { column: guess })}
        </option>
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </label>
  )
}

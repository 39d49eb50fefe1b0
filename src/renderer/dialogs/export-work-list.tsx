import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkLists } from './use-work-lists.ts'

interface Props {
  readonly corpus: string
  /** The name of a work list; null: all documents. */
  readonly chosen: string | null
  readonly onChange: (chosen: string | null) => void
}

/** Asks whether all documents are exported or those of one work list; nothing where there is none. */
export function ExportWorkList({ corpus, chosen, onChange }: Props): ReactNode {
  const { t } = useTranslation()
  const { known, trouble } = useWorkLists(corpus)
  const lists = known?.lists ?? []
  const isGone = chosen !== null && !lists.some(({ name }) => name === chosen)
  const sentences = [...(known?.troubles ?? []), ...(trouble === null ? [] : [trouble])]
  return (
    <>
      {(lists.length > 0 || chosen !== null) && (
        <label className="work-list-field">
          <span>{t('export.documents')}</span>
          <select
            value={chosen ?? ''}
            onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
          >
            <option value="">{t('export.all-documents')}</option>
            {isGone && <option value={chosen}>{chosen}</option>}
            {lists.map(({ name, documents }) => (
              <option key={name} value={name}>
                {t('export.work-list', { name, count: documents })}
              </option>
            ))}
          </select>
        </label>
      )}
      {sentences.map((sentence) => (
        <p key={sentence} role="alert" className="dialog-trouble">
          {sentence}
        </p>
      ))}
    </>
  )
}

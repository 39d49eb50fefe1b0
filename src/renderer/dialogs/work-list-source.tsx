import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mostGivenIds } from '../../core/contract-work-lists.ts'
import { givenIds } from '../../core/work-list/given-ids.ts'

/** Asks whether a work list is chosen from all documents or from the ids that a file has. */
export function WorkListSource(props: {
  ids: readonly string[] | null
  onChange: (ids: readonly string[] | null) => void
}): ReactNode {
  const { t } = useTranslation()
  const { ids, onChange } = props
  const [trouble, setTrouble] = useState<string | null>(null)

  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    try {
      const found = givenIds(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
      const fits = found.length <= mostGivenIds
      setTrouble(fits ? null : t('work.too-many-ids', { count: found.length, most: mostGivenIds }))
      onChange(fits ? found : [])
    } catch {
      setTrouble(t('work.file-unreadable'))
      onChange([])
    }
  }

  return (
    <fieldset>
      <legend>{t('work.from')}</legend>
      <div className="work-list-options">
        <label>
          <input type="radio" name="from" checked={ids === null} onChange={() => onChange(null)} />
          {t('work.from-corpus')}
        </label>
        <label>
          <input type="radio" name="from" checked={ids !== null} onChange={() => onChange([])} />
          {t('work.from-ids')}
        </label>
      </div>
      {ids !== null && (
        <input
          type="file"
          accept=".txt,text/plain"
          aria-label={t('work.file')}
          onChange={({ target }) => void read(target.files?.[0])}
        />
      )}
      {ids !== null && trouble !== null && (
        <p role="alert" className="dialog-trouble">
          {trouble}
        </p>
      )}
    </fieldset>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingPreview } from '../../core/contract-reading.ts'
import { encodingTitle } from '../../core/encoding.ts'

/** The first documents of a dump as they would be read, or why they cannot be. */
export function ReadingRecords({ preview }: { preview: ReadingPreview }): ReactNode {
  const { t } = useTranslation()
  const { records, trouble } = preview
  return (
    <section aria-label={t('reading.preview')} className="reading-preview">
      <h3>{t('reading.preview')}</h3>
      {trouble && <p className="dialog-trouble">{trouble}</p>}
      {!trouble && records.length === 0 && <p>{t('reading.no-records')}</p>}
      {records.map(({ text, encoding, undecodable, facts }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: records have no other name than their place
        <article key={index}>
          <p className="reading-facts">
            {[encodingTitle(encoding), ...facts.map(({ value }) => value)].join(' · ')}
          </p>
          {undecodable > 0 && <p className="reading-bad">{t('facts.undecodable', { count: undecodable })}</p>}
          <pre>{text}</pre>
        </article>
      ))}
    </section>
  )
}

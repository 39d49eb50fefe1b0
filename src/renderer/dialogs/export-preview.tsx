import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportPreviewState } from './use-export-preview.ts'

/** The first documents as they will be written, and those of them that cannot be, by name. */
export function ExportPreview({ preview }: { preview: ExportPreviewState }): ReactNode {
  const { t } = useTranslation()
  const { value, trouble, isCurrent } = preview
  return (
    <section className="export-preview" tabIndex={0} aria-label={t('export.preview')} aria-busy={!isCurrent}>
      <h3>{t('export.preview')}</h3>
      {value && <p className="export-hint">{t('export.labelled', { count: value.labelled })}</p>}
      {trouble && <p className="dialog-trouble">{trouble}</p>}
      {value?.documents.length === 0 && <p>{t('export.preview-empty')}</p>}
      {value?.documents.flatMap(({ document, files }) =>
        files.map(({ path, text, isCut }) => (
          <figure key={`${document}\n${path}`}>
            <figcaption>{path === '' ? document : path}</figcaption>
            <pre>{text}</pre>
            {isCut && <p className="export-hint">{t('export.preview-cut')}</p>}
          </figure>
        )),
      )}
      {value && value.leftOut.length > 0 && (
        <>
          <p>{t('export.preview-left-out')}</p>
          <ul className="export-left-out">
            {value.leftOut.map(({ document, reason }) => (
              <li key={document}>
                <strong>{document}</strong>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../state/controller-context.ts'
import { type CorpusSearch, cancelCorpusSearch } from '../state/corpus-search.ts'

/** How far a search over the corpus is, and what came of it. */
export function SearchState({ search }: { search: CorpusSearch }): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const number = (value: number): string => value.toLocaleString(i18n.language)
  const { progress, result, trouble, found } = search
  const matches = found.reduce((sum, document) => sum + document.matches, 0)
  return (
    <div className="search-state">
      {progress && (
        <>
          <progress max={Math.max(1, progress.total)} value={progress.done} aria-hidden="true" />
          <button type="button" onClick={() => cancelCorpusSearch(controller)}>
            {t('corpus-search.cancel')}
          </button>
        </>
      )}
      <p role="status">
        {progress &&
          t('corpus-search.progress', { done: number(progress.done), total: number(progress.total) })}
        {(matches > 0 || result) &&
          ` ${t('corpus-search.found', { matches: number(matches), documents: number(found.length) })}`}
        {result?.more && ` ${t('corpus-search.more')}`}
      </p>
      {trouble && (
        <p className="search-trouble" role="alert">
          {trouble}
        </p>
      )}
      {result && result.leftOut.length > 0 && (
        <details>
          <summary>{t('corpus-search.left-out', { count: result.leftOut.length })}</summary>
          <ul>
            {result.leftOut.map(({ document, reason }) => (
              <li key={document}>
                <strong>{document}</strong>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

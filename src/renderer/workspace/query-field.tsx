import { CaseSensitive, Regex, Search } from 'lucide-react'
import type { ComponentProps, ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchQuery } from '../../core/search/find.ts'
import './query-field.css'

/** A field for what to search for, with what the search tells apart. */
export function QueryField(props: {
  label: string
  query: SearchQuery
  onChange: (change: Partial<SearchQuery>) => void
  fieldRef: RefObject<HTMLInputElement | null>
  field?: ComponentProps<'input'>
}): ReactNode {
  const { t } = useTranslation()
  const { query, onChange } = props
  const option = (name: 'matchCase' | 'matchDiacritics' | 'regex', sign: ReactNode): ReactNode => (
    <button
      type="button"
      aria-pressed={query[name]}
      aria-label={t(`search.${name}`)}
      title={t(`search.${name}`)}
      onClick={() => onChange({ [name]: !query[name] })}
    >
      {sign}
    </button>
  )
  return (
    <div className="query-field" role="search">
      <Search aria-hidden="true" />
      <input
        ref={props.fieldRef}
        type="search"
        maxLength={1000}
        spellCheck={false}
        autoComplete="off"
        aria-label={props.label}
        placeholder={props.label}
        value={query.text}
        onChange={(event) => onChange({ text: event.target.value })}
        {...props.field}
      />
      {option('matchCase', <CaseSensitive aria-hidden="true" />)}
      {option('matchDiacritics', <span className="diacritics-sign" aria-hidden="true" />)}
      {option('regex', <Regex aria-hidden="true" />)}
    </div>
  )
}

import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SiteGroup } from '../../core/listing/site-groups.ts'
import { useController, useWinnow } from '../state/controller-context.ts'
import { toggleSite } from '../state/site-list.ts'

/** The head of a site's documents in a grouped list: its name, how far it is, and whether they are shown. */
export const SiteRow = memo(function SiteRow(props: {
  group: SiteGroup
  /** How many of them are done. */
  done: number
  /** Whether the list has all documents of the site, so that what is done of them can be told. */
  counted: boolean
}): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const { site, start, end } = props.group
  const closed = useWinnow((state) => state.closedSites.has(site))
  const total = end - start
  const number = (value: number): string => value.toLocaleString(i18n.language)
  return (
    <button
      type="button"
      className="site-row"
      aria-expanded={!closed}
      onClick={() => toggleSite(controller, site)}
    >
      {closed ? <ChevronRight aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
      <span className="site-name">{site || t('list.no-site')}</span>
      {props.counted ? (
        <span className="document-share" title={t('list.group-progress', { done: props.done, total })}>
          {number(props.done)}/{number(total)}
        </span>
      ) : (
        <span className="document-share">{number(total)}</span>
      )}
    </button>
  )
})

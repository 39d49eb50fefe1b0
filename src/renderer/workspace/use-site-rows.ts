import { useMemo } from 'react'
import { GroupedRows } from '../../core/listing/site-groups.ts'
import { useWinnow } from '../state/controller-context.ts'
import type { DocumentOrder } from '../state/document-order.ts'
import type { SummaryBook } from '../state/summary-book.ts'

/** The rows of a list that is grouped by site, and how many documents of each site are done; null where it is not. */
export function useSiteRows(
  documents: DocumentOrder,
  summaries: SummaryBook,
): { readonly rows: GroupedRows | null; readonly doneOnSites: ReadonlyMap<string, number> | null } {
  const closed = useWinnow((state) => state.closedSites)
  const { groups, table } = documents
  const rows = useMemo(() => groups && new GroupedRows(groups, closed), [groups, closed])
  const { revision } = summaries
  // biome-ignore lint/correctness/useExhaustiveDependencies: the summaries change with each label, the revision does not
  const doneOnSites = useMemo(() => {
    if (!groups) return null
    const done = new Map<string, number>()
    for (const { document, status } of summaries.all()) {
      const index = status === 'done' ? table.indexOf(document) : -1
      if (index === -1) continue
      const site = table.siteAt(index)
      done.set(site, (done.get(site) ?? 0) + 1)
    }
    return done
  }, [groups, table, revision])
  return { rows, doneOnSites }
}

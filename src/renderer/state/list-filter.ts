import { isFlag, isToDo, type Status } from '../../core/annotation.ts'
import type { Summary } from '../../core/contract.ts'

/** Which documents the list shows, apart from its search text. */
export const listFilters = [
  'all',
  'to-do',
  'new',
  'in-progress',
  'done',
  'skipped',
  'flagged',
  'flagged-not-article',
  'flagged-unsure',
  'flagged-broken-text',
  'note',
  'unlabelled',
] as const

export type ListFilter = (typeof listFilters)[number]

/** Whether a document of which `summary` is known belongs to what `filter` shows; undefined: nobody has begun it. */
export function isShownBy(filter: ListFilter, summary: Summary | undefined): boolean {
  const status: Status = summary?.status ?? 'new'
  switch (filter) {
    case 'all':
      return true
    case 'to-do':
      return isToDo(status)
    case 'flagged':
      return isFlag(status)
    case 'note':
      return summary?.note ?? false
    case 'unlabelled':
      return (summary?.labelled ?? 0) === 0
    default:
      return status === filter
  }
}

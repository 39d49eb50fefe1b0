import type { Status } from '../../core/annotation.ts'
import { siteOf } from '../../core/site-of.ts'
import type { WorkDocument } from '../../core/work-list/work-document.ts'
import type { OpenCorpus } from '../open-corpora.ts'

/** The documents of the corpus in their order, with what decides whether they come into a work list. */
export function* workDocuments(
  { documents }: OpenCorpus,
  statuses: ReadonlyMap<string, Status>,
): Generator<WorkDocument> {
  for (const [id, bytes] of documents)
    yield { id, site: siteOf(id), bytes, status: statuses.get(id) ?? 'new' }
}

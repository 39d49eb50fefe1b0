import type { Status } from '../../core/annotation.ts'
import type { WorkDocument } from '../../core/work-list/work-document.ts'
import type { OpenCorpus } from '../open-corpora.ts'

/** The documents of the corpus in their order, with what decides whether they come into a work list. */
export function* workDocuments(
  { documents }: OpenCorpus,
  statuses: ReadonlyMap<string, Status>,
): Generator<WorkDocument> {
  for (let index = 0; index < documents.size; index++) {
    const id = documents.idAt(index)
    const site = documents.siteAt(index)
    yield { id, site, bytes: documents.bytesAt(index), status: statuses.get(id) ?? 'new' }
  }
}

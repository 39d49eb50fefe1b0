import type { DocumentTable } from '../../core/listing/document-table.ts'
import type { WinnowState } from './winnow-store.ts'
import type { WorkList } from './work-list.ts'

let cached: { documents: DocumentTable; workList: WorkList; indexes: Int32Array } | null = null

/** The documents of the work list that are found so far, by their indexes, which ascend; null: all documents. */
export function indexesOfWork({
  documents,
  workList,
}: Pick<WinnowState, 'documents' | 'workList'>): Int32Array | null {
  if (!workList) return null
  if (cached?.documents !== documents || cached.workList !== workList) {
    const found = Array.from(workList.documents, (id) => documents.indexOf(id)).filter(
      (index) => index !== -1,
    )
    cached = { documents, workList, indexes: Int32Array.from(found).sort() }
  }
  return cached.indexes
}

/** How many documents there are to work on. */
export const workTotal = (state: Pick<WinnowState, 'documents' | 'workList'>): number =>
  indexesOfWork(state)?.length ?? state.documents.size

import type { Service } from '../core/contract.ts'
import type { columnCalls as calls } from '../core/contract-columns.ts'
import type { CorpusColumns } from './corpus-columns.ts'
import type { OpenCorpora } from './open-corpora.ts'

/** The calls about the metadata columns of records. */
export const columnCalls = (
  corpora: OpenCorpora,
  columns: CorpusColumns,
): Pick<Service, keyof typeof calls> => ({
  listColumns: async ({ corpus }) => ({ columns: await columns.list(await corpora.complete(corpus)) }),
  readColumn: (request) => columns.read(() => corpora.complete(request.corpus), request),
})

import type { Service } from '../../core/contract.ts'
import type { workListCalls as calls } from '../../core/contract-work-lists.ts'
import type { OpenCorpora } from '../open-corpora.ts'
import type { CorpusWorkLists } from './corpus-work-lists.ts'

/** The calls about work lists. */
export const workListCalls = (
  corpora: OpenCorpora,
  workLists: CorpusWorkLists,
): Pick<Service, keyof typeof calls> => ({
  listWorkLists: async ({ corpus }) => workLists.list(await corpora.get(corpus)),
  previewWorkList: async (request) => workLists.preview(await corpora.complete(request.corpus), request),
  makeWorkList: async (request) => workLists.make(await corpora.complete(request.corpus), request),
  removeWorkList: async ({ corpus, name }) => {
    await workLists.remove(await corpora.get(corpus), name)
    return {}
  },
  chooseWorkList: async ({ corpus, name }) => workLists.choose(await corpora.get(corpus), name),
  chosenWorkList: async ({ corpus }) => workLists.chosen(await corpora.get(corpus)),
})

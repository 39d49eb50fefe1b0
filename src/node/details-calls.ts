import type { Service } from '../core/contract.ts'
import type { detailsCalls as calls } from '../core/contract-details.ts'
import { describeDocument, sourceOf } from './document-details.ts'
import type { OpenCorpora } from './open-corpora.ts'

/** The calls about what is known of a document beside its text. */
export const detailsCalls = (corpora: OpenCorpora): Pick<Service, keyof typeof calls> => ({
  describeDocument: async ({ corpus, document }) => {
    const { store, documents } = await corpora.withDocument(corpus, document)
    const reader = documents.readerAt(documents.indexOf(document))
    return describeDocument(document, reader, await store.session(document).read())
  },
  readSource: async ({ corpus, document }) => {
    const { store } = await corpora.withDocument(corpus, document)
    return sourceOf(await store.session(document).read())
  },
})

import type { Service } from '../core/contract.ts'
import type { readingCalls as calls } from '../core/contract-reading.ts'
import type { OpenCorpora } from './open-corpora.ts'
import { ProjectStore } from './project-store.ts'
import { previewReading } from './reading-preview.ts'

/** The calls about how dumps are read. */
export const readingCalls = (corpora: OpenCorpora): Pick<Service, keyof typeof calls> => ({
  previewReading: async ({ corpus, file, choice }) => {
    const { folder, home, documents, source } = await corpora.get(corpus)
    const { readers: chosen } = await new ProjectStore(home.path).read()
    const { cacheFolder } = source.settings
    const place = { folder: folder.path, chosen, files: documents.files, cacheFolder }
    return previewReading(place, file, choice ?? chosen)
  },
  setReading: async ({ corpus, choice }) => {
    await corpora.setReading(corpus, choice)
    return {}
  },
})

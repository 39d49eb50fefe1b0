import type { Service } from '../../core/contract.ts'
import type { backupCalls as calls } from '../../core/contract-backups.ts'
import type { OpenCorpora } from '../open-corpora.ts'
import type { CorpusBackups } from './corpus-backups.ts'
import { compareVersion, listVersions } from './document-versions.ts'

/** The calls about earlier versions of labels, and the trash. */
export function backupCalls(corpora: OpenCorpora, backups: CorpusBackups): Pick<Service, keyof typeof calls> {
  return {
    listVersions: async ({ corpus, document }) => ({
      versions: await listVersions(await corpora.withDocument(corpus, document), document),
    }),
    compareVersion: async ({ corpus, document, version }) =>
      compareVersion(await corpora.withDocument(corpus, document), document, version),
    listDays: async ({ corpus }) => backups.days(await corpora.get(corpus)),
    compareDay: async (request) => backups.compareDay(await corpora.get(request.corpus), request),
    restoreDay: async (request) => backups.restoreDay(await corpora.complete(request.corpus), request),
    listAnnotators: async ({ corpus }) => backups.annotators(await corpora.get(corpus)),
    deleteLabels: async ({ corpus, document }) =>
      backups.deleteLabels(await corpora.withDocument(corpus, document), document),
    deleteAnnotator: async ({ corpus, annotator }) =>
      backups.deleteAnnotator(await corpora.complete(corpus), annotator),
    listTrash: async ({ corpus }) => backups.trash(await corpora.get(corpus)),
    previewTrash: async (request) => backups.previewTrash(await corpora.get(request.corpus), request),
    restoreTrash: async (request) => backups.restoreTrash(await corpora.complete(request.corpus), request),
    emptyTrash: async ({ corpus, entry }) => {
      await backups.emptyTrash(await corpora.get(corpus), entry)
      return {}
    },
  }
}

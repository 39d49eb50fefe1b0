import type { Service } from '../../core/contract.ts'
import type { exportCalls as calls } from '../../core/contract-export.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { OpenCorpora } from '../open-corpora.ts'
import type { CorpusExports } from './corpus-exports.ts'

/** The calls by which labels go out. `choosePath` shows the system's dialog, where the host has one. */
export const exportCalls = (
  corpora: OpenCorpora,
  exports: CorpusExports,
  choosePath: ((suggested: string) => Promise<string | null>) | undefined,
): Pick<Service, keyof typeof calls> => ({
  chooseExportPath: async (request) => {
    if (!choosePath) throw new WinnowError('not-here', say`There is no dialog for files and folders here.`)
    const path = await choosePath(await exports.suggestedPath(await corpora.get(request.corpus), request))
    // The dialog has asked already whether to replace a file.
    return path === null ? null : { target: exports.registerTarget({ path, overwrite: true }), path }
  },
  previewExport: async (request) => exports.preview(await corpora.complete(request.corpus), request),
  exportCorpus: async (request) => exports.run(await corpora.complete(request.corpus), request),
  exportMappings: async ({ corpus }) => exports.mappings(await corpora.get(corpus)),
  saveExportMapping: async ({ corpus, mapping }) => {
    await exports.saveMapping(await corpora.get(corpus), mapping)
    return {}
  },
  removeExportMapping: async ({ corpus, name }) => {
    await exports.removeMapping(await corpora.get(corpus), name)
    return {}
  },
})

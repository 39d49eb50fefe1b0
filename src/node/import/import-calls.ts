import type { Service } from '../../core/contract.ts'
import type { importCalls as calls } from '../../core/contract-import.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { OpenCorpora } from '../open-corpora.ts'
import type { CorpusImports } from './corpus-imports.ts'

/**
 * The calls that take labels in.
 * @param choose the host's dialog, if it has one
 */
export function importCalls(
  corpora: OpenCorpora,
  imports: CorpusImports,
  choose: ((kind: 'file' | 'folder') => Promise<string | null>) | undefined,
): Pick<Service, keyof typeof calls> {
  return {
    chooseImportPath: async ({ kind }) => {
      if (!choose)
        throw new WinnowError(
          'not-here',
          say`This Winnow has no such dialog. Send the files from the window instead.`,
        )
      const path = await choose(kind)
      return path === null ? null : { source: imports.sources.register(path), path }
    },
    uploadImport: async (part) => ({ source: await imports.sources.upload(part) }),
    importPreview: async (request) => imports.preview(await corpora.complete(request.corpus), request),
    importLabels: async (request) => imports.run(await corpora.complete(request.corpus), request),
    listImports: async ({ corpus }) => imports.list(await corpora.get(corpus)),
    undoImport: async (request) => imports.undo(await corpora.complete(request.corpus), request),
  }
}

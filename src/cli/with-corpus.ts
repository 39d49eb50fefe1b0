import { resolve } from 'node:path'
import type { Corpus } from '../core/contract.ts'
import { createWinnow, type Winnow } from '../node/winnow.ts'
import type { CorpusOptions } from './corpus-options.ts'
import { installation } from './installation.ts'
import { logUnexpected } from './log-unexpected.ts'
import { remark } from './remark.ts'

/**
 * Opens the corpus in `folder`, does `work` on it and closes Winnow again. Says on stderr what in the folder could
 * not be read; `work` finds it in `corpus.troubles`.
 */
export async function withCorpus<T>(
  folder: string,
  { annotator, labels }: CorpusOptions,
  work: (winnow: Winnow, corpus: Corpus) => Promise<T>,
): Promise<T> {
  const path = resolve(folder)
  const winnow = await createWinnow({
    host: 'cli',
    version: installation.version,
    resources: installation.resources,
    suggestionProgram: installation.suggestionProgram,
    given: [path],
    openFirst: false,
    annotator,
    labelsFolder: labels,
    log: logUnexpected,
  })
  try {
    const corpus = await winnow.service.openCorpus({ folder: winnow.folderId(path) })
    for (const trouble of corpus.troubles) remark(trouble)
    return await work(winnow, corpus)
  } finally {
    await winnow.close()
  }
}

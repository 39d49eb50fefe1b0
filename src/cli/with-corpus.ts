import { resolve } from 'node:path'
import type { Corpus } from '../core/contract.ts'
import type { Trouble } from '../core/contract-listing.ts'
import { createWinnow, type Winnow } from '../node/winnow.ts'
import type { CorpusOptions } from './corpus-options.ts'
import { installation } from './installation.ts'
import { logUnexpected } from './log-unexpected.ts'
import { remark } from './remark.ts'

/**
 * Opens the corpus in `folder`, does `work` on it and closes Winnow again. Says on stderr what in the folder could
 * not be read, which `work` is given too.
 */
export async function withCorpus<T>(
  folder: string,
  { annotator, labels }: CorpusOptions,
  work: (winnow: Winnow, corpus: Corpus, troubles: readonly Trouble[]) => Promise<T>,
): Promise<T> {
  const path = resolve(folder)
  const winnow = await createWinnow({
    host: 'cli',
    version: installation.version,
    resources: installation.resources,
    suggestionProgram: installation.suggestionProgram,
    indexProgram: installation.indexProgram,
    given: [path],
    openFirst: false,
    annotator,
    labelsFolder: labels,
    log: logUnexpected,
  })
  try {
    const corpus = await winnow.service.openCorpus({ folder: winnow.folderId(path) })
    const troubles = await allTroubles(winnow, corpus)
    for (const { file, where, reason } of troubles)
      remark(where === '' ? reason : `${file}, ${where}: ${reason}`)
    return await work(winnow, corpus, troubles)
  } finally {
    await winnow.close()
  }
}

/** How many troubles are asked for at once. */
const askedAtOnce = 1000

async function allTroubles(winnow: Winnow, { folder }: Corpus): Promise<Trouble[]> {
  const all: Trouble[] = []
  for (let total = 1; all.length < total; ) {
    const request = { corpus: folder.id, offset: all.length, limit: askedAtOnce }
    const reply = await winnow.service.listTroubles(request)
    all.push(...reply.troubles)
    total = reply.total
  }
  return all
}

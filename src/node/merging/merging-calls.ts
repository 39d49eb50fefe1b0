import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Service } from '../../core/contract.ts'
import type { mergingCalls as calls } from '../../core/contract-merging.ts'
import { editsBetween } from '../../core/edits-between.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { notSaved } from '../disk-error.ts'
import { lockOn, takeOverLock } from '../file-lock.ts'
import { labelsPath } from '../labels-path.ts'
import { lockOf } from '../locks/lock-file.ts'
import { lastSign } from '../locks/lock-sights.ts'
import type { OpenCorpora, OpenCorpus } from '../open-corpora.ts'
import { syncFolder } from '../sync-folder.ts'
import { timeMark } from '../time-mark.ts'
import { copyPath, labelCopies } from './label-copies.ts'
import { previewOf, requiredSides, settledBy, versionOfCopy } from './labels-sides.ts'

/** As which window labels are changed that a merge changes: none, so that all show them. */
const client = 'merge'

/** The calls about two versions of one document's labels, and about who writes them. */
export function mergingCalls(
  corpora: OpenCorpora,
  /** Told of labels that were replaced as a whole. */
  settled: (corpus: string, document: string) => void,
): Pick<Service, keyof typeof calls> {
  const pathOf = async (corpus: string, document: string): Promise<string> => {
    const { store } = await corpora.withDocument(corpus, document)
    return labelsPath(store.home, store.annotator, document)
  }
  return {
    previewMerge: async ({ corpus, document, copy }) => {
      const open = await corpora.withDocument(corpus, document)
      const session = open.store.session(document)
      const dump = await session.read()
      if (copy === null) {
        const { mine, theirs, base } = await requiredSides(await pathOf(corpus, document), dump)
        return previewOf(dump.text, { annotation: mine.annotation, saved: mine.file.saved }, theirs, base)
      }
      const theirs = await versionOfCopy(copyPath(open.store, await knownCopy(open, document, copy)), dump)
      return previewOf(dump.text, await session.present(), theirs, null)
    },
    settleMerge: async ({ corpus, document, copy, ...choice }) => {
      const open = await corpora.withDocument(corpus, document)
      const session = open.store.session(document)
      if (copy === null) {
        await session.settle(choice)
        settled(corpus, document)
        return {}
      }
      const path = copyPath(open.store, await knownCopy(open, document, copy))
      const theirs = await versionOfCopy(path, await session.read())
      await session.apply((_, annotation) => {
        const after = settledBy(choice, annotation, theirs.annotation, null)
        const { segmentation: rule } = theirs.file
        return editsBetween({ annotation, rule }, { annotation: after, rule })
      }, client)
      await setAside(path, `${path}.merged-${timeMark(new Date())}`)
      return {}
    },
    listLabelCopies: async ({ corpus }) => {
      const { store, documents } = await corpora.get(corpus)
      return { copies: await labelCopies(store, documents) }
    },
    setCopyAside: async ({ corpus, document, copy }) => {
      const open = await corpora.withDocument(corpus, document)
      const known = await knownCopy(open, document, copy)
      const aside = `${known}.aside-${timeMark(new Date())}`
      await setAside(copyPath(open.store, known), copyPath(open.store, aside))
      return { name: aside }
    },
    describeLock: async ({ corpus, document }) => {
      const path = await pathOf(corpus, document)
      const seen = await lockOn(path)
      if (!seen) return { lock: null }
      const sign = lastSign(lockOf(path), seen).toISOString()
      const owner = seen.owner && {
        host: seen.owner.host,
        pid: seen.owner.pid,
        annotator: seen.owner.annotator,
        since: seen.owner.since,
      }
      return { lock: { key: seen.key, path: lockOf(path), owner, lastSign: sign } }
    },
    takeOverLock: async ({ corpus, document, key }) => {
      await takeOverLock(await pathOf(corpus, document), key)
      return {}
    },
  }
}

/** The name of a copy, which must be one of the document: nobody names another file. @throws WinnowError */
async function knownCopy({ store, documents }: OpenCorpus, document: string, copy: string): Promise<string> {
  const copies = await labelCopies(store, documents)
  if (copies.some((known) => known.copy === copy && known.document === document)) return copy
  throw new WinnowError(
    'changed-meanwhile',
    say`There is no copy “${copy}” of the labels of “${document}” any more. Nothing was changed.`,
  )
}

async function setAside(path: string, aside: string): Promise<void> {
  try {
    await rename(path, aside)
    await syncFolder(dirname(path))
  } catch (error) {
    throw notSaved(path, error)
  }
}

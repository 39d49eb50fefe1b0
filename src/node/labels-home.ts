import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { LabelsHome } from '../core/contract.ts'
import { say } from '../core/sentences/say.ts'
import { copyFolder } from './copy-folder.ts'
import { diskCode, isMissing } from './disk-error.ts'
import { fileExists } from './file-exists.ts'
import { ProjectStore } from './project-store.ts'

/** The folder that holds the labels of the corpus at `corpus` beside its dumps. */
export const homeBeside = (corpus: string): string => join(corpus, 'winnow')

/** The folder within the user's own one for labels of the corpus at `corpus`, where that cannot be written to. */
export const homeElsewhere = (userFolder: string, corpus: string): string =>
  join(userFolder, 'labels', nameOfCorpus(corpus))

/** A folder's name for the corpus at `corpus`, which no other corpus has. */
export function nameOfCorpus(corpus: string): string {
  const mark = createHash('sha256').update(corpus).digest('hex').slice(0, 8)
  return `${basename(corpus) || 'corpus'}-${mark}`
}

/** That folder where there are labels in it, also if nobody remembers that they were put there; else null. */
export async function homeThere(userFolder: string, corpus: string): Promise<string | null> {
  const home = homeElsewhere(userFolder, corpus)
  try {
    return (await fileExists(join(home, 'labels'))) ? home : null
  } catch (error) {
    // The user's own folder cannot be looked into, which whoever reads the settings in it says.
    if (diskCode(error) === null) throw error
    return null
  }
}

/**
 * Says of the labels home `path` whether `annotator` can write there, and if not, that `elsewhere` is an offer. It may
 * be that nothing may be written there, whoever could, as a newer Winnow has written its project.
 */
export async function describeHome(
  path: string,
  corpus: string,
  annotator: string,
  elsewhere: string | null,
): Promise<LabelsHome> {
  const beside = path === homeBeside(corpus)
  const newer = await new ProjectStore(path).newer()
  if (newer !== null)
    return { path, beside, writable: false, elsewhere: null, newer: `${newer} ${readOnlyAdvice()}` }
  const writable = await canWrite(join(path, 'labels', annotator))
  return { path, beside, writable, elsewhere: writable || elsewhere === path ? null : elsewhere, newer: null }
}

/** What can be done with what a newer Winnow wrote. */
export const readOnlyAdvice = (): string => say`It can be looked at; update Winnow to change it.`

/** Whether `path`, or what is nearest above it of what exists, lets us write. */
async function canWrite(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK)
    return true
  } catch (error) {
    return isMissing(error) && dirname(path) !== path ? canWrite(dirname(path)) : false
  }
}

/** Copies the labels that are in `from` already, if any, to the new labels home `to`; leaves one that exists alone. */
export async function moveIn(from: string, to: string): Promise<void> {
  if (await fileExists(from)) await copyFolder(from, to, ['exports', '.cache', '.backups', '.trash'])
}

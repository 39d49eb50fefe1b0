import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WinnowError } from '../core/winnow-error.ts'
import { diskCode } from './disk-error.ts'
import { fileExists } from './file-exists.ts'
import { makeFolder } from './make-folder.ts'

/** The folder of a labels home for what can be made anew at any time. */
export const cacheFolderOf = (home: string): string => join(home, '.cache')

/**
 * Makes the cache folder, which git is told to leave out, and returns its path; null where the labels home is not there
 * yet, as looking at a corpus writes nothing to it, or cannot be written to.
 */
export async function makeCacheFolder(home: string): Promise<string | null> {
  if (!(await fileExists(home))) return null
  const folder = cacheFolderOf(home)
  try {
    await makeFolder(folder)
    await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' })
  } catch (error) {
    if (diskCode(error) === null && !(error instanceof WinnowError)) throw error
    if (diskCode(error) !== 'EEXIST') return null
  }
  return folder
}

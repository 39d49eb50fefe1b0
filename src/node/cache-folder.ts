import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { WinnowError } from '../core/winnow-error.ts'
import { makeFile } from './access.ts'
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
    const ignored = await makeFile(join(folder, '.gitignore'))
    try {
      await ignored.writeFile('*\n')
    } finally {
      await ignored.close()
    }
  } catch (error) {
    if (diskCode(error) === null && !(error instanceof WinnowError)) throw error
    if (diskCode(error) !== 'EEXIST') return null
  }
  return folder
}

/**
 * The cache folder of a corpus: that of its labels home, or one in the user's own folder, which may have to be made by
 * whoever has something to cache, where looking at the corpus may write nothing beside it.
 */
export async function cacheFolderFor(home: string, corpus: string, userFolder: string): Promise<string> {
  const name = createHash('sha256').update(corpus).digest('hex').slice(0, 32)
  const own = join(userFolder, 'cache', name)
  try {
    return (await makeCacheFolder(home)) ?? own
  } catch (error) {
    // A folder that cannot even be looked into; whoever lists it says so.
    if (diskCode(error) === null) throw error
    return own
  }
}

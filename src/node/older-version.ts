import { constants } from 'node:fs'
import { copyFile, link } from 'node:fs/promises'
import { dirname } from 'node:path'
import { diskCode, notSaved } from './disk-error.ts'
import { syncFolder } from './sync-folder.ts'
import { timeMark } from './time-mark.ts'

/**
 * Keeps the file at `path` as it is, of an older version, beside it: `labels.json.v1.bak`. No later backup takes that
 * name, and one that is there stays. @throws WinnowError, with nothing changed
 */
export async function keepOlderVersion(path: string, version: number): Promise<void> {
  try {
    const kept = `${path}.v${version}.bak`
    if (!(await keep(path, kept))) await keep(path, `${path}.v${version}-${timeMark(new Date())}.bak`)
    await syncFolder(dirname(path))
  } catch (error) {
    throw notSaved(path, error)
  }
}

/** Gives the file the second name `kept`; false where that is taken. */
async function keep(path: string, kept: string): Promise<boolean> {
  try {
    await link(path, kept).catch(async (error: unknown) => {
      if (diskCode(error) === 'EEXIST') throw error
      // Some disks know no second name for a file.
      await copyFile(path, kept, constants.COPYFILE_EXCL)
    })
    return true
  } catch (error) {
    if (diskCode(error) === 'EEXIST') return false
    throw error
  }
}

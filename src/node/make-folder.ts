import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeOneFolder, onlyMine } from './access.ts'
import { diskCode, isMissing } from './disk-error.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * Makes the folder `path` and those above it durably, for those who may write to the first one that is there, or for the
 * user `alone`; does nothing if it is there.
 */
export async function makeFolder(path: string, alone = false): Promise<void> {
  const missing: string[] = []
  for (let at = path; !(await isThere(at)); at = dirname(at)) missing.unshift(at)
  for (const folder of missing)
    try {
      await makeOneFolder(folder, alone ? onlyMine('folder') : undefined)
    } catch (error) {
      // Another process made it meanwhile; where it made a file, whoever writes into the folder is told.
      if (diskCode(error) !== 'EEXIST') throw error
    }
  for (const folder of missing.reverse()) await syncFolder(dirname(folder))
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isMissing(error) && dirname(path) !== path) return false
    throw error
  }
}

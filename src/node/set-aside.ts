import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { notSaved } from './disk-error.ts'
import { syncFolder } from './sync-folder.ts'
import { timeMark } from './time-mark.ts'

/** Gives the damaged file at `path` another name, so that it stays, and returns that. @throws WinnowError */
export async function setAside(path: string): Promise<string> {
  const aside = `${path}.damaged-${timeMark(new Date())}`
  try {
    await rename(path, aside)
    await syncFolder(dirname(path))
    return aside
  } catch (error) {
    throw notSaved(aside, error)
  }
}

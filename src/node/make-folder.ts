import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isMissing } from './disk-error.ts'
import { syncFolder } from './sync-folder.ts'

/** Makes the folder `path` and those above it durably, `onlyMine` for nobody else to read; does nothing if it is there. */
export async function makeFolder(path: string, onlyMine = false): Promise<void> {
  try {
    await stat(path)
    return
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const first = await mkdir(path, { recursive: true, mode: onlyMine ? 0o700 : 0o777 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

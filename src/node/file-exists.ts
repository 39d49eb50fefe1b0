import { stat } from 'node:fs/promises'
import { isAbsent } from './disk-error.ts'

/** Whether there is a file or folder at `path`. Rejects where that cannot be found out. */
export async function fileExists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

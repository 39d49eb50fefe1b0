import { stat } from 'node:fs/promises'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { diskReason, isAbsent } from './disk-error.ts'

/** Whether there is a file or folder at `path`. @throws WinnowError where that cannot be found out */
export async function fileExists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw new WinnowError(
      'labels-unreadable',
      say`Whether there is ${path} could not be found out: ${diskReason(error)}. Nothing was changed. Mend the cause and try again.`,
      { cause: error },
    )
  }
}

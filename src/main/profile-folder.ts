import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { diskReason } from '../node/disk-error.ts'
import { userFolder } from '../node/user-folder.ts'

/**
 * The folder of Electron's own files, made if it is not there: with the user's other state of Winnow, so that one
 * folder holds it all and one lock covers it.
 * @throws WinnowError if it cannot be made
 */
export function profileFolder(): string {
  const folder = join(userFolder(), 'electron')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  } catch (error) {
    throw new WinnowError(
      'not-saved',
      say`The folder ${folder} cannot be made: ${diskReason(error)}. Winnow keeps its own settings there. Make the folder above it writable, or name another one in the environment variable WINNOW_HOME.`,
      { cause: error },
    )
  }
}

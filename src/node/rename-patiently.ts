import { rename } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { diskCode } from './disk-error.ts'

/** What a rename fails with on Windows, and on disks shared with it, while some other program has a file open. */
const inUse = ['EPERM', 'EACCES', 'EBUSY']

/** How long to wait before each further try, in milliseconds: a virus scanner or an indexer is soon done with a file. */
const waits = [10, 20, 40, 80, 160, 320, 640, 640]

/**
 * Renames the file `from` to `to`, again and again for about two seconds while another program holds it.
 * @throws WinnowError saying so where it does not let go, or an error of the disk
 */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (const wait of [...waits, null])
    try {
      await rename(from, to)
      return
    } catch (error) {
      const code = diskCode(error) ?? ''
      if (!inUse.includes(code)) throw error
      if (wait === null)
        throw new WinnowError(
          'not-saved',
          say`${to} could not be replaced for two seconds: another program, as a virus scanner or one that copies files elsewhere, has it open, or permission was denied (${code}). What was saved before is untouched. Close what uses it, and save again.`,
          { cause: error },
        )
      await setTimeout(wait)
    }
}

import { dirname } from 'node:path'
import { lock } from 'proper-lockfile'
import { WinnowError } from '../core/winnow-error.ts'
import { diskCode, notSaved } from './disk-error.ts'
import { makeFolder } from './make-folder.ts'

/** After how long the lock of a process that died counts as left behind, in milliseconds. */
const stale = 4000

/** Waits altogether a good deal longer than a lock needs to become stale. */
const retries = { retries: 80, factor: 1.2, minTimeout: 10, maxTimeout: 100 }

/**
 * Does `work` while no other process that asks for the same `path` does. The folder of `path` is made if needed.
 * @throws WinnowError if the lock cannot be had
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  let lost = false
  let release: () => Promise<void>
  try {
    await makeFolder(dirname(path))
    release = await lock(path, {
      realpath: false,
      stale,
      update: 1000,
      retries,
      onCompromised: () => {
        lost = true
      },
    })
  } catch (error) {
    if (diskCode(error) !== 'ELOCKED') throw notSaved(path, error)
    throw new WinnowError(
      'not-saved',
      `Another Winnow has been writing ${path} for several seconds. Nothing was overwritten. Try again; if no other Winnow runs, remove ${path}.lock.`,
      { cause: error },
    )
  }
  try {
    return await work()
  } finally {
    // A lost lock is no longer ours to remove: the computer slept, and another process took over.
    if (!lost) await release()
  }
}

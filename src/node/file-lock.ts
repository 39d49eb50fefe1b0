import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { lock } from 'proper-lockfile'
import { WinnowError } from '../core/winnow-error.ts'
import { diskCode, notSaved } from './disk-error.ts'
import { makeFolder } from './make-folder.ts'

/** After how long the lock of a process that died counts as left behind, in milliseconds. */
const stale = 4000

/** How long to wait for a lock, in milliseconds: a good deal longer than one needs to become stale. */
const patience = 8000

/**
 * Does `work` while no other process that asks for the same `path` does. The folder of `path` is made if needed.
 * @throws WinnowError if the lock cannot be had
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  let lost = false
  let release: () => Promise<void>
  try {
    await makeFolder(dirname(path))
    release = await acquire(path, () => {
      lost = true
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

/** Waits here, as the lock's own retries would also wait on errors that do not pass, such as a read-only folder. */
async function acquire(path: string, onCompromised: () => void): Promise<() => Promise<void>> {
  const deadline = performance.now() + patience
  for (let wait = 5; ; wait = Math.min(wait * 1.5, 100))
    try {
      return await lock(path, { realpath: false, stale, update: 1000, retries: 0, onCompromised })
    } catch (error) {
      if (diskCode(error) !== 'ELOCKED' || performance.now() > deadline) throw error
      await setTimeout(wait * (0.5 + Math.random()))
    }
}

import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { notSaved } from './disk-error.ts'
import {
  isLockFile,
  lockOf,
  type MadeLock,
  makeLock,
  removeLeftLock,
  type SeenLock,
  seeLock,
} from './locks/lock-file.ts'
import { isGone, noteHeld } from './locks/lock-owner.ts'
import { forgetSight, quietTime, sight } from './locks/lock-sights.ts'
import { leftBehind, stillWriting, takenOver } from './locks/lock-words.ts'
import { makeFolder } from './make-folder.ts'

/** How long to wait for a lock whose owner is at work, in milliseconds. */
const patience = 8000

/** How often the owner of a lock gives a sign of life, in milliseconds. */
const beatEvery = 1000

/** A lock that is held. */
export interface FileLock {
  /** Resolves if nobody has taken the lock over meanwhile, as when this computer slept. @throws WinnowError */
  assertHeld(): Promise<void>
}

/**
 * Does `work` while no other process that asks for the same `path` does. The folder of `path` is made if needed.
 * What a process that is no longer there has left behind is removed at once; where that cannot be known, as of another
 * computer, nothing is, see {@link takeOverLock}.
 * @param annotator for whom, so that others can be told
 * @throws WinnowError if the lock cannot be had: `lock-left` if its owner gives no sign of life
 */
export async function withFileLock<T>(
  path: string,
  work: (lock: FileLock) => Promise<T>,
  annotator: string | null = null,
): Promise<T> {
  const lockPath = lockOf(path)
  let made: MadeLock
  try {
    await makeFolder(dirname(path))
    made = await acquire(path, lockPath, annotator)
  } catch (error) {
    throw notSaved(path, error)
  }
  const { owner, file } = made
  noteHeld(owner.token, true)
  mine.add(lockPath)
  const beat = setInterval(() => {
    const now = new Date()
    // A sign that does not get through is one less; the next may.
    file.utimes(now, now).catch(() => {})
  }, beatEvery)
  beat.unref()
  try {
    return await work({
      assertHeld: async () => {
        const isHeld = await isLockFile(lockPath, file).catch((error: unknown) => {
          throw notSaved(path, error)
        })
        if (!isHeld) throw takenOver(path)
      },
    })
  } finally {
    clearInterval(beat)
    // One that cannot be removed is known to be left behind from now on.
    noteHeld(owner.token, false)
    mine.delete(lockPath)
    const isOurs = await isLockFile(lockPath, file).catch(() => false)
    await file.close().catch(() => {})
    if (isOurs) await rm(lockPath, { force: true }).catch(() => {})
  }
}

async function acquire(path: string, lockPath: string, annotator: string | null): Promise<MadeLock> {
  const deadline = performance.now() + patience
  for (let wait = 5; ; wait = Math.min(wait * 1.5, 40)) {
    const seen = await seeLock(lockPath)
    if (!seen) {
      const made = await makeLock(lockPath, annotator)
      if (made) forgetSight(lockPath)
      if (made) return made
      continue
    }
    if (await mayRemove(lockPath, seen)) {
      if (await removeLeftLock(lockPath, seen)) continue
    } else if (sight(lockPath, seen) >= quietTime) throw leftBehind(path, seen)
    else if (performance.now() > deadline) throw stillWriting(path, seen)
    await setTimeout(wait * (0.5 + Math.random()))
  }
}

/** Whether it is certain that nobody holds the lock any more. */
async function mayRemove(lockPath: string, seen: SeenLock): Promise<boolean> {
  if (seen.isFolder) return sight(lockPath, seen) >= quietTime
  return seen.owner !== null && (await isGone(seen.owner))
}

/**
 * Removes the lock of `path` that was left behind, as the user has said that its owner no longer runs.
 * @param key which lock the user was asked about; nothing happens if that one is no longer there
 * @throws WinnowError if its owner gives signs of life
 */
export async function takeOverLock(path: string, key: string): Promise<void> {
  const lockPath = lockOf(path)
  try {
    for (let seen = await seeLock(lockPath); seen?.key === key; seen = await seeLock(lockPath)) {
      const before = seen.beat
      if (sight(lockPath, seen) >= quietTime) {
        await removeLeftLock(lockPath, seen)
        forgetSight(lockPath)
        return
      }
      await setTimeout(100)
      const now = await seeLock(lockPath)
      if (now?.key === key && now.beat !== before) throw stillWriting(path, now)
    }
  } catch (error) {
    throw notSaved(path, error)
  }
}

/** The lock of `path` as it stands there now, null if there is none. @throws WinnowError */
export async function lockOn(path: string): Promise<SeenLock | null> {
  try {
    return await seeLock(lockOf(path))
  } catch (error) {
    throw notSaved(path, error)
  }
}

/** Those that this process holds. It removes them when it ends, as another computer could not tell that it did. */
const mine = new Set<string>()
process.on('exit', () => {
  for (const lockPath of mine) rmSync(lockPath, { force: true })
})

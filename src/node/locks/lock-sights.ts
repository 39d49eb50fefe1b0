import type { SeenLock } from './lock-file.ts'

/** For how long a lock has to be seen without a sign of life until it counts as left behind, in milliseconds. */
export const quietTime = 5000

/** How much time counts at most between two looks, in ms: this program may have been asleep, and not the other. */
const longestStep = 1000

interface Sight {
  readonly key: string
  readonly beat: string
  /** For how long there was no sign of life, in ms, as far as was looked. */
  readonly quiet: number
  readonly looked: number
  /** When a sign of life was seen, by this program's clock; null if none was. */
  readonly moved: Date | null
}

const sights = new Map<string, Sight>()

/**
 * Notes how a lock looks now and tells for how long, in ms, it has been seen without a sign of life. Its times are
 * another clock's; what counts is whether they change while this program looks.
 */
export function sight(lockPath: string, seen: SeenLock): number {
  const before = sights.get(lockPath)
  const now = performance.now()
  const same = before?.key === seen.key ? before : null
  const isQuiet = same?.beat === seen.beat
  const quiet = same && isQuiet ? same.quiet + Math.min(now - same.looked, longestStep) : 0
  const moved = same ? (isQuiet ? same.moved : new Date()) : null
  sights.set(lockPath, { key: seen.key, beat: seen.beat, quiet, looked: now, moved })
  return quiet
}

/** When the lock gave its last sign of life: as this program saw it, else as the disk says. */
export const lastSign = (lockPath: string, seen: SeenLock): Date => {
  const known = sights.get(lockPath)
  return (known?.key === seen.key ? known.moved : null) ?? seen.touched
}

/** The lock is no longer looked at. */
export const forgetSight = (lockPath: string): void => void sights.delete(lockPath)

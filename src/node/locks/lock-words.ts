import { say, spokenLanguage } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { lockOf, type SeenLock } from './lock-file.ts'
import { lastSign } from './lock-sights.ts'

/** A day, in milliseconds. */
const day = 86_400_000

/** The time of day, with the date where it is not about now. */
function clock(time: Date): string {
  const isNear = Math.abs(Date.now() - time.getTime()) < day / 2
  const language = spokenLanguage()
  return time.toLocaleString(language === 'en' ? 'en-GB' : language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...(isNear ? {} : { year: 'numeric', month: 'short', day: 'numeric' }),
  })
}

/** Who holds a lock, as part of a sentence: `Winnow on desk-3 (process 123) for ann since 12:03:10`. */
export function whoHolds({ owner }: SeenLock): string {
  if (!owner) return say`a Winnow that does not say which`
  const { host, pid, annotator } = owner
  const since = clock(new Date(owner.since))
  return annotator === null
    ? say`Winnow on ${host} (process ${pid}) since ${since}`
    : say`Winnow on ${host} (process ${pid}) for ${annotator} since ${since}`
}

/** When a lock gave its last sign of life, as part of a sentence. */
export const lastSignOf = (path: string, seen: SeenLock): string => clock(lastSign(lockOf(path), seen))

/** The owner of a lock is at work. */
export const stillWriting = (path: string, seen: SeenLock): WinnowError =>
  new WinnowError(
    'not-saved',
    say`${path} is being written by ${whoHolds(seen)}, last sign of life ${lastSignOf(path, seen)}. Nothing was overwritten. Try again once it is done.`,
  )

/** The owner of a lock gives no sign of life, and whether it still runs cannot be known from here. */
export const leftBehind = (path: string, seen: SeenLock): WinnowError =>
  new WinnowError(
    'lock-left',
    say`${path} is being written by ${whoHolds(seen)}, last sign of life ${lastSignOf(path, seen)}. Nothing was overwritten. If that Winnow no longer runs, take over from it, or remove ${lockOf(path)}.`,
  )

/** A lock was lost while it was held. */
export const takenOver = (path: string): WinnowError =>
  new WinnowError(
    'not-saved',
    say`Another Winnow has taken over writing ${path}, as this one gave no sign of life for a while. Nothing was overwritten. Try again.`,
  )

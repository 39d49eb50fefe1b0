import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'

/** Why a file operation failed, by the system's code. */
const reasons: Readonly<Record<string, () => string>> = {
  EACCES: () => say`permission was denied`,
  EPERM: () => say`permission was denied`,
  EROFS: () => say`the disk is read-only`,
  ENOSPC: () => say`the disk is full`,
  EDQUOT: () => say`your disk quota is used up`,
  EIO: () => say`the disk reported an error`,
  ENOENT: () => say`it is not there`,
  ENOTDIR: () => say`a part of the path is not a folder`,
  EISDIR: () => say`it is a folder`,
  ENAMETOOLONG: () => say`its name is too long for this disk`,
  EMFILE: () => say`too many files are open`,
  ENFILE: () => say`too many files are open`,
  EBUSY: () => say`another program has it open`,
  ELOOP: () => say`its symbolic links go round in a circle`,
}

/** The system's code of a failed file operation (`ENOSPC`, `EACCES` …), or null if `error` is none. */
export function diskCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Why a file operation failed, as part of a sentence: `the disk is full`. */
export function diskReason(error: unknown): string {
  const code = diskCode(error)
  const reason = code === null ? undefined : reasons[code]
  if (reason) return `${reason()} (${code})`
  return error instanceof Error ? error.message : String(error)
}

/** True if `error` says that a file or folder does not exist. */
export const isMissing = (error: unknown): boolean => diskCode(error) === 'ENOENT'

/** True if `error` says that there is nothing at a path, also because a part of it is a file. */
export const isAbsent = (error: unknown): boolean => isMissing(error) || diskCode(error) === 'ENOTDIR'

/** The error that tells that `path` could not be written and that what was there before still is. */
export function notSaved(path: string, error: unknown): WinnowError {
  if (error instanceof WinnowError) return error
  const code = diskCode(error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new WinnowError(
      'read-only',
      say`${path} could not be written: ${diskReason(error)}. What was saved before is untouched. Make the folder writable, or keep the labels in another place.`,
      { cause: error },
    )
  return new WinnowError(
    'not-saved',
    say`${path} could not be written: ${diskReason(error)}. What was saved before is untouched. Mend the cause and save again.`,
    { cause: error },
  )
}

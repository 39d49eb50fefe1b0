import { randomBytes } from 'node:crypto'
import { type FileHandle, link, open, rm, stat } from 'node:fs/promises'
import { makeFile } from '../access.ts'
import { diskCode, isAbsent } from '../disk-error.ts'
import { type LockOwner, lockOwnerSchema, newOwner } from './lock-owner.ts'

/** The path of the lock of the file at `path`. */
export const lockOf = (path: string): string => `${path}.lock`

/** A lock as it was seen on the disk. */
export interface SeenLock {
  /** Null where it does not say: it was being written, may not be read, or is a folder. */
  readonly owner: LockOwner | null
  /** Tells this lock from others that are at the same path at other times. */
  readonly key: string
  /** Differs whenever its owner has given a sign of life; to be compared, as clocks are not to be trusted. */
  readonly beat: string
  /** When that was, by whatever clock the disk goes by. */
  readonly touched: Date
  /** Earlier Winnows made folders, without an owner, that may be removed once they are left alone. */
  readonly isFolder: boolean
}

/** The lock at `lockPath`, null if there is none. Rejects where that cannot be found out. */
export async function seeLock(lockPath: string): Promise<SeenLock | null> {
  let content = ''
  try {
    // Opened, as a shared disk then asks its server anew.
    const file = await open(lockPath, 'r')
    try {
      content = await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isAbsent(error)) return null
    if (!['EISDIR', 'EACCES', 'EPERM'].includes(diskCode(error) ?? '')) throw error
  }
  try {
    const status = await stat(lockPath, { bigint: true })
    const owner = ownerIn(content)
    return {
      owner,
      key: owner?.token ?? `${status.ino}-${status.birthtimeNs}`,
      beat: String(status.mtimeNs),
      touched: status.mtime,
      isFolder: status.isDirectory(),
    }
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

function ownerIn(content: string): LockOwner | null {
  try {
    return lockOwnerSchema.parse(JSON.parse(content))
  } catch {
    // Who writes half a lock file cannot say who it is.
    return null
  }
}

/** A lock that this program has made; `file` is its file, opened. */
export interface MadeLock {
  readonly owner: LockOwner
  readonly file: FileHandle
}

/** Makes the lock, with its owner in it from the first moment; null if there is one. Rejects where that is impossible. */
export async function makeLock(lockPath: string, annotator: string | null): Promise<MadeLock | null> {
  const owner = await newOwner(annotator)
  const content = `${JSON.stringify(owner, null, 1)}\n`
  const temporary = `${lockPath}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  const file = await makeFile(temporary)
  let isMade = false
  try {
    await file.writeFile(content)
    await link(temporary, lockPath)
    isMade = true
  } catch (error) {
    const code = diskCode(error) ?? ''
    // Where a server's answer was lost, the link was made and then found to be there.
    if (code === 'EEXIST') isMade = (await file.stat().catch(() => ({ nlink: 1 }))).nlink > 1
    else if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error
    else return await makeWithoutLink(lockPath, owner, content)
  } finally {
    if (!isMade) await file.close().catch(() => {})
    // Its name does no harm to the lock, and is removed with others that were left behind.
    await rm(temporary, { force: true }).catch(() => {})
  }
  return isMade ? { owner, file } : null
}

/** Some disks know no second name for a file. */
async function makeWithoutLink(
  lockPath: string,
  owner: LockOwner,
  content: string,
): Promise<MadeLock | null> {
  let file: FileHandle
  try {
    file = await makeFile(lockPath)
  } catch (error) {
    if (diskCode(error) === 'EEXIST') return null
    throw error
  }
  try {
    await file.writeFile(content)
    return { owner, file }
  } catch (error) {
    await file.close()
    await rm(lockPath, { force: true })
    throw error
  }
}

/** Whether `file` is still the lock at `lockPath`, and no other has come in its place. Rejects where that is not known. */
export async function isLockFile(lockPath: string, file: FileHandle): Promise<boolean> {
  try {
    const [own, there] = await Promise.all([file.stat({ bigint: true }), stat(lockPath, { bigint: true })])
    return own.ino === there.ino && own.dev === there.dev
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

/** For how long who removes a lock can be taken to be at it, in milliseconds. */
const removing = 10_000

/**
 * Removes the lock `seen`, unless another one has come in its place. Two that both saw a lock left behind cannot remove
 * each other's new one: only who makes a file named after the old lock may remove it. False if that is someone else.
 */
export async function removeLeftLock(lockPath: string, seen: SeenLock): Promise<boolean> {
  const claim = `${lockPath}.${seen.key.replace(/[^0-9a-f-]/g, '').slice(-24)}.taken`
  try {
    await (await makeFile(claim)).close()
  } catch (error) {
    if (diskCode(error) !== 'EEXIST') throw error
    const { mtimeMs } = await stat(claim).catch(() => ({ mtimeMs: Date.now() }))
    // Who made it died while at it.
    if (Date.now() - mtimeMs > removing) await rm(claim, { force: true })
    return false
  }
  try {
    if ((await seeLock(lockPath))?.key === seen.key) await rm(lockPath, { recursive: true, force: true })
    return true
  } finally {
    await rm(claim, { force: true })
  }
}

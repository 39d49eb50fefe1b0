import { type FileHandle, lstat, mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { diskCode, isMissing } from './disk-error.ts'

/** For whom a file or folder is. */
export interface Access {
  /** The permission bits. */
  readonly mode: number
  /** The id of the group that they are for; null where no group has any, and it does not matter. */
  readonly group: number | null
}

export type Kind = 'file' | 'folder'

const sticky = 0o1000
const setGroupId = 0o2000
const groupBits = 0o070

const full: Readonly<Record<Kind, number>> = { file: 0o666, folder: 0o777 }

/** For the user alone. */
export const onlyMine = (kind: Kind): Access => ({ mode: full[kind] & 0o700, group: null })

/**
 * For whom something new in `folder` is: for those who may write to the folder itself, and for nobody else, whatever the
 * umask. A folder of which only its owner may change the files, as `/tmp`, is shared with nobody.
 * @throws an error of the disk
 */
export async function accessIn(folder: string, kind: Kind): Promise<Access> {
  const { mode, gid } = await stat(folder)
  if (mode & sticky) return onlyMine(kind)
  let mask = 0o700
  if (mode & 0o020) mask |= 0o070
  if (mode & 0o002) mask |= 0o007
  return { mode: full[kind] & mask, group: mask & groupBits ? gid : null }
}

/** For whom the file at `path` is, or what would be new there if there is none. @throws an error of the disk */
export async function accessAt(path: string): Promise<Access> {
  try {
    const found = await lstat(path)
    // What is written takes the place of a link, and has nothing to do with where it led.
    if (found.isFile()) return { mode: found.mode & 0o777, group: found.gid }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  return accessIn(dirname(path), 'file')
}

/** Makes the file `path`, to be written to. @throws an error of the disk, `EEXIST` where there is one */
export async function makeFile(path: string, access?: Access): Promise<FileHandle> {
  const wanted = access ?? (await accessIn(dirname(path), 'file'))
  const file = await open(path, 'wx', wanted.mode & 0o700)
  try {
    await give(file, wanted)
  } catch (error) {
    await file.close()
    throw error
  }
  return file
}

/** Gives the file `from`, which is about to take the place of what is at `to`, the access of that. */
export async function takeAccess(from: string, to: string): Promise<void> {
  const file = await open(from, 'r')
  try {
    await give(file, await accessAt(to))
  } finally {
    await file.close()
  }
}

/** Makes the folder `path` in one that is there. @throws an error of the disk, `EEXIST` where there is one */
export async function makeOneFolder(path: string, access?: Access): Promise<void> {
  const wanted = access ?? (await accessIn(dirname(path), 'folder'))
  await mkdir(path, wanted.mode)
  if (!keepsModes) return
  const folder = await open(path, 'r')
  try {
    await give(folder, wanted)
  } finally {
    await folder.close()
  }
}

/** Windows has permissions of another kind, which what is new takes over from its folder. */
const keepsModes = process.platform !== 'win32'

/** Gives `made`, which is the user's, the permissions that it should have. */
async function give(made: FileHandle, { mode, group }: Access): Promise<void> {
  if (!keepsModes) return
  const now = await made.stat()
  const isTheirs = group === null || now.gid === group || (await tried(() => made.chown(now.uid, group)))
  const wanted = isTheirs ? mode : forNoGroup(mode)
  // A folder whose files are to be of its own group hands that on.
  if ((now.mode & 0o777) !== wanted) await tried(() => made.chmod((now.mode & setGroupId) | wanted))
}

/** The user is not in that group: the one that the file has instead is as any other. */
const forNoGroup = (mode: number): number => (mode & ~groupBits) | ((mode & 0o007) << 3)

/** Whether it worked. Disks that keep no permissions refuse it in many ways, and labels are saved there all the same. */
async function tried(change: () => Promise<void>): Promise<boolean> {
  try {
    await change()
    return true
  } catch (error) {
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'].includes(diskCode(error) ?? '')) return false
    throw error
  }
}

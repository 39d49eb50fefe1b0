import { link, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type SnapshotFile, snapshotFileVersion } from '../../core/backups/snapshot-file.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskCode, diskReason, isAbsent } from '../disk-error.ts'
import { eachAtOnce } from '../each-at-once.ts'
import { fileExists } from '../file-exists.ts'
import { jsonFilesBelow } from '../labels-files.ts'
import { makeFolder } from '../make-folder.ts'
import { replaceFile } from '../replace-file.ts'
import { syncFolder } from '../sync-folder.ts'
import { backupsFolderOf } from './backups-folder.ts'
import { copyInto } from './copy-into.ts'
import { snapshotFolder, unfinishedFolder } from './snapshots-in.ts'

/** Few, as saving labels has to wait for the same threads. */
const filesAtOnce = 8

export interface SnapshotToMake {
  readonly home: string
  readonly day: string
  readonly made: Date
  /** The snapshot before, whose files are taken where they did not change; null if there is none. */
  readonly former: string | null
  readonly signal: AbortSignal
}

/** A snapshot that was made, and the sentences about files that could not be copied. */
export interface MadeSnapshot {
  readonly snapshot: SnapshotFile
  readonly leftOut: readonly string[]
}

/**
 * Makes the snapshot of a day: a copy of each file, or another name of the copy in the snapshot before. It grows under a
 * name of its own and gets that of the day when it is whole; one that was left half done is gone on with, since what
 * is in it was copied before it was written to.
 * @throws WinnowError `cancelled`, or an error of the disk that keeps all of it from being made
 */
export async function makeSnapshot(job: SnapshotToMake): Promise<MadeSnapshot> {
  const { home, day, former, signal } = job
  const folder = unfinishedFolder(home, day)
  const sum = { files: 0, bytes: 0, added: 0 }
  const leftOut: string[] = []
  const folders = new Map<string, Promise<void>>()
  const ensure = (path: string): Promise<void> => {
    const known = folders.get(path) ?? makeFolder(path)
    folders.set(path, known)
    return known
  }
  await eachAtOnce(await filesToKeep(home), filesAtOnce, async (file) => {
    if (signal.aborted) throw new WinnowError('cancelled', say`The snapshot was cancelled.`)
    const [from, to] = [join(home, file), join(folder, file)]
    await ensure(dirname(to))
    try {
      const { bytes, shared } = await keep(from, to, former === null ? null : join(former, file))
      sum.files++
      sum.bytes += bytes
      if (!shared) sum.added += bytes
    } catch (error) {
      // A file that went away since it was listed is simply not there.
      if (isAbsent(error)) return
      if (!concernsOneFile(error)) throw error
      leftOut.push(say`${from} could not be copied: ${diskReason(error)}.`)
    }
  })
  const snapshot: SnapshotFile = {
    format: 'winnow-snapshot',
    version: snapshotFileVersion,
    day,
    made: job.made.toISOString(),
    ...sum,
  }
  await replaceFile(join(folder, 'snapshot.json'), `${JSON.stringify(snapshot, null, 1)}\n`, {
    keepPrevious: false,
  })
  await rename(folder, snapshotFolder(home, day))
  await syncFolder(backupsFolderOf(home))
  return { snapshot, leftOut }
}

/** Removes what a process that was killed had in the midst of being copied. Rejects with an error of the disk. */
export async function removeHalfCopies(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw error
  })
  for (const name of names) if (name.endsWith('.tmp')) await rm(join(folder, name), { force: true })
}

/** The permissions or the content of one file, as against a disk that is full or gone. */
const concernsOneFile = (error: unknown): boolean =>
  ['EACCES', 'EPERM', 'EIO', 'EISDIR', 'ELOOP'].includes(diskCode(error) ?? '')

/** Puts the file at `from` into the snapshot, if it is not there yet. Rejects with an error of the disk. */
async function keep(
  from: string,
  to: string,
  former: string | null,
): Promise<{ bytes: number; shared: boolean }> {
  const present = await stat(from)
  if (former !== null && (await isSame(former, present))) {
    try {
      await link(former, to)
      return { bytes: present.size, shared: true }
    } catch {
      // It is there already, or this disk knows no second name for a file: both are seen to below.
    }
  }
  if (!(await fileExists(to))) await copyInto(from, to)
  const kept = await stat(to)
  return { bytes: kept.size, shared: kept.nlink > 1 }
}

/** Whether the copy has the size and the time of the file, which a copy keeps to the microsecond. */
async function isSame(former: string, present: { size: number; mtimeMs: number }): Promise<boolean> {
  try {
    const { size, mtimeMs } = await stat(former)
    return size === present.size && Math.abs(mtimeMs - present.mtimeMs) < 0.01
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

/** All that people made, below the labels home: labels, work lists, splits, and what lies beside them. @throws WinnowError */
async function filesToKeep(home: string): Promise<string[]> {
  const beside = (await readdir(home, { withFileTypes: true })).filter(
    (entry) => entry.isFile() && /^[^.].*\.(json|md)$/.test(entry.name),
  )
  const files = beside.map(({ name }) => name)
  for (const folder of ['work-lists', 'splits', 'labels'])
    files.push(...(await jsonFilesBelow(join(home, folder))).map((file) => `${folder}/${file}`))
  return files
}

/** Removes the snapshot at `path` so that a half removed one is never taken for whole. Rejects with an error of the disk. */
export async function removeSnapshot(path: string): Promise<void> {
  const going = path.endsWith('.removing') ? path : `${path}.removing`
  if (going !== path) await rename(path, going)
  await rm(going, { recursive: true, force: true })
}

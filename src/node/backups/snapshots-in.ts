import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type SnapshotFile, snapshotDaySchema, snapshotFileSchema } from '../../core/backups/snapshot-file.ts'
import { isAbsent } from '../disk-error.ts'
import { backupsFolderOf } from './backups-folder.ts'

/** Where the snapshot of a day is once it is whole. */
export const snapshotFolder = (home: string, day: string): string => join(backupsFolderOf(home), day)

/** Where the snapshot of a day grows. */
export const unfinishedFolder = (home: string, day: string): string => `${snapshotFolder(home, day)}.making`

/** The whole snapshots of a labels home, the oldest first. Rejects with an error of the disk. */
export async function snapshotsIn(home: string): Promise<SnapshotFile[]> {
  const snapshots: SnapshotFile[] = []
  for (const day of (await namesIn(home)).sort()) {
    if (!snapshotDaySchema.safeParse(day).success) continue
    const file = await manifestOf(snapshotFolder(home, day))
    if (file?.day === day) snapshots.push(file)
  }
  return snapshots
}

/** What was left of snapshots of other days than `day`: half made or half removed ones, and locks; absolute paths. */
export async function leftoversIn(home: string, day: string): Promise<string[]> {
  return (await namesIn(home))
    .filter((name) => /^\d{4}-\d\d-\d\d\.(making|removing|making\.removing|lock)$/.test(name))
    .filter((name) => name !== `${day}.making` && name !== `${day}.lock`)
    .map((name) => join(backupsFolderOf(home), name))
}

async function namesIn(home: string): Promise<string[]> {
  try {
    return await readdir(backupsFolderOf(home))
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

/** What a snapshot says of itself; null where it says nothing that can be read, as it is then none. */
async function manifestOf(folder: string): Promise<SnapshotFile | null> {
  try {
    const parsed = snapshotFileSchema.safeParse(
      JSON.parse(await readFile(join(folder, 'snapshot.json'), 'utf8')),
    )
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (isAbsent(error) || error instanceof SyntaxError) return null
    throw error
  }
}

import { basename, dirname, join, relative } from 'node:path'
import { fileExists } from '../file-exists.ts'
import { backupsFolderOf } from './backups-folder.ts'
import { snapshotFolder, snapshotsIn } from './snapshots-in.ts'

/** Where the snapshots have the labels file at `path`, if they do, the latest first. Rejects with an error of the disk. */
export async function snapshotCopies(path: string): Promise<string[]> {
  const home = await homeOf(path)
  if (home === null) return []
  const days = (await snapshotsIn(home)).reverse()
  return days.map(({ day }) => join(snapshotFolder(home, day), relative(home, path)))
}

/** The labels home with snapshots that a labels file is in; a folder `labels` of the corpus itself is none. */
async function homeOf(path: string): Promise<string | null> {
  for (let at = dirname(path); dirname(at) !== at; at = dirname(at))
    if (basename(at) === 'labels' && (await fileExists(backupsFolderOf(dirname(at))))) return dirname(at)
  return null
}

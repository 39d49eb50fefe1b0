import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { LabelsFile } from '../../core/labels-file.ts'
import { notSaved } from '../disk-error.ts'
import { DamagedFile, DurableFile } from '../durable-file.ts'
import { fileExists } from '../file-exists.ts'
import { withFileLock } from '../file-lock.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { labelsPath } from '../labels-path.ts'
import { backupOf } from '../replace-file.ts'
import { syncFolder } from '../sync-folder.ts'
import type { NewPlace } from './new-places.ts'

/**
 * Gives labels, and their backup, the place of the document that they are of now. The old files go once the new ones
 * are on the disk. False, with everything as it was, where the labels changed meanwhile or there are some already.
 * @throws WinnowError where that cannot be written; the old files are there then
 */
export function followLabels(home: string, place: NewPlace): Promise<boolean> {
  const { labels, to } = place
  const { annotator, path, dump } = labels
  const target = labelsPath(home, annotator, to)
  return withFileLock(path, () =>
    withFileLock(target, async () => {
      const before = await soundFile(path)
      if (before?.dump.sha256 !== dump.sha256) return false
      if (await isTaken(home, place)) return false
      const backup = (await fileExists(backupOf(target))) ? null : await soundFile(backupOf(path))
      if (backup) await write(backupOf(target), { ...backup, document: to })
      await write(target, { ...before, document: to })
      await remove(path)
      if (backup) await remove(backupOf(path))
      return true
    }),
  )
}

/**
 * Whether the annotator has labels of the document already. Those that are the same do not count, as a crash between
 * writing and removing leaves both. @throws WinnowError if they cannot be read
 */
export async function isTaken(home: string, { labels, to }: NewPlace): Promise<boolean> {
  const target = labelsPath(home, labels.annotator, to)
  if (!(await fileExists(target))) return false
  const file = await soundFile(labels.path)
  return !isDeepStrictEqual(await soundFile(target), { ...file, document: to })
}

/** Null where there is none, or it is damaged. @throws WinnowError if it cannot be read */
async function soundFile(path: string): Promise<LabelsFile | null> {
  try {
    return await new DurableFile(path, labelsFileKind).read()
  } catch (error) {
    if (error instanceof DamagedFile) return null
    throw error
  }
}

const write = (path: string, file: LabelsFile): Promise<void> =>
  new DurableFile(path, labelsFileKind).writeKeepingBackup(file)

async function remove(path: string): Promise<void> {
  try {
    await rm(path)
    await syncFolder(dirname(path))
  } catch (error) {
    throw notSaved(path, error)
  }
}

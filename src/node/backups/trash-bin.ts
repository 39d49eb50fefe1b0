import { randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type Trashed,
  type TrashFile,
  trashFileSchema,
  trashFileVersion,
  trashIdSchema,
} from '../../core/backups/trash-file.ts'
import type { TrashEntry } from '../../core/contract-backups.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskReason, isAbsent, notSaved } from '../disk-error.ts'
import { DurableFile } from '../durable-file.ts'
import type { FileKind } from '../file-kind.ts'
import { jsonFilesBelow } from '../labels-files.ts'
import { makeFolder } from '../make-folder.ts'
import { backupOf, replaceFile } from '../replace-file.ts'
import { syncFolder } from '../sync-folder.ts'
import { timeMark } from '../time-mark.ts'
import { makeUnversioned, trashFolderOf } from './backups-folder.ts'
import { countRemoved } from './removed-labels.ts'

/** The folder of an entry of the trash. */
export const entryFolder = (home: string, entry: string): string => join(trashFolderOf(home), entry)

export const trashKind: FileKind<TrashFile> = {
  get noun() {
    return say`note on what was deleted,`
  },
  format: 'winnow-trash',
  schema: trashFileSchema,
  version: trashFileVersion,
  codes: { damaged: 'labels-unreadable', newer: 'labels-newer', unreadable: 'labels-unreadable' },
}

/** Begins an entry of the trash, durably, into which what is deleted can then go. @throws WinnowError */
export async function newEntry(home: string, what: Trashed, made: Date): Promise<string> {
  const entry = `${timeMark(made)}-${randomUUID().slice(0, 8)}`
  const file: TrashFile = {
    format: 'winnow-trash',
    version: trashFileVersion,
    made: made.toISOString(),
    what,
  }
  const folder = entryFolder(home, entry)
  try {
    await makeUnversioned(trashFolderOf(home))
    await makeFolder(folder)
  } catch (error) {
    throw notSaved(folder, error)
  }
  await replaceFile(join(folder, 'trash.json'), `${JSON.stringify(file, null, 1)}\n`, { keepPrevious: false })
  return entry
}

/** Moves a labels file and its backup from `from` to `to`, durably. Rejects with an error of the disk. */
export async function moveLabels(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to))
  // The backup first: a labels file without one is whole, a backup without its file looks like lost labels.
  await rename(backupOf(from), backupOf(to)).catch((error: unknown) => {
    if (!isAbsent(error)) throw error
  })
  await rename(from, to)
  await syncFolder(dirname(to))
  await syncFolder(dirname(from))
}

/** What the entry is. @throws WinnowError if there is none, or it cannot be read */
export async function readEntry(home: string, entry: string): Promise<TrashFile> {
  const file = await new DurableFile(join(entryFolder(home, entry), 'trash.json'), trashKind).read()
  if (file) return file
  throw new WinnowError('bad-request', say`This is not in the trash any more. Nothing was changed.`)
}

/** What is in the trash, the latest first, and the sentences about what cannot be read of it. @throws WinnowError */
export async function trashIn(home: string): Promise<{ entries: TrashEntry[]; troubles: string[] }> {
  const entries: TrashEntry[] = []
  const troubles: string[] = []
  for (const entry of await entriesIn(home))
    try {
      const { made, what } = await readEntry(home, entry)
      const { documents, bytes } = await sizeOf(home, entry)
      // A label goes also where nobody used it. Anything else that is empty was put back.
      if (documents > 0 || what.kind === 'label') entries.push({ entry, made, what, documents, bytes })
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      troubles.push(error.message)
    }
  return { entries, troubles }
}

/** The entries that there are, the latest first. @throws WinnowError */
export async function entriesIn(home: string): Promise<string[]> {
  try {
    const names = await readdir(trashFolderOf(home))
    return names
      .filter((name) => trashIdSchema.safeParse(name).success)
      .sort()
      .reverse()
  } catch (error) {
    if (isAbsent(error)) return []
    throw new WinnowError(
      'labels-unreadable',
      say`The trash ${trashFolderOf(home)} could not be read: ${diskReason(error)}. It is untouched.`,
      { cause: error },
    )
  }
}

/** The labels files in an entry, as paths below its `labels` with `/`: first the annotator. @throws WinnowError */
export const filesInEntry = (home: string, entry: string): Promise<string[]> =>
  jsonFilesBelow(join(entryFolder(home, entry), 'labels'))

/** Deletes an entry for good. @throws WinnowError */
export async function removeEntry(home: string, entry: string): Promise<void> {
  const folder = entryFolder(home, entry)
  try {
    // At once for whoever looks, also where there are many files.
    await rename(folder, `${folder}.removing`)
    await rm(`${folder}.removing`, { recursive: true, force: true })
  } catch (error) {
    if (!isAbsent(error)) throw notSaved(folder, error)
  }
}

async function sizeOf(home: string, entry: string): Promise<{ documents: number; bytes: number }> {
  const files = await filesInEntry(home, entry)
  let bytes = 0
  for (const file of files) bytes += await bytesOf(join(entryFolder(home, entry), 'labels', file))
  const removed = await countRemoved(entryFolder(home, entry))
  return { documents: files.length + removed.documents, bytes: bytes + removed.bytes }
}

async function bytesOf(path: string): Promise<number> {
  const sizes = await Promise.all(
    [path, backupOf(path)].map((each) =>
      stat(each).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

import { randomBytes } from 'node:crypto'
import { copyFile, link, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { accessAt, makeFile, onlyMine } from './access.ts'
import { isMissing, notSaved } from './disk-error.ts'
import { makeFolder } from './make-folder.ts'
import { syncFolder } from './sync-folder.ts'

/** What tells one state of a file from another without reading it. */
export interface FileStamp {
  readonly ino: bigint
  readonly mtimeNs: bigint
  readonly size: bigint
}

export interface ReplaceOptions {
  /** Whether only the user may read it; else it stays as it was, or is for those with whom its folder is shared. */
  readonly private?: boolean | undefined
  /** Whether the state before becomes the `.bak`. */
  readonly keepPrevious: boolean
  /** Asked at the last moment; the old file stays where it rejects. */
  readonly assertAllowed?: (() => Promise<void>) | undefined
}

/** The path of the previous version of a durable file. */
export const backupOf = (path: string): string => `${path}.bak`

/**
 * Resolves once `content` is durable at `path`: it goes to a temporary file that is flushed to the disk and then
 * renamed, so that whoever reads or loses power finds the old state or the new one.
 * @throws WinnowError, the old file intact
 */
export async function replaceFile(
  path: string,
  content: string | readonly Uint8Array[],
  options: ReplaceOptions,
): Promise<FileStamp> {
  const unique = `${process.pid}-${randomBytes(4).toString('hex')}`
  const temporary = `${path}.${unique}.tmp`
  try {
    await makeFolder(dirname(path), options.private)
    const file = await makeFile(temporary, options.private ? onlyMine('file') : await accessAt(path))
    let written: FileStamp
    try {
      await writeFile(file, content)
      await file.sync()
      written = await file.stat({ bigint: true })
    } finally {
      await file.close()
    }
    await options.assertAllowed?.()
    if (options.keepPrevious) await backUp(path, `${path}.${unique}.old.tmp`)
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return written
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {
      // The folder cannot be written to, which is what the error below says.
    })
    throw notSaved(path, error)
  }
}

/** Makes the present state the `.bak`, while the file itself never goes missing. */
async function backUp(path: string, temporary: string): Promise<void> {
  try {
    await link(path, temporary)
  } catch (error) {
    if (isMissing(error)) return
    await copyFile(path, temporary)
  }
  await rename(temporary, backupOf(path))
  // Renaming one name of a file to another of the same file does nothing, which happens after a crash just here.
  await rm(temporary, { force: true })
}

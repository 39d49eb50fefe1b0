import { randomBytes } from 'node:crypto'
import { constants, copyFile, link, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { accessAt, makeFile, onlyMine } from './access.ts'
import { diskReason, isMissing, notSaved } from './disk-error.ts'
import { makeFolder } from './make-folder.ts'
import { renamePatiently } from './rename-patiently.ts'
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
 * @throws WinnowError; the old file is intact, or where only the folder could not be flushed, the new one is there
 */
export async function replaceFile(
  path: string,
  content: string | readonly Uint8Array[],
  options: ReplaceOptions,
): Promise<FileStamp> {
  const unique = `${process.pid}-${randomBytes(4).toString('hex')}`
  const temporary = `${path}.${unique}.tmp`
  const temporaryBackup = `${path}.${unique}.old.tmp`
  let written: FileStamp
  try {
    await makeFolder(dirname(path), options.private)
    const file = await makeFile(temporary, options.private ? onlyMine('file') : await accessAt(path))
    try {
      await writeFile(file, content)
      await file.sync()
      written = await file.stat({ bigint: true })
    } finally {
      await file.close()
    }
    assertWhole(written, content)
    await options.assertAllowed?.()
    if (options.keepPrevious) await backUp(path, temporaryBackup)
    await renamePatiently(temporary, path)
  } catch (error) {
    for (const left of [temporary, temporaryBackup])
      await rm(left, { force: true }).catch(() => {
        // The folder cannot be written to, which is what the error below says.
      })
    throw notSaved(path, error)
  }
  try {
    await syncFolder(dirname(path))
  } catch (error) {
    throw new WinnowError(
      'not-saved',
      say`${path} was written, but the disk does not say that it is there to stay: ${diskReason(error)}. Mend the cause and save again.`,
      { cause: error },
    )
  }
  return written
}

/** Shared disks that are full have been seen to take less than they were given, and not to say so. */
function assertWhole({ size }: FileStamp, content: string | readonly Uint8Array[]): void {
  const wanted =
    typeof content === 'string'
      ? Buffer.byteLength(content)
      : content.reduce((sum, { byteLength }) => sum + byteLength, 0)
  if (size !== BigInt(wanted)) throw new Error(say`the disk took only ${Number(size)} of ${wanted} bytes`)
}

/** Makes the present state the `.bak`, while the file itself never goes missing. */
async function backUp(path: string, temporary: string): Promise<void> {
  try {
    await link(path, temporary)
  } catch (error) {
    if (isMissing(error)) return
    // The link may be there all the same, and nobody must write through it.
    await rm(temporary, { force: true })
    await copyFile(path, temporary, constants.COPYFILE_EXCL)
  }
  await renamePatiently(temporary, backupOf(path))
  // Renaming one name of a file to another of the same file does nothing, which happens after a crash just here.
  await rm(temporary, { force: true })
}

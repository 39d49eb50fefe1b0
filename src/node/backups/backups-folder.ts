import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { makeFile } from '../access.ts'
import { diskCode } from '../disk-error.ts'
import { makeFolder } from '../make-folder.ts'

/** The folder of a labels home for the snapshots of its days. */
export const backupsFolderOf = (home: string): string => join(home, '.backups')

/** The folder of a labels home for what was deleted. */
export const trashFolderOf = (home: string): string => join(home, '.trash')

/**
 * Makes `folder`, which git is told to leave out. @throws an error of the disk, or WinnowError where it is a link: what is
 * put there, and removed, would be in a place that nobody chose
 */
export async function makeUnversioned(folder: string): Promise<void> {
  await makeFolder(folder)
  if ((await lstat(folder)).isSymbolicLink())
    throw new WinnowError(
      'not-saved',
      say`${folder} is a symbolic link, through which nothing is written. Put a folder in its place.`,
    )
  try {
    const ignored = await makeFile(join(folder, '.gitignore'))
    try {
      await ignored.writeFile('*\n')
    } finally {
      await ignored.close()
    }
  } catch (error) {
    if (diskCode(error) !== 'EEXIST') throw error
  }
}

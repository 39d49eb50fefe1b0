import { join } from 'node:path'
import { makeFile } from '../access.ts'
import { diskCode } from '../disk-error.ts'
import { makeFolder } from '../make-folder.ts'

/** The folder of a labels home for the snapshots of its days. */
export const backupsFolderOf = (home: string): string => join(home, '.backups')

/** The folder of a labels home for what was deleted. */
export const trashFolderOf = (home: string): string => join(home, '.trash')

/** Makes `folder`, which git is told to leave out. @throws an error of the disk */
export async function makeUnversioned(folder: string): Promise<void> {
  await makeFolder(folder)
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

import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, rename, rm, stat, utimes } from 'node:fs/promises'
import { diskCode } from '../disk-error.ts'

/**
 * Makes `to` a copy of the file `from` with the same time, unless `to` is there already; it appears whole. No second
 * name of the same file: another program may write into `from` itself, and a copy has to outlive that.
 * Rejects with an error of the disk.
 */
export async function copyInto(from: string, to: string): Promise<void> {
  const temporary = `${to}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  try {
    const { atimeMs, mtimeMs } = await stat(from)
    await copyFile(from, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    // In seconds: a Date would cut them to milliseconds.
    await utimes(temporary, atimeMs / 1000, mtimeMs / 1000)
    // Never in the place of one that is there, which is the older state and the one that is wanted.
    await link(temporary, to).catch(async (error: unknown) => {
      const code = diskCode(error)
      if (code === 'EEXIST') return
      if (code === 'ENOENT') throw error
      await rename(temporary, to)
    })
  } finally {
    await rm(temporary, { force: true })
  }
}

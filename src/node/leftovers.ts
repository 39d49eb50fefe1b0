import type { Dirent } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isAbsent } from './disk-error.ts'

/** The names of the files that a durable file is on its way in, see `replace-file.ts`. */
const temporaryName = /\.\d+-[0-9a-f]{8}(\.old)?\.tmp$/

/** How old a temporary file is at least that nobody writes any more, in milliseconds; also where clocks differ a little. */
const leftAfter = 10 * 60_000

/**
 * Removes the temporary files that a process left in the labels home `home` when it was killed in the midst of a save
 * of `annotator`. They hold nothing that was said to be saved. Rejects where the disk fails.
 */
export async function removeLeftovers(home: string, annotator: string): Promise<void> {
  await removeIn(home, false)
  await removeIn(join(home, 'labels', annotator), true)
}

async function removeIn(root: string, deep: boolean): Promise<void> {
  const folders = [root]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of await list(folder)) {
      const path = join(folder, entry.name)
      if (deep && entry.isDirectory()) folders.push(path)
      else if (entry.isFile() && temporaryName.test(entry.name) && (await isLeft(path)))
        await rm(path, { force: true })
    }
}

async function list(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    // Nobody has saved anything yet, or a lock that was here is no longer.
    if (isAbsent(error)) return []
    throw error
  }
}

async function isLeft(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > leftAfter
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

import { readdir, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { unreadableDump } from './read-dump.ts'

/** Whether the real path `path` is the real path `folder`, or below it. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/**
 * Refuses the dump at `path` where it really lies outside of `corpus`: a list that came with the corpus names it, or
 * somebody put a link in its place since it was listed. @throws WinnowError
 */
export async function refuseDumpOutside(corpus: string, path: string): Promise<void> {
  let real: string
  try {
    real = await realpath(path)
    if (isWithin(await realpath(corpus), real)) return
  } catch (error) {
    throw unreadableDump(path, error)
  }
  throw new WinnowError(
    'dump-unreadable',
    say`The dump ${path} was not read: a link leads from there out of the folder, to ${real}. Put a copy in its place if it belongs to the corpus. The other documents are not affected.`,
  )
}

/**
 * Refuses the labels home beside the dumps of `corpus` where a link leads out of it: a corpus that came from elsewhere
 * could have Winnow write anywhere. Looks at the home itself, its folders, and those of annotators and models.
 * @throws WinnowError
 */
export async function refuseLinksOut(corpus: string, home: string): Promise<void> {
  const places = [home, ...(await entriesOf(home))]
  for (const name of ['labels', 'suggestions']) places.push(...(await entriesOf(join(home, name))))
  const root = await realpath(corpus).catch(() => corpus)
  for (const place of places) {
    const real = await realpath(place).catch(() => null)
    // What is not there yet, or leads nowhere, or cannot be looked at: whoever opens it says so.
    if (real === null || isWithin(root, real)) continue
    throw new WinnowError(
      'folder-unreadable',
      say`${place} is a link that leads out of the corpus, to ${real}. Winnow writes no labels there, and nothing was changed. Put a folder in its place, or start Winnow with --labels and the folder that is meant.`,
    )
  }
}

/** None where it is not there or cannot be looked into, of which whoever reads or writes there is told. */
async function entriesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.map((name) => join(folder, name))
}

import { type Dirent, stat as statWithCallback } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { WinnowError } from '../core/winnow-error.ts'
import { diskCode, diskReason, isMissing } from './disk-error.ts'
import { eachAtOnce } from './each-at-once.ts'
import { naturalOrder } from './natural-order.ts'

/** Twice as fast as the one of `fs/promises`, which shows with 100,000 files. */
const stat = promisify(statWithCallback)

const atOnce = 64

/** A document found in a corpus: its path below the corpus with `/`, and its size. */
export interface FoundDump {
  readonly id: string
  readonly bytes: number
}

/** The documents of a corpus in natural order, and a sentence for each thing that could not be read. */
export interface FoundDumps {
  readonly documents: FoundDump[]
  readonly troubles: string[]
}

/**
 * Finds the dumps in folder `root` and the folders below it: `.txt` and `.md` files. Leaves out what begins with a
 * dot, symbolic links, and Winnow's own folders: those named `winnow`, and `labelsHome` wherever it is.
 * @throws WinnowError if `root` itself cannot be listed
 */
export async function walkDumps(root: string, labelsHome?: string): Promise<FoundDumps> {
  const troubles: string[] = []
  const found: string[] = []
  let folders = filesAndFolders(root, '', await listRoot(root), found, troubles)
  while (folders.length > 0) {
    const deeper: string[] = []
    await eachAtOnce(folders, atOnce, async (folder) => {
      if (join(root, folder) === labelsHome) return
      try {
        const entries = await readdir(join(root, folder), { withFileTypes: true })
        if (!isOurs(folder, entries)) deeper.push(...filesAndFolders(root, folder, entries, found, troubles))
      } catch (error) {
        if (isMissing(error) && !folder.includes('\ufffd')) return
        troubles.push(`The folder ${join(root, folder)} was left out: ${whyNot(folder, error)}.`)
      }
    })
    folders = deeper
  }
  const documents: FoundDump[] = []
  await eachAtOnce(found, atOnce, async (id) => {
    try {
      documents.push({ id, bytes: (await stat(join(root, id))).size })
    } catch (error) {
      // A file that went away since it was listed is simply not there.
      if (isMissing(error) && !id.includes('\ufffd')) return
      troubles.push(`The file ${join(root, id)} was left out: ${whyNot(id, error)}.`)
    }
  })
  return { documents: naturalOrder(documents), troubles: troubles.sort() }
}

async function listRoot(root: string): Promise<Dirent[]> {
  try {
    return await readdir(root, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error))
      throw new WinnowError(
        'folder-missing',
        `The folder ${root} does not exist. It may have been moved or renamed, or its disk is not connected.`,
        { cause: error },
      )
    const reason = diskCode(error) === 'ENOTDIR' ? 'it is not a folder' : diskReason(error)
    throw new WinnowError(
      'folder-unreadable',
      `The folder ${root} could not be read: ${reason}. Choose another folder, or change its permissions.`,
      { cause: error },
    )
  }
}

/** Adds the dumps among `entries` of `folder` to `found`, and returns the folders to look into. */
function filesAndFolders(
  root: string,
  folder: string,
  entries: readonly Dirent[],
  found: string[],
  troubles: string[],
): string[] {
  const folders: string[] = []
  for (const entry of entries) {
    const { name } = entry
    if (name.startsWith('.')) continue
    const isDump = entry.isFile() && /\.(txt|md)$/i.test(name)
    if (!isDump && !entry.isDirectory()) continue
    if (folder === '' && name === 'winnow' && entry.isDirectory()) continue
    const path = folder === '' ? name : `${folder}/${name}`
    if (name.includes('\\'))
      troubles.push(`${join(root, path)} was left out: its name has a backslash. Rename it.`)
    else if (isDump) found.push(path)
    else folders.push(path)
  }
  return folders
}

/** True for the `winnow` folder of another corpus that lies within this one. */
function isOurs(folder: string, entries: readonly Dirent[]): boolean {
  if (!/(^|\/)winnow$/.test(folder)) return false
  return entries.some(
    (entry) =>
      (entry.name === 'project.json' && entry.isFile()) || (entry.name === 'labels' && entry.isDirectory()),
  )
}

/** Node decodes a name that is not UTF-8 with U+FFFD, so that it no longer names the file. */
function whyNot(path: string, error: unknown): string {
  return isMissing(error) && path.includes('\ufffd') ? 'its name is not UTF-8; rename it' : diskReason(error)
}

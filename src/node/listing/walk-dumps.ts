import { type Dirent, stat as statWithCallback } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ReaderName } from '../../core/reader-name.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskCode, diskReason, isMissing } from '../disk-error.ts'
import { versionOf } from '../document-source.ts'
import { eachAtOnce } from '../each-at-once.ts'
import { readerByName } from '../readers/registry.ts'

/** Twice as fast as the one of `fs/promises`, which shows with 100,000 files. */
const stat = promisify(statWithCallback)

const foldersAtOnce = 8
const filesAtOnce = 64
/** Of how many files of a folder is told at once. */
const toldAtOnce = 2048

/** A file of a corpus that may be a dump. */
export interface FoundFile {
  /** Its path below the corpus with `/`. */
  readonly id: string
  readonly bytes: number
  /** Changes when the file does. */
  readonly version: string
  /** What its name tells; null if that has to be found out by looking into it. */
  readonly reader: ReaderName | null
}

/** Told of what is found, as it is found. */
export interface Walk {
  /** Not looked into, as it holds labels; absolute. */
  readonly labelsHome?: string | undefined
  readonly signal: AbortSignal
  readonly onFiles: (files: readonly FoundFile[]) => void
  /** A folder was looked into: its path below the corpus, '' for the corpus itself. */
  readonly onFolder: (folder: string) => void
  /** A file or folder, by its path below the corpus, that was left out, and the sentence why. */
  readonly onTrouble: (file: string, reason: string) => void
}

/**
 * Finds the files in folder `root` and the folders below it that may be dumps. Leaves out what begins with a dot,
 * symbolic links, and Winnow's own folders: those named `winnow`, and the labels home wherever it is.
 * @throws WinnowError if `root` itself cannot be listed
 */
export async function walkDumps(root: string, walk: Walk): Promise<void> {
  walk.onFolder('')
  let folders = await lookThrough(root, '', await listRoot(root), walk)
  while (folders.length > 0 && !walk.signal.aborted) {
    const deeper: string[] = []
    await eachAtOnce(folders, foldersAtOnce, async (folder) => {
      if (walk.signal.aborted || join(root, folder) === walk.labelsHome) return
      let entries: Dirent[]
      try {
        entries = await readdir(join(root, folder), { withFileTypes: true })
      } catch (error) {
        if (!isMissing(error) || folder.includes('\ufffd'))
          walk.onTrouble(
            folder,
            say`The folder ${join(root, folder)} was left out: ${whyNot(folder, error)}.`,
          )
        return
      }
      if (isOurs(folder, entries)) return
      walk.onFolder(folder)
      deeper.push(...(await lookThrough(root, folder, entries, walk)))
    })
    folders = deeper
  }
}

async function listRoot(root: string): Promise<Dirent[]> {
  try {
    return await readdir(root, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error))
      throw new WinnowError(
        'folder-missing',
        say`The folder ${root} does not exist. It may have been moved or renamed, or its disk is not connected.`,
        { cause: error },
      )
    const reason = diskCode(error) === 'ENOTDIR' ? say`it is not a folder` : diskReason(error)
    throw new WinnowError(
      'folder-unreadable',
      say`The folder ${root} could not be read: ${reason}. Choose another folder, or change its permissions.`,
      { cause: error },
    )
  }
}

/** Tells of the files among `entries` of `folder`, and returns the folders to look into. */
async function lookThrough(
  root: string,
  folder: string,
  entries: readonly Dirent[],
  walk: Walk,
): Promise<string[]> {
  const folders: string[] = []
  const files: string[] = []
  for (const entry of entries) {
    const { name } = entry
    if (name.startsWith('.')) continue
    if (!entry.isFile() && !entry.isDirectory()) continue
    if (folder === '' && name === 'winnow' && entry.isDirectory()) continue
    const path = folder === '' ? name : `${folder}/${name}`
    if (name.includes('\\')) {
      if (entry.isDirectory() || readerByName(name) !== null)
        walk.onTrouble(path, say`${join(root, path)} was left out: its name has a backslash. Rename it.`)
    } else if (entry.isFile()) files.push(path)
    else folders.push(path)
  }
  for (let from = 0; from < files.length && !walk.signal.aborted; from += toldAtOnce) {
    const found: FoundFile[] = []
    await eachAtOnce(files.slice(from, from + toldAtOnce), filesAtOnce, async (id) => {
      const reader = readerByName(id)
      try {
        const facts = await stat(join(root, id))
        found.push({ id, bytes: facts.size, version: versionOf(facts), reader })
      } catch (error) {
        // A file that went away since it was listed is simply not there.
        if ((isMissing(error) && !id.includes('\ufffd')) || reader === null) return
        walk.onTrouble(id, say`The file ${join(root, id)} was left out: ${whyNot(id, error)}.`)
      }
    })
    walk.onFiles(found)
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
  return isMissing(error) && path.includes('\ufffd')
    ? say`its name is not UTF-8; rename it`
    : diskReason(error)
}

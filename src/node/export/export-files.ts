import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { makeOneFolder, takeAccess } from '../access.ts'
import { diskCode } from '../disk-error.ts'
import { fileExists } from '../file-exists.ts'
import { makeFolder } from '../make-folder.ts'
import { syncFolder } from '../sync-folder.ts'
import { besidePath, type ExportTarget, exportExists } from './export-target.ts'
import { HashedFile, type WrittenFile } from './hashed-file.ts'

/** The name that the dataset itself has while it is one file that is not at its place yet. */
const wholeName = 'dataset'

/**
 * The files of an export: made in a temporary folder beside the target, read back, and put to their place only when all
 * of them are whole. A dataset that is one file has its other files beside it, named after it.
 */
export class ExportFiles {
  readonly #target: ExportTarget
  readonly #layout: 'file' | 'folder'
  readonly #temporary: string
  readonly #open = new Set<HashedFile>()
  readonly #written: WrittenFile[] = []
  #madeFolder = ''

  constructor(target: ExportTarget, layout: 'file' | 'folder') {
    this.#target = target
    this.#layout = layout
    this.#temporary = `${target.path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  }

  async begin(): Promise<void> {
    await makeOneFolder(this.#temporary)
  }

  /**
   * Makes a file of the dataset.
   * @param path below it, with `/`; '' for the dataset itself where that is one file
   * @throws RangeError where such a file cannot be within the dataset
   */
  async create(path: string): Promise<HashedFile> {
    if (path !== '' && path.split('/').some((name) => name === '' || name === '.' || name === '..'))
      throw new RangeError(say`no file of a dataset can be called “${path}”`)
    const place = this.#place(path)
    const folder = dirname(place)
    // Most files are made where the last one was.
    if (folder !== this.#temporary && folder !== this.#madeFolder) {
      await makeFolder(folder)
      this.#madeFolder = folder
    }
    const file = await HashedFile.create(place, path, (written) => {
      this.#open.delete(file)
      this.#written.push(written)
    })
    this.#open.add(file)
    return file
  }

  /** Makes a file of the dataset that holds `text`. */
  async put(path: string, text: string): Promise<void> {
    const file = await this.create(path)
    await file.append(text)
    await file.close()
  }

  /** Calls a file that is whole otherwise, in the same folder: how many there are may be known only at the end. */
  async rename(from: string, to: string): Promise<void> {
    const index = this.#written.findIndex(({ path }) => path === from)
    const file = this.#written[index]
    if (!file) throw new Error(`${from} is not written yet`)
    await rename(this.#place(from), this.#place(to))
    this.#written[index] = { ...file, path: to }
  }

  /** The files that are whole, by their paths. */
  get written(): WrittenFile[] {
    return this.#written.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  /**
   * Reads all files back and compares them with what was written.
   * @throws WinnowError `export-failed`, naming the first file that differs
   */
  async verify(signal: AbortSignal): Promise<void> {
    for (const { path, sha256 } of this.#written) {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(this.#place(path), { signal })) hash.update(chunk)
      if (hash.digest('hex') !== sha256)
        throw new WinnowError(
          'export-failed',
          say`Nothing was exported: ${this.#path(path)} could be written, but what is read back from the disk is something else. The labels are safe. Choose a place on another disk.`,
        )
    }
  }

  /** Puts the files to their place. @throws WinnowError `export-exists` where something is there by now */
  async publish(): Promise<void> {
    if (this.#layout === 'folder') await this.#publishFolder()
    else await this.#publishFiles()
    await syncFolder(dirname(this.#target.path))
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    for (const file of this.#open) await file.abandon()
    await rm(this.#temporary, { recursive: true, force: true })
  }

  async #publishFolder(): Promise<void> {
    try {
      await rename(this.#temporary, this.#target.path)
    } catch (error) {
      const taken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(diskCode(error) ?? '')
      throw taken ? exportExists(this.#target.path) : error
    }
  }

  /** The dataset comes last, so that it is never there without what belongs to it. */
  async #publishFiles(): Promise<void> {
    const published: string[] = []
    try {
      for (const { path } of this.written.reverse()) {
        await this.#publishFile(this.#place(path), this.#path(path))
        published.push(this.#path(path))
      }
    } catch (error) {
      if (!this.#target.overwrite) for (const path of published) await rm(path, { force: true })
      throw error
    }
    await rm(this.#temporary, { recursive: true, force: true })
  }

  async #publishFile(from: string, to: string): Promise<void> {
    if (this.#target.overwrite) {
      await takeAccess(from, to)
      return rename(from, to)
    }
    try {
      // A second name for a file never replaces another.
      await link(from, to)
    } catch (error) {
      // Some disks know no second name for a file.
      if (diskCode(error) === 'EEXIST' || (await fileExists(to))) throw exportExists(to)
      await rename(from, to)
    }
  }

  #place(path: string): string {
    return join(this.#temporary, ...(path === '' ? [wholeName] : path.split('/')))
  }

  /** Where the file will be. */
  #path(path: string): string {
    if (this.#layout === 'folder') return join(this.#target.path, ...path.split('/'))
    return path === '' ? this.#target.path : besidePath(this.#target.path, path)
  }
}

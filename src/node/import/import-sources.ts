import { randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Request } from '../../core/contract.ts'
import { uploadLimits } from '../../core/contract-import.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { onlyMine } from '../access.ts'
import { diskReason } from '../disk-error.ts'

/** A file with labels. */
export interface LabelsSource {
  /** Its name below the folder that was named, with `/`. */
  readonly name: string
  readonly path: string
  readonly bytes: number
}

/** How many sources are kept that windows sent; the oldest goes first. */
const keptUploads = 3

interface Upload {
  /** Made with the first file. */
  readonly folder: string
  /** Where each file lies, by its name, and its bytes so far. */
  readonly files: Map<string, { path: string; bytes: number }>
  bytes: number
}

/** The files with labels that this process may read: those that the host named, and those that a window sent. */
export class ImportSources {
  readonly #paths = new Map<string, string>()
  readonly #uploads = new Map<string, Upload>()

  /** The id by which a call can name the file or folder at `path`. */
  register(path: string): string {
    const id = randomUUID()
    this.#paths.set(id, path)
    return id
  }

  /** Keeps a part of a file and returns the id of its source. @throws WinnowError if it is too much, or not saved */
  async upload({ source, name, bytes }: Request<'uploadImport'>): Promise<string> {
    const id = source ?? randomUUID()
    const part = Buffer.from(bytes, 'base64')
    try {
      const upload = source === null ? await this.#newUpload(id) : this.#uploads.get(source)
      if (!upload) throw unknownSource()
      const file = upload.files.get(name) ?? {
        path: join(upload.folder, String(upload.files.size)),
        bytes: 0,
      }
      if (upload.bytes + part.length > uploadLimits.source || upload.files.size >= uploadLimits.files)
        throw new WinnowError(
          'bad-request',
          say`These files are more than can be sent here: ${uploadLimits.source / 2 ** 20} MiB in ${uploadLimits.files} files at most. Nothing was imported. Use winnow import on the command line.`,
        )
      upload.bytes += part.length
      file.bytes += part.length
      upload.files.set(name, file)
      await appendFile(file.path, part, { mode: onlyMine('file').mode })
      return id
    } catch (error) {
      if (error instanceof WinnowError) throw error
      throw importFailed(name, error)
    }
  }

  /**
   * The files of a source in the order of their names. Of a folder those that end with `extension`, or all where none
   * does; without those that begin with a dot. @throws WinnowError if it is unknown or cannot be read
   */
  async files(source: string): Promise<LabelsSource[]> {
    const upload = this.#uploads.get(source)
    if (upload) return Array.from(upload.files, ([name, file]) => ({ name, ...file })).sort(byName)
    const path = this.#paths.get(source)
    if (path === undefined) throw unknownSource()
    try {
      const found = await stat(path)
      if (!found.isDirectory()) return [{ name: basename(path), path, bytes: found.size }]
      return (await filesBelow(path)).sort(byName)
    } catch (error) {
      throw importFailed(path, error)
    }
  }

  /** Removes what was sent. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#uploads.values()].map(({ folder }) => rm(folder, { recursive: true, force: true })),
    )
    this.#uploads.clear()
  }

  async #newUpload(id: string): Promise<Upload> {
    for (const [oldest, { folder }] of this.#uploads) {
      if (this.#uploads.size < keptUploads) break
      this.#uploads.delete(oldest)
      await rm(folder, { recursive: true, force: true })
    }
    const upload = { folder: await mkdtemp(join(tmpdir(), 'winnow-upload-')), files: new Map(), bytes: 0 }
    this.#uploads.set(id, upload)
    return upload
  }
}

const byName = (a: LabelsSource, b: LabelsSource): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

async function filesBelow(root: string): Promise<LabelsSource[]> {
  const files: LabelsSource[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) folders.push(name)
      else if (entry.isFile()) {
        const path = join(root, name)
        files.push({ name, path, bytes: (await stat(path)).size })
      }
    }
  return files
}

const unknownSource = (): WinnowError =>
  new WinnowError(
    'bad-request',
    say`Winnow does not know these files any more. Nothing was imported. Choose them again.`,
  )

/** The error that tells that the file or folder at `path` could not be read. */
export const importFailed = (path: string, cause: unknown): WinnowError =>
  new WinnowError(
    'import-failed',
    say`The file ${path} could not be read: ${diskReason(cause)}. What was imported before that is saved; nothing else was changed. Mend the cause and import it again.`,
    { cause },
  )

import { randomBytes } from 'node:crypto'
import { type FileHandle, link, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { accessAt, makeFile } from './access.ts'
import { diskCode } from './disk-error.ts'
import { type ExportTarget, exportExists } from './export/export-target.ts'
import { fileExists } from './file-exists.ts'
import { syncFolder } from './sync-folder.ts'

/** How much is gathered before it is written, in UTF-16 code units. */
const chunkSize = 1024 * 1024

/** A file of lines that appears under its name only when it is whole and durable. */
export class LinesFile {
  readonly #target: ExportTarget
  readonly #temporary: string
  #file: FileHandle | null = null
  #lines: string[] = []
  #gathered = 0

  constructor(target: ExportTarget) {
    this.#target = target
    this.#temporary = `${target.path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  }

  async begin(): Promise<void> {
    this.#file = await makeFile(this.#temporary, await accessAt(this.#target.path))
  }

  async add(line: string): Promise<void> {
    this.#lines.push(`${line}\n`)
    this.#gathered += line.length + 1
    if (this.#gathered >= chunkSize) await this.#flush()
  }

  /** @throws WinnowError `export-exists` if the name is taken meanwhile and may not be */
  async finish(): Promise<void> {
    await this.#flush()
    await this.#file?.sync()
    await this.#close()
    if (this.#target.overwrite) await rename(this.#temporary, this.#target.path)
    else await this.#appear()
    await syncFolder(dirname(this.#target.path))
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    await this.#close()
    await rm(this.#temporary, { force: true })
  }

  async #flush(): Promise<void> {
    const lines = this.#lines
    this.#lines = []
    this.#gathered = 0
    for (const line of lines) await this.#file?.appendFile(line)
  }

  async #close(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close()
  }

  /** Gives the file its name, unless that is taken: a second name for a file never replaces another. */
  async #appear(): Promise<void> {
    const { path } = this.#target
    try {
      await link(this.#temporary, path)
      await rm(this.#temporary, { force: true })
    } catch (error) {
      // Some disks know no second name for a file.
      if (diskCode(error) === 'EEXIST' || (await fileExists(path))) throw exportExists(path)
      await rename(this.#temporary, path)
    }
  }
}

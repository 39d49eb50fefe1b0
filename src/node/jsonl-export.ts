import { randomBytes } from 'node:crypto'
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Annotation } from '../core/annotation.ts'
import { jsonlRecord } from '../core/export/jsonl-record.ts'
import type { OffsetUnit } from '../core/offsets.ts'
import { diskCode } from './disk-error.ts'
import type { ExportWriter } from './export-corpus.ts'
import { type ExportTarget, exportExists } from './export-target.ts'
import { fileExists } from './file-exists.ts'
import type { Dump } from './read-dump.ts'
import { syncFolder } from './sync-folder.ts'

/** How much is gathered before it is written, in UTF-16 code units. */
const chunkSize = 1024 * 1024

/** Writes one JSON record a line to a file that appears under its name only when it is whole. */
export class JsonlExport implements ExportWriter {
  readonly #target: ExportTarget
  readonly #annotator: string
  readonly #unit: OffsetUnit
  readonly #temporary: string
  #file: FileHandle | null = null
  #lines: string[] = []
  #gathered = 0

  constructor(target: ExportTarget, annotator: string, unit: OffsetUnit) {
    this.#target = target
    this.#annotator = annotator
    this.#unit = unit
    this.#temporary = `${target.path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  }

  async begin(): Promise<void> {
    this.#file = await open(this.#temporary, 'wx')
  }

  /** @throws RangeError if a span of the record does not slice to its text */
  async add(document: string, dump: Dump, annotation: Annotation): Promise<void> {
    const record = jsonlRecord(document, dump.text, annotation, this.#unit, {
      annotator: this.#annotator,
      sha256: dump.sha256,
    })
    const line = `${JSON.stringify(record)}\n`
    this.#lines.push(line)
    this.#gathered += line.length
    if (this.#gathered >= chunkSize) await this.#flush()
  }

  async finish(): Promise<void> {
    await this.#flush()
    await this.#file?.sync()
    await this.#close()
    if (this.#target.overwrite) await rename(this.#temporary, this.#target.path)
    else await this.#appear()
    await syncFolder(dirname(this.#target.path))
  }

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

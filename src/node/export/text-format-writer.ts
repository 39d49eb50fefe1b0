import type { DatasetDocument } from '../../core/datasets/dataset-document.ts'
import type { DatasetFile, DatasetFormat, Frame } from '../../core/datasets/dataset-format.ts'
import { verifyDocument } from '../../core/datasets/verify-document.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { ExportFiles } from './export-files.ts'
import type { ExportWriter, WriterContext } from './export-writer.ts'
import type { HashedFile } from './hashed-file.ts'

const noFrame: Frame = { before: '', between: '', after: '' }

/** Writes a dataset in a format that is text, each document verified before it goes to the disk. */
export class TextFormatWriter implements ExportWriter {
  readonly #format: DatasetFormat
  readonly #files: ExportFiles
  readonly #context: WriterContext
  readonly #frame: Frame
  /** The files of several documents, by their paths. */
  readonly #open = new Map<string, HashedFile>()

  constructor(format: DatasetFormat, files: ExportFiles, context: WriterContext) {
    this.#format = format
    this.#files = files
    this.#context = context
    this.#frame = format.frame?.(context) ?? noFrame
  }

  async add(document: DatasetDocument): Promise<void> {
    const pieces = this.#format.pieces(document, this.#context)
    // Half of a surrogate pair cannot be written as UTF-8.
    if (!pieces.every(({ text }) => text.isWellFormed()))
      throw new RangeError(say`it has half of a surrogate pair, which is no character`)
    await this.#verify(document, pieces)
    const folder = document.split === null ? '' : `${document.split}/`
    for (const { path, text } of pieces) {
      if (this.#format.layout === 'folder') await this.#files.put(folder + path, text)
      else await this.#addTo(document.split === null ? '' : document.split + this.#format.extension, text)
    }
  }

  async end(): Promise<void> {
    // A dataset without documents is a file too.
    if (this.#format.layout === 'file' && this.#context.split === null) await this.#fileOf('')
    for (const file of this.#open.values()) {
      await file.append(this.#frame.after)
      await file.close()
    }
    for (const { path, text } of this.#format.companions?.(this.#context) ?? [])
      await this.#files.put(path, text)
  }

  async #addTo(path: string, text: string): Promise<void> {
    const isFirst = !this.#open.has(path)
    const file = await this.#fileOf(path)
    await file.append(isFirst ? text : this.#frame.between + text)
  }

  async #fileOf(path: string): Promise<HashedFile> {
    const known = this.#open.get(path)
    if (known) return known
    const file = await this.#files.create(path)
    this.#open.set(path, file)
    await file.append(this.#frame.before)
    return file
  }

  async #verify(document: DatasetDocument, pieces: readonly DatasetFile[]): Promise<void> {
    try {
      await verifyDocument(this.#format, document, pieces, this.#context)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new WinnowError(
        'export-failed',
        say`The export was stopped at ${document.id}: ${error.message}. Nothing was exported, and the labels are safe. This is a fault of Winnow's: please report it, and choose another format meanwhile.`,
        { cause: error },
      )
    }
  }
}

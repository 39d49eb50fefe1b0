import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Annotation } from '../core/annotation.ts'
import { cleanedText } from '../core/export/cleaned-text.ts'
import type { LabelSet } from '../core/label-set.ts'
import { diskCode } from './disk-error.ts'
import type { ExportWriter } from './export-corpus.ts'
import { exportExists } from './export-target.ts'
import type { Dump } from './read-dump.ts'

/** Writes the cleaned text of each document under the document's own name into a folder that appears when it is whole. */
export class TextExport implements ExportWriter {
  readonly #target: string
  readonly #labelSet: LabelSet
  readonly #temporary: string

  constructor(target: string, labelSet: LabelSet) {
    this.#target = target
    this.#labelSet = labelSet
    this.#temporary = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  }

  async begin(): Promise<void> {
    await mkdir(this.#temporary)
  }

  async add(document: string, dump: Dump, annotation: Annotation): Promise<void> {
    const path = join(this.#temporary, ...document.split('/'))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, cleanedText(dump.text, annotation, this.#labelSet), { flag: 'wx' })
  }

  async finish(): Promise<void> {
    try {
      await rename(this.#temporary, this.#target)
    } catch (error) {
      const taken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(diskCode(error) ?? '')
      throw taken ? exportExists(this.#target) : error
    }
  }

  async abandon(): Promise<void> {
    await rm(this.#temporary, { recursive: true, force: true })
  }
}

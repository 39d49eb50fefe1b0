import { join } from 'node:path'
import { copyFolder } from './copy-folder.ts'
import { fileExists } from './file-exists.ts'

/** The sample that ships with Winnow, and the user's own copy of it, in which it is labelled. */
export class SampleCorpus {
  /** Where the user's copy is, or will be. */
  readonly path: string
  readonly #shipped: string

  constructor(resources: string, userFolder: string) {
    this.#shipped = join(resources, 'sample')
    this.path = join(userFolder, 'sample')
  }

  /** Whether there is a sample to open. */
  async exists(): Promise<boolean> {
    return (await fileExists(this.path)) || (await fileExists(this.#shipped))
  }

  /** Makes the user's copy if there is none yet. @throws WinnowError */
  async ensureCopy(): Promise<void> {
    if (await fileExists(this.#shipped)) await copyFolder(this.#shipped, this.path)
  }
}

import { randomBytes } from 'node:crypto'
import { cp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { notSaved } from './disk-error.ts'
import { fileExists } from './file-exists.ts'
import { makeFolder } from './make-folder.ts'

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
    if ((await fileExists(this.path)) || !(await fileExists(this.#shipped))) return
    const temporary = `${this.path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
    try {
      await makeFolder(dirname(this.path), true)
      await cp(this.#shipped, temporary, { recursive: true })
      await rename(temporary, this.path)
    } catch (error) {
      await rm(temporary, { recursive: true, force: true })
      // Another window made the copy meanwhile.
      if (await fileExists(this.path)) return
      throw notSaved(this.path, error)
    }
  }
}

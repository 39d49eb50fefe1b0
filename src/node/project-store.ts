import { join } from 'node:path'
import { Low } from 'lowdb'
import {
  defaultProject,
  type ProjectFile,
  projectFileSchema,
  projectFileVersion,
} from '../core/project-file.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { DamagedFile, DurableFile, type FileKind } from './durable-file.ts'
import { fileExists } from './file-exists.ts'
import { withFileLock } from './file-lock.ts'
import { backupOf } from './replace-file.ts'

const kind: FileKind<ProjectFile> = {
  noun: 'project file',
  schema: projectFileSchema,
  version: projectFileVersion,
  codes: { damaged: 'project-damaged', newer: 'project-newer', unreadable: 'project-damaged' },
}

/** `project.json` of a labels home: what all annotators of a corpus share. */
export class ProjectStore {
  readonly #path: string
  readonly #db: Low<ProjectFile>

  constructor(home: string) {
    this.#path = join(home, 'project.json')
    this.#db = new Low(new DurableFile(this.#path, kind), defaultProject)
  }

  /** The project as it is on the disk, the default one where there is none. @throws WinnowError if it is damaged */
  async read(): Promise<ProjectFile> {
    try {
      await this.#db.read()
      return this.#db.data
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      const backup = backupOf(this.#path)
      const advice = (await fileExists(backup))
        ? `its previous version is ${backup}: put that in its place, or correct the file`
        : 'correct the file, or put it away to start with the default label set'
      throw new WinnowError(
        error.code,
        `${error.message} It is untouched, and so are the labels. To open the corpus, ${advice}.`,
        { cause: error },
      )
    }
  }

  /** Makes the project what `change` makes of the one on the disk, durably. @throws WinnowError, or what `change` throws */
  update(change: (present: ProjectFile) => ProjectFile): Promise<void> {
    return withFileLock(this.#path, async () => {
      this.#db.data = change(await this.read())
      await this.#db.write()
    })
  }

  /** Writes the project if the labels home has none yet. @throws WinnowError */
  async ensure(): Promise<void> {
    if (!(await fileExists(this.#path))) await this.#db.write()
  }
}

import { join } from 'node:path'
import {
  defaultProject,
  type ProjectFile,
  projectFileSchema,
  projectFileVersion,
} from '../core/project-file.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { DamagedFile, DurableFile, type FileKind } from './durable-file.ts'
import { fileExists } from './file-exists.ts'
import { withFileLock } from './file-lock.ts'
import { backupOf } from './replace-file.ts'

export const projectKind: FileKind<ProjectFile> = {
  get noun() {
    return say`project file`
  },
  format: 'winnow-project',
  schema: projectFileSchema,
  version: projectFileVersion,
  codes: { damaged: 'project-damaged', newer: 'project-newer', unreadable: 'project-damaged' },
}

/** `project.json` of a labels home: what all annotators of a corpus share. */
export class ProjectStore {
  readonly #path: string
  readonly #file: DurableFile<ProjectFile>
  /** As it was last read or written. */
  #known = defaultProject
  /** Whether the file, as {@link #file} last saw it, lets labels be saved. */
  #ours = false

  constructor(home: string) {
    this.#path = join(home, 'project.json')
    this.#file = new DurableFile(this.#path, projectKind)
  }

  /**
   * The project as it is on the disk, as far as this Winnow knows it; the default one where there is none.
   * @throws WinnowError if it is damaged, or of a newer version of which nothing is known
   */
  async read(): Promise<ProjectFile> {
    return (await this.#read())?.data ?? defaultProject
  }

  /** The sentence that says that a newer Winnow wrote the project, so that nothing in its corpus may be changed; else null. */
  async newer(): Promise<string | null> {
    try {
      return (await this.#look())?.newer ?? null
    } catch (error) {
      // What cannot be read at all is said by whoever needs it.
      if (error instanceof WinnowError) return error.code === 'project-newer' ? error.message : null
      throw error
    }
  }

  /** Makes the project what `change` makes of the one on the disk, durably. @throws WinnowError, or what `change` throws */
  update(change: (present: ProjectFile) => ProjectFile): Promise<void> {
    return withFileLock(this.#path, async () => {
      const present = await this.#read()
      if (present?.newer) throw refusal(present.newer)
      await this.#write(change(present?.data ?? defaultProject))
    })
  }

  /** Writes the project if the labels home has none yet. @throws WinnowError, also if a newer Winnow wrote the one there is */
  async ensure(): Promise<void> {
    // Called with each save: what was looked at once costs no more than to see that it is still the same.
    if (this.#ours && !(await this.#file.changedOnDisk())) return
    const newer = await this.newer()
    if (newer) throw refusal(newer)
    if (!(await fileExists(this.#path))) await this.#write(this.#known)
    this.#ours = true
  }

  async #write(project: ProjectFile): Promise<void> {
    await this.#file.write(project)
    this.#known = project
  }

  async #look(): Promise<{ data: ProjectFile; newer: string | null } | null> {
    this.#ours = false
    const found = await this.#file.readKnown()
    if (found) this.#known = found.data
    this.#ours = found !== null && found.newer === null
    return found
  }

  async #read(): Promise<{ data: ProjectFile; newer: string | null } | null> {
    try {
      return await this.#look()
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      const backup = backupOf(this.#path)
      const message = (await fileExists(backup))
        ? say`${error.message} It is untouched, and so are the labels. To open the corpus, its previous version is ${backup}: put that in its place, or correct the file.`
        : say`${error.message} It is untouched, and so are the labels. To open the corpus, correct the file, or put it away to start with the default label set.`
      throw new WinnowError(error.code, message, { cause: error })
    }
  }
}

const refusal = (newer: string): WinnowError =>
  new WinnowError('project-newer', say`${newer} Nothing in its corpus was changed. Update Winnow to go on.`)

import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import {
  type WorkListFile,
  workListFileSchema,
  workListFileVersion,
  workListNameSchema,
} from '../../core/work-list/work-list-file.ts'
import { diskReason, isAbsent, notSaved } from '../disk-error.ts'
import { DurableFile, type FileKind } from '../durable-file.ts'
import { fileExists } from '../file-exists.ts'
import { withFileLock } from '../file-lock.ts'
import { backupOf } from '../replace-file.ts'

export const workListKind: FileKind<WorkListFile> = {
  get noun() {
    return say`work list`
  },
  format: 'winnow-work-list',
  schema: workListFileSchema,
  version: workListFileVersion,
  codes: { damaged: 'work-list-damaged', newer: 'work-list-newer', unreadable: 'work-list-unreadable' },
}

/** `work-lists` of a labels home: named selections of documents, which all annotators of a corpus share. */
export class WorkListStore {
  readonly #folder: string

  constructor(home: string) {
    this.#folder = join(home, 'work-lists')
  }

  path(name: string): string {
    return join(this.#folder, `${name}.json`)
  }

  /** The names of the lists there are, sorted. @throws WinnowError if the folder cannot be read */
  async names(): Promise<string[]> {
    try {
      const entries = await readdir(this.#folder, { withFileTypes: true })
      return entries
        .flatMap((entry) => (entry.isFile() && entry.name.endsWith('.json') ? [entry.name.slice(0, -5)] : []))
        .filter((name) => workListNameSchema.safeParse(name).success)
        .sort()
    } catch (error) {
      if (isAbsent(error)) return []
      throw new WinnowError(
        'work-list-unreadable',
        say`The folder ${this.#folder} could not be read: ${diskReason(error)}. It is untouched. Change its permissions and try again.`,
        { cause: error },
      )
    }
  }

  /** @throws WinnowError `work-list-unknown`, naming those there are, or that it is damaged, newer or unreadable */
  async read(name: string): Promise<WorkListFile> {
    const file = await this.#file(name).read()
    // A document that somebody wrote into it twice is one all the same.
    if (file) return { ...file, documents: [...new Set(file.documents)] }
    const names = await this.names()
    const known = names.length === 0 ? say`There are none yet.` : say`There are: ${names.join(', ')}.`
    throw new WinnowError(
      'work-list-unknown',
      `${say`There is no work list “${name}” in this corpus.`} ${known}`,
    )
  }

  /** Resolves once the list is durable. @throws WinnowError `work-list-exists` unless `replace`, which keeps a `.bak` */
  save(name: string, list: WorkListFile, replace: boolean): Promise<void> {
    const path = this.path(name)
    return withFileLock(path, async () => {
      if (!replace && (await fileExists(path)))
        throw new WinnowError(
          'work-list-exists',
          say`There is a work list “${name}” already: ${path}. It is untouched. Choose another name, or say that it is to be replaced.`,
        )
      await this.#file(name).write(list)
    })
  }

  /**
   * Makes the list what `change` makes of it, durably, unless that is null. Resolves to whether it was changed.
   * @throws WinnowError
   */
  update(name: string, change: (present: WorkListFile) => WorkListFile | null): Promise<boolean> {
    return withFileLock(this.path(name), async () => {
      const changed = change(await this.read(name))
      if (changed) await this.#file(name).write(changed)
      return changed !== null
    })
  }

  /** Takes the list away; its file stays as `.bak`. Labels are not affected. @throws WinnowError */
  remove(name: string): Promise<void> {
    const path = this.path(name)
    return withFileLock(path, async () => {
      try {
        await rename(path, backupOf(path))
      } catch (error) {
        if (!isAbsent(error)) throw notSaved(path, error)
      }
    })
  }

  #file(name: string): DurableFile<WorkListFile> {
    return new DurableFile(this.path(name), workListKind)
  }
}

/** The documents of the work list of this name; null: no name, so all documents of a corpus. @throws WinnowError */
export async function documentsOfList(home: string, name: string | undefined): Promise<string[] | null> {
  return name === undefined ? null : (await new WorkListStore(home).read(name)).documents
}

import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type RecoveryFile,
  recoveryFileSchema,
  recoveryFileVersion,
} from '../../core/recovery/recovery-file.ts'
import { say } from '../../core/sentences/say.ts'
import { SerialTasks } from '../../core/serial-tasks.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskReason, isAbsent } from '../disk-error.ts'
import { DamagedFile, DurableFile, type FileKind } from '../durable-file.ts'
import { nameOfCorpus } from '../labels-home.ts'
import { labelsName } from '../labels-path.ts'
import { makeFolder } from '../make-folder.ts'
import { syncFolder } from '../sync-folder.ts'
import { timeMark } from '../time-mark.ts'

/** How recovery files are read, written and spoken of. */
export const recoveryKind: FileKind<RecoveryFile> = {
  get noun() {
    return say`recovery file`
  },
  format: 'winnow-recovery',
  schema: recoveryFileSchema,
  version: recoveryFileVersion,
  codes: { damaged: 'recovery-damaged', newer: 'recovery-newer', unreadable: 'recovery-unreadable' },
  private: true,
}

/** A recovery file and what it holds. */
export interface FoundRecovery {
  readonly path: string
  readonly file: RecoveryFile
}

/**
 * One annotator's recovery files for one corpus: in the user's own folder, as the disk of the corpus is the one that
 * fails, and one for each window and document, so that no two processes ever write the same.
 */
export class RecoveryFiles {
  readonly folder: string
  readonly #tasks = new SerialTasks()
  /** Where a file was last kept in this process; its name changes when the document's does. */
  readonly #paths = new Map<string, string>()

  constructor(userFolder: string, corpus: string, annotator: string) {
    this.folder = join(userFolder, 'recovery', nameOfCorpus(corpus), annotator)
  }

  /** Resolves to the path once the file is durable. @throws WinnowError */
  keep(file: RecoveryFile): Promise<string> {
    return this.#tasks.run(async () => {
      const path = join(this.folder, nameFor(file.document, file.id))
      await new DurableFile(path, recoveryKind).writeKeepingBackup(file)
      const before = this.#paths.get(file.id)
      this.#paths.set(file.id, path)
      if (before !== undefined && before !== path) await rm(before, { force: true })
      return path
    })
  }

  /** Resolves once there is no file with this id. @throws WinnowError */
  remove(id: string): Promise<void> {
    return this.#tasks.run(async () => {
      this.#paths.delete(id)
      for (const name of await this.#names(id)) await rm(join(this.folder, name), { force: true })
    })
  }

  /** All files, and sentences about those that cannot be read; damaged ones are set aside. @throws WinnowError */
  list(): Promise<{ found: FoundRecovery[]; troubles: string[] }> {
    return this.#tasks.run(async () => {
      const found: FoundRecovery[] = []
      const troubles: string[] = []
      for (const name of await this.#names()) {
        const path = join(this.folder, name)
        try {
          const file = await new DurableFile(path, recoveryKind).read()
          if (file) found.push({ path, file })
        } catch (error) {
          if (!(error instanceof WinnowError)) throw error
          troubles.push(error instanceof DamagedFile ? await setAside(path, error) : error.message)
        }
      }
      return { found, troubles }
    })
  }

  /** Puts the files with these ids into a folder of their own and resolves to that. @throws WinnowError */
  discard(ids: readonly string[]): Promise<string> {
    return this.#tasks.run(async () => {
      const folder = join(this.folder, 'discarded')
      try {
        await makeFolder(folder, true)
        for (const id of ids)
          for (const name of await this.#names(id)) await rename(join(this.folder, name), join(folder, name))
        await syncFolder(folder)
        return folder
      } catch (error) {
        throw new WinnowError(
          'not-saved',
          say`The recovery files could not be moved to ${folder}: ${diskReason(error)}. They are still in ${this.folder}. Mend the cause and try again.`,
          { cause: error },
        )
      }
    })
  }

  async #names(id = '[0-9a-f]{16}'): Promise<string[]> {
    const pattern = new RegExp(`\\.${id}\\.json$`)
    try {
      return (await readdir(this.folder)).filter((name) => pattern.test(name)).sort()
    } catch (error) {
      if (isAbsent(error)) return []
      throw new WinnowError(
        'recovery-unreadable',
        say`The folder of recovery files ${this.folder} could not be read: ${diskReason(error)}. Nothing in it was touched. Mend the cause and open the corpus again.`,
        { cause: error },
      )
    }
  }
}

/** Such that people see which document it is of. */
const nameFor = (document: string, id: string): string =>
  (labelsName(document).split('/').at(-1) ?? '').replace(/\.json$/, `.${id}.json`)

async function setAside(path: string, damage: DamagedFile): Promise<string> {
  const aside = `${path}.damaged-${timeMark(new Date())}`
  try {
    await rename(path, aside)
    return say`${damage.message} It was set aside as ${aside}; what can be read in it may still help.`
  } catch (error) {
    return say`${damage.message} It could not be set aside: ${diskReason(error)}.`
  }
}

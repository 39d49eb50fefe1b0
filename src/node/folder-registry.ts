import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Folder } from '../core/contract.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'

/**
 * Names folders by ids, of which only those count that were registered, so that no window can ask for a folder that the
 * user has not given. An id is the same in the next process: a page that outlived its host goes on with the next one.
 */
export class FolderRegistry {
  readonly #byId = new Map<string, Folder>()
  readonly #byPath = new Map<string, Folder>()

  /** The folder at `path`, which need not exist. The same folder has the same id, whatever path leads there. */
  register(path: string): Folder {
    const real = realPath(path)
    const known = this.#byPath.get(real)
    if (known) return known
    const folder = { id: idOf(real), name: basename(real) || real, path: real }
    this.#byId.set(folder.id, folder)
    this.#byPath.set(real, folder)
    return folder
  }

  /** @throws WinnowError `folder-unknown` */
  get(id: string): Folder {
    const folder = this.#byId.get(id)
    if (!folder)
      throw new WinnowError(
        'folder-unknown',
        say`Winnow does not know this folder any more, as it was started anew. Saved labels are safe. Open the folder again.`,
      )
    return folder
  }
}

const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 32)

/** The path without symbolic links, as far as it exists; what is missing or barred below that keeps its name. */
function realPath(path: string): string {
  const absolute = resolve(path)
  try {
    return realpathSync(absolute)
  } catch {
    // Opening the folder tells the user what is wrong with it.
    const above = dirname(absolute)
    return above === absolute ? absolute : join(realPath(above), basename(absolute))
  }
}

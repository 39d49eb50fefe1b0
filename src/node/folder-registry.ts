import { randomUUID } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Folder } from '../core/contract.ts'
import { WinnowError } from '../core/winnow-error.ts'

/** Names folders by random ids, so that no window can ask for one that the user has not given. */
export class FolderRegistry {
  readonly #byId = new Map<string, Folder>()
  readonly #byPath = new Map<string, Folder>()

  /** The folder at `path`, which need not exist. The same folder has the same id, whatever path leads there. */
  register(path: string): Folder {
    const real = realPath(path)
    const known = this.#byPath.get(real)
    if (known) return known
    const folder = { id: randomUUID(), name: basename(real) || real, path: real }
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
        'Winnow does not know this folder any more, as it was started anew. Saved labels are safe. Open the folder again.',
      )
    return folder
  }
}

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

import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

/** How many folders are watched at most: systems allow a process a limited number. The others are looked through. */
const mostFolders = 4096
/** For how long a folder has to be left alone before it is looked at, in milliseconds. */
const calm = 1000
/** How often folders are looked through that cannot be watched, in milliseconds. */
const lookEvery = 60_000

/**
 * Notices that something changed in the folders of a corpus. Watches folders and no files, of which there may be a
 * hundred thousand; what changed is found by listing them anew.
 */
export class FolderWatch {
  readonly #root: string
  readonly #onChange: () => void
  readonly #watchers = new Map<string, FSWatcher>()
  #calm: NodeJS.Timeout | null = null
  #look: NodeJS.Timeout | null = null
  #pause = calm

  constructor(root: string, onChange: () => void) {
    this.#root = root
    this.#onChange = onChange
  }

  /**
   * Watches these folders and no others.
   * @param folders below the root with `/`; '' for the root itself
   * @param took for how long they were listed, in milliseconds; a corpus that takes long is not listed all the time
   */
  follow(folders: ReadonlySet<string>, took: number): void {
    this.#pause = Math.max(calm, 10 * took)
    for (const [folder, watcher] of this.#watchers)
      if (!folders.has(folder)) {
        watcher.close()
        this.#watchers.delete(folder)
      }
    for (const folder of folders)
      if (this.#watchers.size < mostFolders && !this.#watchers.has(folder)) this.#watch(folder)
    if (this.#look) clearTimeout(this.#look)
    this.#look = null
    if (this.#watchers.size >= folders.size) return
    this.#look = setTimeout(() => this.#onChange(), Math.max(lookEvery, 20 * took))
    this.#look.unref()
  }

  close(): void {
    for (const timer of [this.#calm, this.#look]) if (timer) clearTimeout(timer)
    for (const watcher of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(join(this.#root, folder), { persistent: false }, (_, name) => {
        // What begins with a dot, and the labels that we write ourselves, are no dumps.
        if (name?.startsWith('.') || (folder === '' && name === 'winnow')) return
        this.#changed()
      })
      // One that went away is missed by its parent, which tells of it.
      watcher.on('error', () => this.#forget(folder, watcher))
      this.#watchers.set(folder, watcher)
    } catch {
      // It went away, or no more can be watched: it is looked through now and then.
    }
  }

  #forget(folder: string, watcher: FSWatcher): void {
    watcher.close()
    if (this.#watchers.get(folder) === watcher) this.#watchers.delete(folder)
  }

  /** Tells of it once nothing more happens for a moment. */
  #changed(): void {
    if (this.#calm) clearTimeout(this.#calm)
    this.#calm = setTimeout(() => this.#onChange(), this.#pause)
    this.#calm.unref()
  }
}

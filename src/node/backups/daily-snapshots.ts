import { dirname, join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { keptSnapshots } from '../../core/backups/kept-snapshots.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskCode, diskReason, isAbsent } from '../disk-error.ts'
import { fileExists } from '../file-exists.ts'
import { lockOn, withFileLock } from '../file-lock.ts'
import { lockOf } from '../locks/lock-file.ts'
import { isGone } from '../locks/lock-owner.ts'
import { quietTime, sight } from '../locks/lock-sights.ts'
import { makeFolder } from '../make-folder.ts'
import { backupsFolderOf, makeUnversioned } from './backups-folder.ts'
import { copyInto } from './copy-into.ts'
import { dayOf } from './day-of.ts'
import { makeSnapshot, removeHalfCopies, removeSnapshot } from './make-snapshot.ts'
import { leftoversIn, snapshotFolder, snapshotsIn, unfinishedFolder } from './snapshots-in.ts'

/** How often is looked whether another Winnow is done with it, in milliseconds. */
const lookEvery = 500

/** What is known of the snapshot of a day. */
interface Today {
  readonly day: string
  /** Resolves once a file can be put into it, or need not be any more. */
  readonly ready: Promise<void>
  readonly over: Promise<void>
  /** Whether files may be written without being copied before: it is whole, or cannot be made. */
  settled: boolean
  failed: boolean
}

export interface SnapshotContext {
  readonly now: () => Date
  /** Told by a sentence that there is no snapshot of today, or not of everything. */
  readonly onTrouble: (home: string, message: string) => void
  readonly log: (error: unknown) => void
}

/**
 * Sees to it that each day on which labels change there is a snapshot of how they were before, made in the background.
 * A file that is to be written before its turn has come is copied first.
 */
export class DailySnapshots {
  readonly #context: SnapshotContext
  readonly #today = new Map<string, Today>()
  readonly #stop = new AbortController()
  /** What was told last of each labels home, which is not told with every save. */
  readonly #told = new Map<string, string>()

  constructor(context: SnapshotContext) {
    this.#context = context
  }

  /** Begins to make the snapshot of today, unless there is one or it is being made. */
  begin(home: string): void {
    const day = dayOf(this.#context.now())
    const known = this.#today.get(home)
    if (known?.day === day && !known.failed) return
    this.#told.delete(home)
    this.#begin(home, day)
  }

  /** Resolves once the file at `path` may be written: what it holds now is in the snapshot of today. Never rejects. */
  async beforeWrite(home: string, path: string): Promise<void> {
    const day = dayOf(this.#context.now())
    const known = this.#today.get(home)
    const today = known?.day === day ? known : this.#begin(home, day)
    if (today.settled) return
    await today.ready
    if (today.settled) return
    const kept = join(unfinishedFolder(home, day), relative(home, path))
    try {
      await makeFolder(dirname(kept))
      await copyInto(path, kept).catch((error: unknown) => {
        if (!isAbsent(error)) throw error
        // Another Winnow, which begins with it, may have taken the copy for one that was left half done.
        return copyInto(path, kept)
      })
    } catch (error) {
      // Not there yet, or the snapshot has just become whole.
      if (!isAbsent(error)) this.#report(home, noSnapshot(home, error))
    }
  }

  /** Resolves once all of today's labels are in a snapshot, or could not be, which is told. */
  async whole(home: string): Promise<void> {
    this.begin(home)
    await this.#today.get(home)?.over
  }

  /** Ends what is being made; the next one goes on with it. */
  async close(): Promise<void> {
    this.#stop.abort()
    await Promise.all([...this.#today.values()].map(({ over }) => over))
  }

  #begin(home: string, day: string): Today {
    let ready = (): void => {}
    const isReady = new Promise<void>((resolve) => {
      ready = resolve
    })
    const state = { failed: false }
    const over = this.#run(home, day, ready)
      .catch((error: unknown) => this.#tell(home, error, state))
      .finally(() => {
        today.settled = true
        today.failed = state.failed
        ready()
      })
    const today: Today = { day, ready: isReady, over, settled: false, failed: false }
    this.#today.set(home, today)
    return today
  }

  #tell(home: string, error: unknown, state: { failed: boolean }): void {
    state.failed = true
    if (this.#stop.signal.aborted) return
    if (diskCode(error) === null && !(error instanceof WinnowError)) this.#context.log(error)
    this.#report(home, noSnapshot(home, error))
  }

  #report(home: string, message: string): void {
    if (this.#told.get(home) === message) return
    this.#told.set(home, message)
    this.#context.onTrouble(home, message)
  }

  async #run(home: string, day: string, ready: () => void): Promise<void> {
    if (await this.#needsNone(home, day)) return
    await makeUnversioned(backupsFolderOf(home))
    const path = snapshotFolder(home, day)
    const { signal } = this.#stop
    while (!(await this.#needsNone(home, day))) {
      const held = await lockOn(path)
      if (!held) await withFileLock(path, () => this.#make(home, day, ready))
      else if (held.owner && (await isGone(held.owner)))
        await withFileLock(path, () => this.#make(home, day, ready))
      // A computer that went away may have left it half done: two that go on with it do no harm, as what is there stays.
      else if (sight(lockOf(path), held) >= quietTime) await this.#make(home, day, ready)
      else {
        // Another Winnow makes it. Files that are about to be written can be put into it from here too.
        ready()
        await setTimeout(lookEvery, undefined, { signal, ref: false })
      }
    }
  }

  async #make(home: string, day: string, ready: () => void): Promise<void> {
    if (await this.#needsNone(home, day)) return
    await makeFolder(unfinishedFolder(home, day))
    // Before anything is put into it from here.
    await removeHalfCopies(unfinishedFolder(home, day))
    ready()
    const former = (await snapshotsIn(home)).at(-1)
    const { leftOut } = await makeSnapshot({
      home,
      day,
      made: this.#context.now(),
      former: former ? snapshotFolder(home, former.day) : null,
      signal: this.#stop.signal,
    })
    if (leftOut.length > 0) this.#report(home, notOfAll(home, leftOut))
    await prune(home, day)
  }

  async #needsNone(home: string, day: string): Promise<boolean> {
    return !(await fileExists(join(home, 'labels'))) || (await fileExists(snapshotFolder(home, day)))
  }
}

/** Removes the snapshots that are too old or too large, and what is left of others. Rejects with an error of the disk. */
async function prune(home: string, day: string): Promise<void> {
  const all = await snapshotsIn(home)
  const kept = new Set(keptSnapshots(all, day))
  for (const snapshot of all)
    if (!kept.has(snapshot)) await removeSnapshot(snapshotFolder(home, snapshot.day))
  for (const path of await leftoversIn(home, day)) await removeSnapshot(path)
}

const noSnapshot = (home: string, error: unknown): string =>
  say`The daily snapshot in ${backupsFolderOf(home)} could not be made: ${diskReason(error)}. The labels themselves are saved as ever, each with its version before. Mend the cause and open the folder again.`

function notOfAll(home: string, leftOut: readonly string[]): string {
  const folder = backupsFolderOf(home)
  const [first = ''] = leftOut
  return leftOut.length === 1
    ? say`A file is missing in the daily snapshot in ${folder}: ${first} The labels themselves are saved as ever. Mend the cause; the next snapshot is made tomorrow.`
    : say`${leftOut.length} files are missing in the daily snapshot in ${folder}: ${first} The labels themselves are saved as ever. Mend the cause; the next snapshot is made tomorrow.`
}

import { chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const nobody = 65_534

/** The id of a user whom permissions hold back, to run a process as; undefined if we are one already. */
export const ordinaryUser = (): number | undefined => (process.geteuid?.() === 0 ? nobody : undefined)

/**
 * Does `work` as a user whom permissions hold back: root, whom they do not, becomes nobody for that time. Not
 * for `fs.access`, which asks who started the process: for that, run a process as {@link ordinaryUser}.
 */
export async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (ordinaryUser() === undefined) return work()
  process.seteuid?.(nobody)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

/** Gives `folder` and all in it to the user that {@link asOrdinaryUser} becomes. */
export function giveToOrdinaryUser(folder: string): void {
  if (ordinaryUser() === undefined) return
  chownSync(folder, nobody, nobody)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    chownSync(join(entry.parentPath, entry.name), nobody, nobody)
}

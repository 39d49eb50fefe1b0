import { chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const nobody = 65_534

/** Does `work` as a user whom permissions hold back: root, whom they do not, becomes nobody for that time. */
export async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(nobody)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

/** Gives `folder` and all in it to the user that {@link asOrdinaryUser} becomes. */
export function giveToOrdinaryUser(folder: string): void {
  if (process.geteuid?.() !== 0) return
  chownSync(folder, nobody, nobody)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    chownSync(join(entry.parentPath, entry.name), nobody, nobody)
}

import { stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { isAbsent } from './disk-error.ts'

/** For how long a file is looked at, in milliseconds. */
const moment = 100

/** False while another program writes the file at `path` bit by bit, as git does: half of it would look like damage. */
export async function isAtRest(path: string): Promise<boolean> {
  const before = await looksOf(path)
  await setTimeout(moment)
  return (await looksOf(path)) === before
}

async function looksOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    if (isAbsent(error)) return ''
    throw error
  }
}

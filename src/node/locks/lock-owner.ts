import { createHash, randomBytes } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'
import { hostname, networkInterfaces } from 'node:os'
import { z } from 'zod'
import { diskCode } from '../disk-error.ts'

/** Who holds a lock, as it stands in the lock file. */
export const lockOwnerSchema = z.object({
  format: z.literal('winnow-lock'),
  /** Differs for each time that a lock is taken. */
  token: z.string().min(1).max(128),
  /** The name of the computer, for people; two may have the same. */
  host: z.string(),
  /** Which run of which system, and which of its sets of process numbers; null where that cannot be told. */
  machine: z.string().nullable(),
  pid: z.int().positive(),
  /** When the program was started, ISO 8601 in UTC, by its own clock. */
  started: z.string(),
  /** When it was started as its system counts, so that a process that got its number later is not taken for it. */
  ticks: z.string().nullable(),
  annotator: z.string().nullable(),
  /** When it took the lock, ISO 8601 in UTC, by its own clock. */
  since: z.string(),
})

export type LockOwner = z.infer<typeof lockOwnerSchema>

/** Begins the tokens of this program, and of one thread of it. */
const ownTokens = randomBytes(8).toString('hex')
const held = new Set<string>()
let taken = 0

const started = new Date(Date.now() - process.uptime() * 1000).toISOString()
let self: Promise<Pick<LockOwner, 'machine' | 'ticks'>> | null = null

/** This program as the owner of one more lock. */
export async function newOwner(annotator: string | null): Promise<LockOwner> {
  self ??= Promise.all([machine(), ticksOf(process.pid)]).then(([id, ticks]) => ({
    machine: id,
    ticks: typeof ticks === 'string' ? ticks : null,
  }))
  return {
    format: 'winnow-lock',
    token: `${ownTokens}-${++taken}`,
    host: hostname(),
    ...(await self),
    pid: process.pid,
    started,
    annotator,
    since: new Date().toISOString(),
  }
}

/** Notes that this program holds the lock with `token`, or no longer does. */
export function noteHeld(token: string, isHeld: boolean): void {
  if (isHeld) held.add(token)
  else held.delete(token)
}

/**
 * True if it is certain that nobody holds the lock any more: the owner ran in this very system and is no longer there,
 * or was this program. False where that cannot be known, as of another computer or container.
 */
export async function isGone(owner: LockOwner): Promise<boolean> {
  if (owner.token.startsWith(`${ownTokens}-`)) return !held.has(owner.token)
  const own = await newOwner(null)
  if (owner.machine === null || owner.machine !== own.machine || owner.host !== own.host) return false
  if (owner.pid === process.pid) return owner.ticks !== own.ticks
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    // EPERM: it is there, and another user's.
    if (diskCode(error) === 'ESRCH') return true
  }
  const ticks = await ticksOf(owner.pid)
  if (ticks === null) return false
  return ticks === 'ended' || (owner.ticks !== null && ticks !== owner.ticks)
}

/** When a process was started, in the system's ticks; null where the system does not tell. */
async function ticksOf(pid: number): Promise<string | 'ended' | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The program's name, in parentheses, may hold spaces and parentheses itself.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // One that ended, and that its parent has not asked about, is still listed.
    return state === 'Z' || state === 'X' ? 'ended' : (fields[18] ?? null)
  } catch {
    return null
  }
}

/**
 * The same for two programs exactly if the process numbers of one are those of the other. A host's name does not tell:
 * containers of one image have the same, and each counts its processes from 1.
 */
async function machine(): Promise<string | null> {
  if (process.platform === 'linux')
    try {
      const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
      return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`
    } catch {
      return null
    }
  const cards = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).flatMap(({ mac, internal }) => (internal ? [] : [mac])),
  )
  if (cards.length === 0) return null
  return createHash('sha256')
    .update([...new Set(cards)].sort().join(' '))
    .digest('hex')
}

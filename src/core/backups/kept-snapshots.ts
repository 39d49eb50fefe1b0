import type { SnapshotFile } from './snapshot-file.ts'

/** For how many days snapshots are kept, and how much the older ones may hold that the newest does not, in bytes. */
export interface SnapshotLimits {
  readonly days: number
  readonly bytes: number
}

export const snapshotLimits: SnapshotLimits = { days: 14, bytes: 1_000_000_000 }

type Sized = Pick<SnapshotFile, 'day' | 'bytes' | 'added'>

/**
 * Those of `snapshots` that are kept on the day `today`, the oldest first: the oldest ones go where they are too old or
 * all together too large; the newest stays whatever it is.
 */
export function keptSnapshots<T extends Sized>(
  snapshots: readonly T[],
  today: string,
  limits: SnapshotLimits = snapshotLimits,
): T[] {
  const sorted = [...snapshots].sort((a, b) => (a.day < b.day ? -1 : 1))
  const young = sorted.filter(
    (snapshot, index) => index === sorted.length - 1 || daysBetween(snapshot.day, today) <= limits.days,
  )
  let first = 0
  while (first < young.length - 1 && heldBeside(young.slice(first)) > limits.bytes) first++
  return young.slice(first)
}

/**
 * How many bytes `snapshots`, the oldest first, hold beside those of the newest: the whole of the oldest and what each
 * later one added, as files that did not change are shared.
 */
export function heldBeside(snapshots: readonly Sized[]): number {
  const [oldest, ...later] = snapshots
  const held = later.reduce((sum, { added }) => sum + added, oldest?.bytes ?? 0)
  return Math.max(0, held - (snapshots.at(-1)?.bytes ?? 0))
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

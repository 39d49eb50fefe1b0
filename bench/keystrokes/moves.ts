import type { CommandId } from '../../src/core/commands.ts'

/** A command that makes another segment the current one, and which one. */
type Move = readonly [CommandId, (from: number, last: number) => number]

const moves: readonly Move[] = [
  ['move-next', (from, last) => Math.min(last, from + 1)],
  ['move-previous', (from) => Math.max(0, from - 1)],
  ['move-page-down', (from, last) => Math.min(last, from + 10)],
  ['move-page-up', (from) => Math.max(0, from - 10)],
  ['move-first', () => 0],
  ['move-last', (_, last) => last],
]

const extensions: readonly Move[] = [
  ['extend-next', (from, last) => Math.min(last, from + 1)],
  ['extend-previous', (from) => Math.max(0, from - 1)],
  ['extend-page-down', (from, last) => Math.min(last, from + 10)],
  ['extend-page-up', (from) => Math.max(0, from - 10)],
  ['extend-first', () => 0],
  ['extend-last', (_, last) => last],
]

/** The fewest commands that lead from one segment to each other one. */
export interface Ways {
  /** How many commands; Infinity where there is no way. */
  readonly cost: (to: number) => number
  readonly commands: (to: number) => CommandId[]
}

/**
 * The shortest ways from segment `from` of `count`, by breadth-first search.
 * @param nextUnlabelled the segment that “next without a label” leads to from each; -1 where none is below
 * @param known the first segment from which on it is known what has a label
 */
export function waysFrom(
  from: number,
  count: number,
  nextUnlabelled: readonly number[],
  known: number,
): Ways {
  const next = (at: number): number => (at < known - 1 ? -1 : (nextUnlabelled[at] ?? -1))
  return search(from, count, [...moves, ['next-unlabelled', (at) => (next(at) < 0 ? at : next(at))]])
}

/** The shortest ways to extend a selection that begins at segment `from`. */
export const extensionsFrom = (from: number, count: number): Ways => search(from, count, extensions)

function search(from: number, count: number, steps: readonly Move[]): Ways {
  const before = new Int32Array(count).fill(-1)
  const by: (CommandId | undefined)[] = new Array(count)
  const costs = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  costs[from] = 0
  const queue = [from]
  for (const at of queue)
    for (const [command, move] of steps) {
      const to = move(at, count - 1)
      if (costs[to] !== Number.POSITIVE_INFINITY) continue
      costs[to] = (costs[at] ?? 0) + 1
      before[to] = at
      by[to] = command
      queue.push(to)
    }
  return {
    cost: (to) => costs[to] ?? Number.POSITIVE_INFINITY,
    commands: (to) => {
      const commands: CommandId[] = []
      for (let at = to; at !== from; at = before[at] ?? from) {
        const command = by[at]
        if (command !== undefined) commands.push(command)
      }
      return commands.reverse()
    },
  }
}

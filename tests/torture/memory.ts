import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Arguments of Node that let {@link holdingsOf} ask the process. */
export const memoryProbe = [
  '--expose-gc',
  '--import',
  fileURLToPath(new URL('memory-probe.mjs', import.meta.url)),
] as const

const answerSchema = z.object({
  heap: z.number(),
  rss: z.number(),
  listeners: z.number(),
  timers: z.number(),
})

/** What a process holds after a garbage collection. Sizes in bytes. */
export interface Holdings extends z.infer<typeof answerSchema> {
  /** Open files and sockets. */
  readonly files: number
  readonly threads: number
}

/** Of a host that was started with {@link memoryProbe}, on Linux. */
export async function holdingsOf(child: ChildProcess): Promise<Holdings> {
  const answered = once(child, 'message')
  child.send({})
  const [answer] = await answered
  const [files, threads] = await Promise.all([
    readdir(`/proc/${child.pid}/fd`),
    readdir(`/proc/${child.pid}/task`),
  ])
  return { ...answerSchema.parse(answer), files: files.length, threads: threads.length }
}

/**
 * How much more of everything there is at the end than after the warm-up, said in a few words, and a sentence for each
 * that there is too much more of: more than the ratio in `most`, or of what is not named there more than four.
 */
export function grownIn<T extends object>(
  looks: readonly T[],
  most: Partial<Record<keyof T, number>>,
): { said: string; failures: string[] } {
  const said: string[] = []
  const failures: string[] = []
  const fifth = Math.max(1, Math.floor(looks.length / 5))
  for (const name of Object.keys(looks[0] ?? {}) as (keyof T & string)[]) {
    const series = looks.map((look) => Number(look[name]))
    const before = median(series.slice(fifth, 2 * fifth))
    const after = median(series.slice(-fifth))
    said.push(`${name} ${short(after)}/${short(before)}`)
    const limit = most[name]
    if (limit === undefined ? after > before + 4 : after > before * limit)
      failures.push(`${name} grew: ${series.map(short).join(', ')}`)
  }
  return { said: said.join(', '), failures }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Bytes in MB where there are that many. */
const short = (value: number): string =>
  value > 2 ** 20 ? `${(value / 2 ** 20).toFixed(1)} MB` : `${Math.round(100 * value) / 100}`

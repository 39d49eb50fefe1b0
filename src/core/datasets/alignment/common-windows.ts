import type { Gap, LetterLines } from './letter-lines.ts'
import type { CommonRun } from './longest-chain.ts'

/** How much of the gold text is looked for: a window in so many letters, and one at the beginning of each line. */
const probeEvery = (length: number): number => Math.max(1, length >> 1)

/** How much room the filter has for each window that is looked for, which tells most of the others apart. */
const roomForEach = 16

const base = 0x01000193

interface Probe {
  readonly b: number
  timesInGold: number
  a: number
  timesInDump: number
}

/** Windows of `length` letters that occur once in the gap of each, in the order of the gold text. */
export function commonWindows(dump: LetterLines, gold: LetterLines, gap: Gap, length: number): CommonRun[] {
  const { a0, a1, b0, b1 } = gap
  if (a1 - a0 < length || b1 - b0 < length) return []
  const probes = probesOf(gold, gap, length)
  const shift = Math.max(8, Math.clz32(probes.size * roomForEach))
  const filter = new Uint8Array(2 ** (32 - shift))
  for (const hash of probes.keys()) filter[hash >>> shift] = 1
  const find = (hash: number): Probe | undefined =>
    filter[hash >>> shift] === 1 ? probes.get(hash) : undefined
  eachWindow(gold.numbers, b0, b1, length, (hash) => {
    const probe = find(hash)
    if (probe) probe.timesInGold++
  })
  eachWindow(dump.numbers, a0, a1, length, (hash, at) => {
    const probe = find(hash)
    if (!probe) return
    probe.timesInDump++
    probe.a = at
  })
  const runs: CommonRun[] = []
  for (const { b, timesInGold, a, timesInDump } of probes.values())
    if (timesInGold === 1 && timesInDump === 1 && same(dump.numbers, a, gold.numbers, b, length))
      runs.push({ a, b, length })
  return runs.sort((one, other) => one.b - other.b)
}

/** The windows to look for by their hashes. */
function probesOf({ numbers, lineStarts }: LetterLines, { b0, b1 }: Gap, length: number): Map<number, Probe> {
  const probes = new Map<number, Probe>()
  const every = probeEvery(length)
  let line = 0
  let since = every
  eachWindow(numbers, b0, b1, length, (hash, at) => {
    while ((lineStarts[line] ?? Number.POSITIVE_INFINITY) < at) line++
    if (lineStarts[line] !== at && ++since < every) return
    since = 0
    if (!probes.has(hash)) probes.set(hash, { b: at, timesInGold: 0, a: -1, timesInDump: 0 })
  })
  return probes
}

/** Tells the hash, unsigned and of 32 bits, of each window within `[from, to)` and where it begins. */
function eachWindow(
  numbers: Int32Array,
  from: number,
  to: number,
  length: number,
  tell: (hash: number, at: number) => void,
): void {
  let outgoing = 1
  for (let times = 1; times < length; times++) outgoing = Math.imul(outgoing, base)
  let hash = 0
  for (let at = from; at < to; at++) {
    if (at >= from + length) hash -= Math.imul(numbers[at - length] ?? 0, outgoing)
    hash = (Math.imul(hash, base) + (numbers[at] ?? 0)) | 0
    // The low bits of a sum of products tell little; multiplied by the golden ratio they reach the high ones.
    if (at - from + 1 >= length) tell(Math.imul(hash, 0x9e3779b1) >>> 0, at - length + 1)
  }
}

function same(a: Int32Array, fromA: number, b: Int32Array, fromB: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[fromA + at] !== b[fromB + at]) return false
  return true
}

import { commonLines } from './common-lines.ts'
import { commonWindows } from './common-windows.ts'
import { type Gap, type LetterLines, lineStartFrom, lineStartUpTo } from './letter-lines.ts'
import { type CommonRun, longestChain } from './longest-chain.ts'

interface Task extends Gap {
  readonly stage: number
  readonly depth: number
}

type Stage = (dump: LetterLines, gold: LetterLines, gap: Gap) => CommonRun[]

/** In a longer gap a few letters are found by accident. */
const longestForFew = 20_000

const stages: readonly Stage[] = [
  (dump, gold, gap) => commonWindows(dump, gold, gap, 32),
  (dump, gold, gap) => commonWindows(dump, gold, gap, 12),
  commonLines,
  (dump, gold, gap) =>
    Math.max(gap.a1 - gap.a0, gap.b1 - gap.b0) > longestForFew ? [] : commonWindows(dump, gold, gap, 5),
]

/** How often a stage is tried again within what it left. */
const deepest = 6

/**
 * For each letter of the dump the letter of the gold text that it is matched with, or -1; both ascend. Gold text is what
 * is left of a dump, so most of it is found whole.
 *
 * Anchored as in patience diff (B. Cohen, 2005, for Bazaar): what occurs once in either is matched first, here windows
 * of 32 and then 12 letters, found by a rolling hash as in rsync (A. Tridgell and P. Mackerras, 1996; R. M. Karp and
 * M. O. Rabin, 1987), of these the longest chain, each spread as far as the letters are the same; then, in the gaps
 * between, whole lines, and windows of 5 letters. Each stage goes over a gap once and at most {@link deepest} times
 * again over parts of it, so that the time is O(n log n) in the letters.
 */
export function matchLetters(dump: LetterLines, gold: LetterLines): Int32Array {
  const partners = new Int32Array(dump.numbers.length).fill(-1)
  const whole = matchEnds(dump, gold, partners)
  const tasks: Task[] = [{ ...whole, stage: 0, depth: 0 }]
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const find = stages[task.stage]
    if (!find || task.a0 === task.a1 || task.b0 === task.b1) continue
    const chain = longestChain(find(dump, gold, task))
    const goesOn = chain.length > 0 && task.depth < deepest
    const next = goesOn ? { stage: task.stage, depth: task.depth + 1 } : { stage: task.stage + 1, depth: 0 }
    for (const gap of spread(dump, gold, task, chain, partners)) tasks.push({ ...gap, ...next })
  }
  return partners
}

/** Matches the lines that both begin and end with, and returns what is left. */
function matchEnds(dump: LetterLines, gold: LetterLines, partners: Int32Array): Gap {
  const a = dump.numbers
  const b = gold.numbers
  const shorter = Math.min(a.length, b.length)
  let front = 0
  while (front < shorter && a[front] === b[front]) front++
  if (front < b.length) front = lineStartUpTo(gold, front)
  let back = 0
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++
  if (back < b.length - front) back = b.length - lineStartFrom(gold, b.length - back)
  for (let at = 0; at < front; at++) partners[at] = at
  for (let at = 1; at <= back; at++) partners[a.length - at] = b.length - at
  return { a0: front, a1: a.length - back, b0: front, b1: b.length - back }
}

/**
 * Matches the runs of `chain` and what is the same before and after each; yields the gaps between. A run grows within
 * its own line of the gold text, and by whole lines beyond: a few letters of another line are the same by accident.
 */
function* spread(
  { numbers: a }: LetterLines,
  gold: LetterLines,
  gap: Gap,
  chain: readonly CommonRun[],
  partners: Int32Array,
): Generator<Gap> {
  const b = gold.numbers
  let { a0, b0 } = gap
  for (const [index, run] of chain.entries()) {
    // What an earlier run has grown over.
    const late = Math.max(a0 - run.a, b0 - run.b, 0)
    if (late >= run.length) continue
    const { from, to } = longestPart(gold, run.b + late, run.b + run.length)
    const shift = run.a - run.b
    let start = from
    while (start > b0 && start + shift > a0 && a[start - 1 + shift] === b[start - 1]) start--
    const ownStart = lineStartUpTo(gold, from)
    if (start < ownStart) start = lineStartFrom(gold, start)
    const next = chain[index + 1]
    const limitB = next ? next.b : gap.b1
    const limitA = next ? next.a : gap.a1
    let end = to
    while (end < limitB && end + shift < limitA && a[end + shift] === b[end]) end++
    const ownEnd = lineStartFrom(gold, to)
    const meetsNext = end === next?.b && next.a - next.b === shift
    if (end > ownEnd && !meetsNext) end = Math.max(ownEnd, lineStartUpTo(gold, end))
    for (let at = start; at < end; at++) partners[at + shift] = at
    if (start > b0 && start + shift > a0) yield { a0, a1: start + shift, b0, b1: start }
    a0 = end + shift
    b0 = end
  }
  if (a0 < gap.a1 && b0 < gap.b1) yield { a0, a1: gap.a1, b0, b1: gap.b1 }
}

/** Of the lines that a run `[from, to)` of the gold text touches, its longest part in one of them. */
function longestPart(gold: LetterLines, from: number, to: number): { from: number; to: number } {
  let longest = { from, to: from }
  for (let at = from; at < to; ) {
    const end = Math.min(to, lineStartFrom(gold, at + 1))
    if (end - at > longest.to - longest.from) longest = { from: at, to: end }
    at = end
  }
  return longest
}

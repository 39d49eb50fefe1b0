import type { CommandId } from '../../src/core/commands.ts'
import type { Suggestion } from '../../src/core/suggestions/suggestion.ts'
import { extensionsFrom, type Ways, waysFrom } from './moves.ts'
import { isRight, type WantedLabels } from './wanted-labels.ts'

/** One thing an annotator asks for with one key press: a command, or a label for what is selected. */
export type Press = { readonly command: CommandId } | { readonly label: string }

/** A document as the annotator meets it. */
export interface KeyTask {
  readonly wanted: WantedLabels
  /** What is suggested for each line; empty in the manual way. */
  readonly suggestions: readonly (Suggestion | null)[]
  /** From which confidence on the whole document's suggestions are accepted. */
  readonly threshold: number
}

const labels = ['body', 'title', 'boilerplate', 'caption']
const rest = 'boilerplate'
/** How far above the first wrong line a selection may begin, where a page key lands better there. */
const early = 9

/**
 * The fewest presses found that make every line right, label the rest, and mark the document done. The annotator works
 * from the top down: goes to a wrong line, selects from there as far as one label fits, and labels; or accepts what is
 * suggested for a run. With suggestions, the better of two ways: accept the whole document above the threshold first,
 * or not.
 */
export function planKeys(task: KeyTask): Press[] {
  const byHand = planFrom(task, false)
  if (task.suggestions.length === 0) return byHand
  const accepting = planFrom(task, true)
  return accepting.length <= byHand.length ? accepting : byHand
}

interface Found {
  readonly cost: number
  readonly presses: () => Press[]
}

function planFrom({ wanted, suggestions, threshold }: KeyTask, acceptFirst: boolean): Press[] {
  const count = wanted.length
  const accepted = suggestions.map((one) => (acceptFirst && one && one.confidence >= threshold ? one : null))
  const given = Array.from({ length: count }, (_, line) => accepted[line]?.label ?? null)
  const nextUnlabelled = nextNulls(given)
  const firstUnlabelled = given.indexOf(null)
  const anyAccepted = accepted.some((one) => one !== null)
  const fine = (line: number): boolean => isRight(wanted, line, given[line] ?? rest)
  const wrongFrom = new Int32Array(count + 1).fill(count)
  for (let line = count - 1; line >= 0; line--)
    wrongFrom[line] = fine(line) ? (wrongFrom[line + 1] ?? count) : line

  const extensions = remembered((from) => extensionsFrom(from, count))
  const known = new Map<number, Found>()

  /** The best way on when all lines above `done` are right and `at` is the current one. */
  const best = (done: number, at: number): Found => {
    const key = done * (count + 1) + at
    const present = known.get(key)
    if (present) return present
    const wrong = wrongFrom[done] ?? count
    let found: Found = { cost: 0, presses: () => [] }
    if (wrong < count) {
      found = { cost: Number.POSITIVE_INFINITY, presses: () => [] }
      const consider = (cost: number, presses: () => Press[], doneThen: number, then: number): void => {
        if (cost >= found.cost) return
        const on = best(doneThen, then)
        if (cost + on.cost < found.cost)
          found = { cost: cost + on.cost, presses: () => [...presses(), ...on.presses()] }
      }
      const here = waysFrom(at, count, nextUnlabelled, done)
      for (const label of labels) {
        if (!isRight(wanted, wrong, label)) continue
        for (let start = wrong; start >= Math.max(done, wrong - early); start--) {
          if (!isRight(wanted, start, label)) break
          const reach = extensions(start)
          for (let end = wrong; end < count && isRight(wanted, end, label); end++) {
            const then = Math.min(end + 1, count - 1)
            const presses = (): Press[] => [
              ...asPresses(here.commands(start)),
              ...asPresses(reach.commands(end)),
              { label },
            ]
            consider(here.cost(start) + reach.cost(end) + 1, presses, end + 1, then)
          }
        }
      }
      const run = given[wrong] === null ? suggestedRun(given, suggestions, wrong) : null
      if (run?.lines.every((line) => isRight(wanted, line, run.label))) {
        const end = run.lines.at(-1) ?? wrong
        const below = nextUnlabelled[end] ?? -1
        // Where none is left below, the annotator is taken to one above, of which nothing is known here.
        const lost = below < 0 && firstUnlabelled < (run.lines[0] ?? 0) && wrongFrom[end + 1] !== count
        const after = below < 0 ? Math.min(end + 1, count - 1) : below
        for (const line of run.lines) {
          if (line < done || lost) continue
          const presses = (): Press[] => [...asPresses(here.commands(line)), { command: 'accept-run' }]
          consider(here.cost(line) + 1, presses, end + 1, after)
        }
      }
    }
    known.set(key, found)
    return found
  }

  const presses: Press[] = anyAccepted ? [{ command: 'accept-document' }] : []
  presses.push(...best(0, Math.max(0, anyAccepted ? firstUnlabelled : 0)).presses())
  const labelledAfter = given.map((label, line) => label !== null || !isRight(wanted, line, rest))
  if (labelledAfter.includes(false)) presses.push({ command: 'label-rest' })
  presses.push({ command: 'toggle-done' })
  return presses
}

/** The run of lines without a label around `line` for which the same is suggested; null where nothing is. */
function suggestedRun(
  given: readonly (string | null)[],
  suggestions: readonly (Suggestion | null)[],
  line: number,
): { readonly label: string; readonly lines: readonly number[] } | null {
  const label = suggestions[line]?.label
  if (label === undefined) return null
  const fits = (at: number): boolean => given[at] === null && suggestions[at]?.label === label
  let from = line
  while (fits(from - 1)) from--
  let to = line
  while (fits(to + 1)) to++
  return { label, lines: Array.from({ length: to - from + 1 }, (_, n) => from + n) }
}

const asPresses = (commands: readonly CommandId[]): Press[] => commands.map((command) => ({ command }))

/** For each line the next one without a label; -1 where there is none below. */
function nextNulls(given: readonly (string | null)[]): number[] {
  const next: number[] = new Array(given.length)
  let at = -1
  for (let line = given.length - 1; line >= 0; line--) {
    next[line] = at
    if (given[line] === null) at = line
  }
  return next
}

function remembered(make: (from: number) => Ways): (from: number) => Ways {
  const made = new Map<number, Ways>()
  return (from) => {
    const present = made.get(from)
    if (present) return present
    const ways = make(from)
    made.set(from, ways)
    return ways
  }
}

import type { RepeatedLine } from '../../core/contract-repetition.ts'
import { mostLines } from './ask-repeats.ts'
import type { Controller } from './controller.ts'
import { mayLabel } from './perform.ts'
import { propagate, propagationSentences } from './propagation.ts'
import { goToLine, listAnew, type RepeatedLines } from './repeated-lines.ts'
import { travel, undoLastPropagation } from './travel.ts'

/** A line that was given a label in the view of repeated lines and waits for its repeats to get it. */
interface WaitingLine {
  readonly line: RepeatedLine
  readonly label: string
  readonly scope: RepeatedLines['scope']
  readonly site: string | undefined
}

/** Those of the next job, in the order in which they were labelled. */
let waiting: WaitingLine[] = []
let working = false

/**
 * Labels all repeats of the current line of the view that have no label, and goes on to the next line. Whoever is
 * faster than the disk need not wait: what is labelled while a job runs goes with the next one, all in one.
 */
export function labelLine(controller: Controller, label: string): void {
  const { lines, current, scope, site } = controller.store.getState().repeatedLines
  const line = lines.get(current)
  if (!line || !mayLabel(controller)) return
  const onSite = scope === 'site' && site !== null
  waiting = waiting.filter((one) => one.line.key !== line.key)
  waiting.push({ line, label, scope: onSite ? 'site' : 'corpus', site: onSite ? site.name : undefined })
  give(controller, [line.key], { label, done: false })
  controller.store.setState({ lastLabel: label })
  goToLine(controller, current + 1)
  if (!working) void work(controller)
}

/** Takes the last label back: the one that still waits, else the last job. */
export async function undoLine(controller: Controller): Promise<void> {
  const last = waiting.pop()
  if (last) give(controller, [last.line.key], null)
  else if (!working) {
    await undoLastPropagation(controller)
    listAnew(controller, 0)
  }
}

/** Does again what was taken back last. */
export async function redoLine(controller: Controller): Promise<void> {
  if (working) return
  await travel(controller, 'redo')
  listAnew(controller, 0)
}

/** Closes the view; where labels are still on their way, they keep the documents until they have arrived. */
export const closeRepeatedLines = ({ store }: Controller): void =>
  store.setState({ dialog: working ? 'propagating' : null })

async function work(controller: Controller): Promise<void> {
  working = true
  try {
    for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) await labelBatch(controller, batch)
  } finally {
    working = false
  }
}

async function labelBatch(controller: Controller, batch: readonly WaitingLine[]): Promise<void> {
  const [first] = batch
  const outcome = await propagate(controller, {
    lines: batch.map(({ line, label }) => ({ text: line.text, key: line.key, label })),
    scope: first?.scope ?? 'corpus',
    ...(first?.site === undefined ? {} : { site: first.site }),
    from: null,
    overwrite: false,
  })
  for (const { line, label } of batch)
    give(controller, [line.key], outcome?.step == null ? null : { label, done: true })
  if (!outcome) {
    // What went wrong with these would go wrong with those behind them.
    give(
      controller,
      waiting.map(({ line }) => line.key),
      null,
    )
    waiting = []
    return
  }
  const smooth = outcome.trouble === null && outcome.leftOut.length === 0
  controller.notify(
    smooth ? 'info' : 'alert',
    propagationSentences(outcome).join(' '),
    outcome.step === null ? null : 'undo-propagation',
  )
  if (outcome.cancelled) listAnew(controller, 0)
}

/** The lines that one job can label: those of the same scope. */
function nextBatch(): WaitingLine[] {
  const [first] = waiting
  const end = waiting.findIndex(({ scope, site }) => scope !== first?.scope || site !== first.site)
  const batch = waiting.slice(0, Math.min(end === -1 ? waiting.length : end, mostLines))
  waiting = waiting.slice(batch.length)
  return batch
}

/** Shows what lines were given; null: nothing after all. */
function give(
  { store }: Controller,
  keys: readonly string[],
  label: { label: string; done: boolean } | null,
): void {
  store.setState(({ repeatedLines }) => {
    const given = new Map(repeatedLines.given)
    for (const key of keys)
      if (label) given.set(key, label)
      else given.delete(key)
    return { repeatedLines: { ...repeatedLines, given } }
  })
}

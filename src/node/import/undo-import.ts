import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Value } from '../../core/contract.ts'
import { inverseAll } from '../../core/edit.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { eachStreamed } from '../each-streamed.ts'
import type { LabelsStore } from '../labels-store.ts'
import { NamedSuggestionsStore } from '../suggestions/named-suggestions-store.ts'
import { type JournalStep, journalSteps, removeJournal } from './import-journal.ts'

/** How many documents are dealt with at the same time. */
const atOnce = 16

/** What is needed to take an import back. */
export interface ImportToUndo {
  readonly home: string
  readonly step: string
  /** The labels of an annotator; not needed for suggestions. */
  readonly store: LabelsStore
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

type Undone = Value<'undoImport'>

/** Takes an import back; what was changed since stays and is named. @throws WinnowError if it is unknown or damaged */
export async function undoImport({ home, step, store, signal, onProgress }: ImportToUndo): Promise<Undone> {
  const undone: Undone = { documents: 0, kept: [], cancelled: false, trouble: null }
  const named = new NamedSuggestionsStore(home)
  await eachStreamed(journalSteps(home, step, onProgress), atOnce, async (one) => {
    await nextTurn()
    if (signal.aborted) undone.cancelled = true
    if (undone.cancelled || undone.trouble !== null) return
    try {
      await takeBack(one, store, named)
      undone.documents++
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      if (error.code === 'not-saved' || error.code === 'read-only') undone.trouble = error.message
      else undone.kept.push({ document: one.document, reason: error.message })
    }
  })
  // One that ended early can be gone on with: what is taken back already stays so.
  if (!undone.cancelled && undone.trouble === null) await removeJournal(home, step)
  return undone
}

async function takeBack(step: JournalStep, store: LabelsStore, named: NamedSuggestionsStore): Promise<void> {
  const { document } = step
  if ('edits' in step) {
    await store.session(document).apply(inverseAll(step.edits), 'import')
    return
  }
  const { before, after } = step
  const present = await named.read(after.model, document)
  if (JSON.stringify(present) === JSON.stringify(before)) return
  if (JSON.stringify(present) !== JSON.stringify(after))
    throw new WinnowError(
      'labels-changed',
      say`Its suggestions were changed by a later import. They were kept.`,
    )
  if (before) await named.save(before)
  else await named.remove(after.model, document)
}

import { type Flag, isFlag, type Status } from '../../core/annotation.ts'
import { type Edit, noteEdits, statusEdits } from '../../core/edit.ts'
import { i18n } from '../messages/i18n.ts'
import { commandHint } from './command-hint.ts'
import type { Controller } from './controller.ts'
import { documentAfter } from './document-list.ts'
import { edited, type OpenWork } from './open-work.ts'
import { mayLabel, openWork, perform } from './perform.ts'
import { workTotal } from './work-indexes.ts'

/** Opens the next (-1: the previous) document of the list; says so where there is none. */
export async function stepDocument(controller: Controller, step: 1 | -1): Promise<void> {
  const next = documentAfter(controller.store.getState(), step, false)
  if (next !== null) await controller.openDocument(next)
  else controller.notify('info', i18n.t(step === 1 ? 'notice.last-document' : 'notice.first-document'))
}

/** Marks the document done and opens the next one to do, asking first while segments have no label; or reopens it. */
export function toggleDone(controller: Controller): void {
  const work = openWork(controller)
  if (!work || !mayLabel(controller)) return
  if (work.annotation.status === 'done') {
    reopen(controller, work)
    return
  }
  const open = work.counts.get(null) ?? 0
  if (open > 0 && !work.askedDone) {
    controller.setWork((present) => ({ ...present, askedDone: true }))
    controller.notify(
      'info',
      i18n.t('notice.done-with-unlabelled', {
        count: open,
        done: commandHint(controller, 'toggle-done'),
        next: commandHint(controller, 'next-unlabelled'),
      }),
    )
    return
  }
  void finish(controller, work, 'done', i18n.t('notice.done', { document: work.document }))
}

/** Puts the document aside and opens the next one to do; or reopens one that was put aside. */
export function toggleSkipped(controller: Controller): void {
  const work = openWork(controller)
  if (!work || !mayLabel(controller)) return
  if (work.annotation.status === 'skipped') reopen(controller, work)
  else void finish(controller, work, 'skipped', i18n.t('notice.skipped', { document: work.document }))
}

/** Flags the document and opens the next one to do; null takes its flag away. */
export function setFlag(controller: Controller, flag: Flag | null): void {
  controller.store.setState({ dialog: null })
  const work = openWork(controller)
  if (!work || !mayLabel(controller)) return
  if (flag !== null)
    void finish(controller, work, flag, i18n.t('notice.flagged', { document: work.document }))
  else if (isFlag(work.annotation.status)) reopen(controller, work)
}

/** Shows the note as it is being written and saves it; {@link endNote} makes a step to undo of all of it. */
export function writeNote(controller: Controller, text: string): void {
  const work = openWork(controller)
  if (!work || !mayLabel(controller)) return
  const edits = noteEdits(work.annotation, text)
  if (edits.length === 0) return
  const after = edited(work, edits)
  controller.setWork(() => after)
  controller.save(after, edits)
}

/** The annotator has left the note of `document`, which was `before` when they came to it. */
export function endNote(controller: Controller, document: string, before: string): void {
  const work = openWork(controller)
  if (work?.document !== document || work.annotation.note === before) return
  const edits: Edit[] = [{ kind: 'note', before, after: work.annotation.note }]
  const { current, anchor, picked } = work
  const step = { edits, current, anchor, picked }
  controller.setWork((present) => ({ ...present, undo: [...present.undo, step], redo: [] }))
}

function reopen(controller: Controller, work: OpenWork): void {
  const labelled = work.annotation.segments.length > (work.counts.get(null) ?? 0)
  perform(controller, statusEdits(work.annotation, labelled ? 'in-progress' : 'new'))
  controller.notify('info', i18n.t('notice.reopened'))
}

async function finish(controller: Controller, work: OpenWork, status: Status, said: string): Promise<void> {
  // Found before the status changes, which may move the document to another place of the list.
  const next = documentAfter(controller.store.getState(), 1, true)
  perform(controller, statusEdits(work.annotation, status))
  if (next !== null) {
    await controller.openDocument(next)
    controller.notify('info', said)
    return
  }
  const state = controller.store.getState()
  const all = workTotal(state) === state.summaries.done
  const list = state.workList?.name
  const allDone = list === undefined ? i18n.t('notice.all-done') : i18n.t('work.all-done', { name: list })
  controller.notify('info', all ? allDone : `${said} ${i18n.t('notice.none-to-do')}`)
}

import type { Request } from '../../core/contract.ts'
import type { PropagationOutcome } from '../../core/contract-repetition.ts'
import type { Reply } from '../../core/reply.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import type { Step } from './open-work.ts'
import { mayLabel } from './perform.ts'
import { segmentsInDocuments } from './segments-in-documents.ts'

/** A job that labels many documents, or takes that back, and how far it is. */
export interface PropagationJob {
  readonly kind: 'propagate' | 'undo' | 'redo'
  readonly job: string
  readonly done: number
  readonly total: number
}

export type PropagationWanted = Omit<Request<'propagate'>, 'corpus' | 'job'>

/**
 * Labels the repeats of lines in other documents, once everything this window changed is on the disk. What was done
 * becomes one step to undo; `edits` are the open document's own that belong to it. Null where nothing was done, and
 * the annotator was told why.
 */
export async function propagate(
  controller: Controller,
  wanted: PropagationWanted,
  edits: Step['edits'] = [],
): Promise<PropagationOutcome | null> {
  const { corpus } = controller.store.getState()
  if (!corpus || !mayLabel(controller)) return null
  const outcome = await runJob(controller, 'propagate', (job) =>
    controller.invoke('propagate', { ...wanted, corpus: corpus.folder.id, job }),
  )
  if (!outcome.ok) {
    controller.notify('alert', outcome.message)
    return null
  }
  const { step } = outcome.value
  if (step !== null) {
    controller.store.setState(({ propagations }) => ({ propagations: [...propagations, step] }))
    controller.setWork((work) => {
      const { current, anchor, picked } = work
      // The edits were a step of their own until now.
      const before = work.undo.at(-1)?.edits === edits ? work.undo.slice(0, -1) : work.undo
      return {
        ...work,
        undo: [...before, { edits, propagation: step, current, anchor, picked }],
        redo: [],
      }
    })
  }
  return outcome.value
}

/** Takes a propagation back, or does it again. True once that is done wholly; the annotator is told what was done. */
export async function travelPropagation(
  controller: Controller,
  direction: 'undo' | 'redo',
  step: string,
): Promise<boolean> {
  const { corpus } = controller.store.getState()
  if (!corpus || !mayLabel(controller)) return false
  const call = direction === 'undo' ? 'undoPropagation' : 'redoPropagation'
  const reply = await runJob(controller, direction, (job) =>
    controller.invoke(call, { corpus: corpus.folder.id, step, job }),
  )
  if (!reply.ok) {
    controller.notify('alert', reply.message)
    // A service that was started anew does not know it any more; it must not stand before earlier steps for ever.
    if (reply.code === 'bad-request') forget(controller, step)
    return false
  }
  const outcome = reply.value
  const whole = !outcome.cancelled && outcome.trouble === null
  if (whole) {
    forget(controller, step)
    if (direction === 'redo')
      controller.store.setState(({ propagations }) => ({ propagations: [...propagations, step] }))
  }
  controller.notify(
    outcome.trouble === null && outcome.leftOut.length === 0 ? 'info' : 'alert',
    [
      i18n.t(direction === 'undo' ? 'repeats.undone' : 'repeats.redone', {
        segments: segmentsInDocuments(outcome.segments, outcome.documents),
      }),
      ...(outcome.kept === 0 ? [] : [i18n.t('repeats.stayed', { count: outcome.kept })]),
      ...troubles(outcome),
    ].join(' '),
  )
  return whole
}

const forget = ({ store }: Controller, step: string): void =>
  store.setState(({ propagations }) => ({ propagations: propagations.filter((one) => one !== step) }))

/** What a propagation did, as sentences; beside `here` segments that were labelled by hand along with it. */
export function propagationSentences(outcome: PropagationOutcome, here = 0): string[] {
  const segments = segmentsInDocuments(outcome.segments, outcome.documents)
  return [
    here === 0
      ? i18n.t('repeats.done', { segments })
      : i18n.t('repeats.done-here', { here: i18n.t('repeats.segments', { count: here }), segments }),
    ...troubles(outcome),
  ]
}

/** Why a job did not do all that was wanted. */
const troubles = (outcome: Omit<PropagationOutcome, 'step'>): string[] => [
  ...(outcome.trouble === null ? [] : [outcome.trouble]),
  ...(outcome.cancelled ? [i18n.t('repeats.stopped')] : []),
  ...(outcome.leftOut.length === 0
    ? []
    : [
        i18n.t('repeats.left-out', { count: outcome.leftOut.length }),
        ...outcome.leftOut.slice(0, 3).map(({ document, reason }) => `${document}: ${reason}`),
      ]),
]

/** Ends the job under way; what it did until then stays, as a step to undo. */
export function cancelPropagation(controller: Controller): void {
  const { propagationJob } = controller.store.getState()
  if (propagationJob) void controller.invoke('cancelJob', { job: propagationJob.job })
}

/** Runs a job while no key reaches the document, since its labels may change under it. */
async function runJob<T>(
  controller: Controller,
  kind: PropagationJob['kind'],
  start: (job: string) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const { store } = controller
  const job = crypto.randomUUID()
  store.setState(({ dialog, documents }) => ({
    dialog: dialog ?? 'propagating',
    propagationJob: { kind, job, done: 0, total: documents.size },
  }))
  const end = controller.subscribe((event) => {
    if (event.name !== 'job-progress' || event.payload.job !== job) return
    const { done, total } = event.payload
    store.setState({ propagationJob: { kind, job, done, total } })
  })
  try {
    const unsaved = await notSaved(controller)
    return unsaved === null ? await start(job) : { ok: false, code: 'not-saved', message: unsaved }
  } finally {
    end()
    store.setState(({ dialog }) => ({
      dialog: dialog === 'propagating' ? null : dialog,
      propagationJob: null,
    }))
  }
}

/** Waits until the disk has everything. The sentence why it does not, or null. */
function notSaved({ store }: Controller): Promise<string | null> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const { save } = store.getState()
      if (save.kind !== 'saving') resolve(save.kind === 'failed' ? save.trouble.message : null)
      return save.kind !== 'saving'
    }
    if (look()) return
    const end = store.subscribe(() => {
      if (look()) end()
    })
  })
}

import { type Edit, EditMismatch, inverseAll, labelEdits } from '../../core/edit.ts'
import { type Mark, type Segment, segmentFrom } from '../../core/segment.ts'
import { SerialTasks } from '../../core/serial-tasks.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { segmentsSent } from './open-work.ts'
import { openWork, perform } from './perform.ts'

/** Where a slip stands. */
interface SlipPlace {
  readonly document: string
  readonly start: number
  readonly end: number
}

/** A document as a review shows it. */
export interface ReviewedDocument {
  readonly document: string
  readonly text: string
  readonly segments: readonly Segment[]
}

type Changed =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly message: string }

/** The changes under way, one after the other, as each is made of what the ones before have left. */
const changes = new SerialTasks()

/** The document as it is by now: the open one, or one from the disk; the sentence why it cannot be read. */
export async function readReviewed(
  controller: Controller,
  document: string,
): Promise<ReviewedDocument | string> {
  const work = openWork(controller)
  if (work?.document === document) return { document, text: work.text, segments: work.annotation.segments }
  const { corpus } = controller.store.getState()
  if (!corpus) return i18n.t('document.none')
  const reply = await controller.invoke('openDocument', { corpus: corpus.folder.id, document })
  if (!reply.ok) return reply.message
  if (reply.value.kind === 'unsettled') return reply.value.message
  return { document, text: reply.value.text, segments: segmentsSent(reply.value) }
}

/** Gives the segment at `place` another label, durably, or as a step of the open document. */
export function changeLabel(controller: Controller, place: SlipPlace, mark: Mark): Promise<Changed> {
  return changes.run(async (): Promise<Changed> => {
    const found = await readReviewed(controller, place.document)
    if (typeof found === 'string') return { ok: false, message: found }
    const at = segmentFrom(found.segments, place.start)
    const segment = found.segments[at]
    if (segment?.start !== place.start || segment.end !== place.end)
      return { ok: false, message: i18n.t('review.cut-since') }
    const edits = labelEdits({ segments: found.segments, status: 'in-progress', note: '' }, [at], mark)
    const message = await apply(controller, place.document, edits)
    return message === null ? { ok: true, edits } : { ok: false, message }
  })
}

/** Takes the edits of a change back. The sentence why that cannot be done, or null. */
export function takeBack(
  controller: Controller,
  { document }: SlipPlace,
  edits: readonly Edit[],
): Promise<string | null> {
  return changes.run(() => apply(controller, document, inverseAll(edits)))
}

async function apply(
  controller: Controller,
  document: string,
  edits: readonly Edit[],
): Promise<string | null> {
  const { corpus } = controller.store.getState()
  if (!corpus || edits.length === 0) return null
  if (openWork(controller)?.document === document) {
    try {
      perform(controller, edits)
    } catch (error) {
      if (!(error instanceof EditMismatch)) throw error
      return i18n.t('notice.cannot-undo')
    }
    return null
  }
  const reply = await controller.invoke('applyEdits', {
    corpus: corpus.folder.id,
    document,
    edits: [...edits],
    client: 'review',
  })
  return reply.ok ? null : reply.message
}

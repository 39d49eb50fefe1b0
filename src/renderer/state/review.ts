import type { LabelSlip } from '../../core/contract-suggestions.ts'
import type { Edit } from '../../core/edit.ts'
import type { Controller } from './controller.ts'
import { mayLabel } from './perform.ts'
import { changeLabel, takeBack } from './review-change.ts'

/** What was decided about a slip. */
export type Decision =
  | { readonly kind: 'kept' }
  /** `edits`: what the change was, once it is durable; null if it could not be made. */
  | { readonly kind: 'changed'; readonly label: string; readonly edits: Promise<readonly Edit[] | null> }

/** The review of labels. It stays while a document is opened from it. */
export interface Review {
  readonly slips: readonly LabelSlip[]
  readonly current: number
  /** By the place of the slip in the list. */
  readonly decided: ReadonlyMap<number, Decision>
  /** The places of those that were decided on, the last one last. */
  readonly history: readonly number[]
  /** Null once the labels were looked at. */
  readonly job: { readonly job: string; readonly done: number; readonly total: number } | null
  /** How many labels were looked at. */
  readonly checked: number
  readonly cancelled: boolean
  /** The sentence why something could not be done. */
  readonly trouble: string | null
}

const begun = (job: string): Review => ({
  slips: [],
  current: 0,
  decided: new Map(),
  history: [],
  job: { job, done: 0, total: 0 },
  checked: 0,
  cancelled: false,
  trouble: null,
})

const update = ({ store }: Controller, change: (now: Review) => Partial<Review>): void =>
  store.setState(({ review }) => (review ? { review: { ...review, ...change(review) } } : {}))

/** Shows the review where it was left, or looks the labels through if it was not begun. */
export function openReview(controller: Controller): void {
  const { review } = controller.store.getState()
  controller.store.setState({ dialog: 'review', notice: null })
  if (!review) void lookAgain(controller)
}

/** Looks the labels through anew. */
export async function lookAgain(controller: Controller): Promise<void> {
  const { corpus } = controller.store.getState()
  if (!corpus) return
  rememberKept(controller)
  const job = crypto.randomUUID()
  controller.store.setState({ review: begun(job) })
  const mine = (): boolean => controller.store.getState().review?.job?.job === job
  const end = controller.subscribe((event) => {
    if (event.name !== 'job-progress' || event.payload.job !== job || !mine()) return
    const { done, total } = event.payload
    update(controller, () => ({ job: { job, done, total } }))
  })
  const reply = await controller.invoke('reviewLabels', { corpus: corpus.folder.id, job })
  end()
  if (!mine()) return
  if (reply.ok) {
    const { slips, checked, cancelled } = reply.value
    update(controller, () => ({ job: null, slips, checked, cancelled }))
  } else
    update(controller, () => ({
      job: null,
      cancelled: reply.code === 'cancelled',
      trouble: reply.code === 'cancelled' ? null : reply.message,
    }))
}

/** Stops looking; nothing was changed. */
export function stopReview(controller: Controller): void {
  const job = controller.store.getState().review?.job
  if (job) void controller.invoke('cancelJob', { job: job.job })
}

/** Closes the review; what was decided stays. */
export function closeReview(controller: Controller): void {
  stopReview(controller)
  rememberKept(controller)
  controller.store.setState(({ review }) => ({
    dialog: null,
    // With nothing left to decide, it begins anew the next time.
    review: review && review.job === null && review.decided.size < review.slips.length ? told(review) : null,
  }))
}

/** The review after the service was told what was kept, which can no longer be taken back. */
const told = (review: Review): Review => ({
  ...review,
  history: review.history.filter((place) => review.decided.get(place)?.kind === 'changed'),
})

export function goToSlip(controller: Controller, place: number): void {
  update(controller, ({ slips }) => ({ current: Math.max(0, Math.min(place, slips.length - 1)) }))
}

/** Keeps the label of the current slip, which is not asked about again, and goes on. */
export function keepSlip(controller: Controller): void {
  const review = controller.store.getState().review
  if (!review?.slips[review.current] || !mayLabel(controller)) return
  const { current } = review
  update(controller, (now) => ({
    ...decision(now, current, { kind: 'kept' }),
    current: nextOpen(now, current),
  }))
}

/** Labels the current slip otherwise, as suggested if no label is given, and goes on. */
export async function changeSlip(controller: Controller, given?: string): Promise<void> {
  const review = controller.store.getState().review
  const slip = review?.slips[review.current]
  if (!review || !slip || review.decided.has(review.current) || !mayLabel(controller)) return
  const { current } = review
  const label = given ?? slip.suggested
  const by = label === slip.suggested ? 'accepted' : 'human'
  const changing = changeLabel(controller, slip, { label, by })
  const edits = changing.then((changed) => (changed.ok ? changed.edits : null))
  update(controller, (now) => ({
    ...decision(now, current, { kind: 'changed', label, edits }),
    current: nextOpen(now, current),
    trouble: null,
  }))
  const changed = await changing
  if (!changed.ok) update(controller, (now) => ({ ...undecided(now, current), trouble: changed.message }))
}

/** Takes the last decision back, also one that is still on its way to the disk. */
export async function undoSlip(controller: Controller): Promise<void> {
  const review = controller.store.getState().review
  const last = review?.history.at(-1)
  const slip = last === undefined ? undefined : review?.slips[last]
  const made = last === undefined ? undefined : review?.decided.get(last)
  if (last === undefined || !slip || !made) return
  update(controller, (now) => ({ ...undecided(now, last), current: last }))
  if (made.kind === 'kept') return
  const edits = await made.edits
  if (!edits) return
  const message = await takeBack(controller, slip, edits)
  if (message !== null) update(controller, (now) => ({ ...decision(now, last, made), trouble: message }))
}

const decision = (now: Review, place: number, made: Decision): Pick<Review, 'decided' | 'history'> => ({
  decided: new Map(now.decided).set(place, made),
  history: [...now.history.filter((one) => one !== place), place],
})

function undecided(now: Review, place: number): Pick<Review, 'decided' | 'history'> {
  const decided = new Map(now.decided)
  decided.delete(place)
  return { decided, history: now.history.filter((one) => one !== place) }
}

/** The next place after `from` that was not decided on, else the last one there is. */
function nextOpen({ slips, decided }: Review, from: number): number {
  for (let place = from + 1; place < slips.length; place++) if (!decided.has(place)) return place
  return Math.min(from + 1, slips.length - 1)
}

/** Tells the service what was kept, which can be taken back until then. */
function rememberKept(controller: Controller): void {
  const { corpus, review } = controller.store.getState()
  if (!corpus || !review) return
  const slips = review.slips.flatMap(({ document, start, end, label }, place) =>
    review.decided.get(place)?.kind === 'kept' ? [{ document, start, end, label }] : [],
  )
  if (slips.length === 0) return
  void controller.invoke('keepReviewed', { corpus: corpus.folder.id, slips }).then((reply) => {
    if (!reply.ok) controller.notify('alert', reply.message)
  })
}

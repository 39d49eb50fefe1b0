import { beforeEach, describe, expect, it } from 'vitest'
import type { LabelSlip } from '../../../src/core/contract-suggestions.ts'
import {
  changeSlip,
  closeReview,
  keepSlip,
  openReview,
  undoSlip,
} from '../../../src/renderer/state/review.ts'
import { startedWindow, workOn } from './started-window.ts'

const slip = (document: string, start: number, end: number): LabelSlip => ({
  document,
  start,
  end,
  text: 'x',
  label: 'body',
  by: 'human',
  suggested: 'boilerplate',
  confidence: 0.97,
  reason: 'short',
})

/** Another document as the service sends it: two segments labelled body. */
const sent = {
  kind: 'open',
  document: 'b.txt',
  text: 'Menu\nText',
  bounds: [0, 4, 5, 9],
  marks: [{ count: 2, mark: { label: 'body', by: 'human' } }],
}

describe('second thoughts', () => {
  let window: ReturnType<typeof startedWindow>
  const review = () => window.store.getState().review

  beforeEach(async () => {
    window = startedWindow(workOn('a.txt', 'Title\nMenu'))
    openReview(window.controller)
    const slips = [slip('b.txt', 0, 4), slip('b.txt', 5, 9), slip('a.txt', 6, 10)]
    await window.calls[0]?.answer({ slips, checked: 40, cancelled: false })
  })

  it('keeps a label and goes on; the service is told on leaving, of what was not taken back', async () => {
    const { controller, calls } = window
    keepSlip(controller)
    keepSlip(controller)
    expect(review()?.current).toBe(2)
    await undoSlip(controller)
    expect(review()?.current).toBe(1)
    closeReview(controller)
    expect(calls.at(-1)).toMatchObject({
      name: 'keepReviewed',
      request: { slips: [{ document: 'b.txt', start: 0, end: 4, label: 'body' }] },
    })
  })

  it('changes a label in a document that is not open, made of what that holds now, and takes it back', async () => {
    const { controller, calls } = window
    const changed = changeSlip(controller)
    await window.settled()
    await calls.at(-1)?.answer(sent)
    const run = { start: 0, end: 4, count: 1, before: { label: 'body', by: 'human' } }
    expect(calls.at(-1)).toMatchObject({
      name: 'applyEdits',
      request: {
        document: 'b.txt',
        edits: [{ kind: 'label', runs: [{ ...run, after: { label: 'boilerplate', by: 'accepted' } }] }],
      },
    })
    await calls.at(-1)?.answer({ revision: 2 })
    await changed
    const undone = undoSlip(controller)
    await window.settled()
    expect(calls.at(-1)).toMatchObject({
      name: 'applyEdits',
      request: { edits: [{ kind: 'label', runs: [{ after: { label: 'body', by: 'human' } }] }] },
    })
    await calls.at(-1)?.answer({ revision: 3 })
    await undone
    expect(review()?.decided.size).toBe(0)
  })

  it('takes back a change that is still on its way to the disk, once it is there', async () => {
    const { controller, calls } = window
    const changed = changeSlip(controller)
    await window.settled()
    await calls.at(-1)?.answer(sent)
    const undone = undoSlip(controller)
    expect(review()?.decided.size).toBe(0)
    await calls.at(-1)?.answer({ revision: 2 })
    await changed
    await window.settled()
    expect(calls.at(-1)).toMatchObject({
      name: 'applyEdits',
      request: { edits: [{ kind: 'label', runs: [{ after: { label: 'body', by: 'human' } }] }] },
    })
    await calls.at(-1)?.answer({ revision: 3 })
    await undone
    expect(review()).toMatchObject({ current: 0, trouble: null })
  })

  it('changes one in the open document as a step of it, and another label is by hand', async () => {
    const { controller, store } = window
    store.setState(({ review: now }) => ({ review: now && { ...now, current: 2 } }))
    await changeSlip(controller, 'caption')
    expect(window.open().annotation.segments[1]).toMatchObject({ label: 'caption', by: 'human' })
    expect(window.open().undo.length).toBe(1)
  })

  it('leaves undecided what could not be changed, and says why', async () => {
    const { controller, calls } = window
    const changed = changeSlip(controller)
    await window.settled()
    await calls.at(-1)?.fail('dump-missing', 'b.txt is gone.')
    await changed
    expect(review()).toMatchObject({ trouble: 'b.txt is gone.' })
    expect(review()?.decided.size).toBe(0)
  })

  it('begins anew once everything was decided, else goes on where it was left', () => {
    const { controller, store } = window
    keepSlip(controller)
    closeReview(controller)
    expect(review()?.decided.size).toBe(1)
    openReview(controller)
    keepSlip(controller)
    keepSlip(controller)
    closeReview(controller)
    expect(store.getState().review).toBe(null)
  })
})

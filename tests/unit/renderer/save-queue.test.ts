import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Edit } from '../../../src/core/edit.ts'
import type { Reply } from '../../../src/core/reply.ts'
import { SaveQueue, type SaveState } from '../../../src/renderer/state/save-queue.ts'

const done: Edit = { kind: 'status', before: 'in-progress', after: 'done' }
const undone: Edit = { kind: 'status', before: 'done', after: 'in-progress' }

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A queue whose window paints and whose service answers when the test says so. */
function startQueue() {
  let painted: (() => void)[] = []
  const answers: ((reply: Reply<unknown>) => void)[] = []
  const sent: Edit[][] = []
  const documents: string[] = []
  const kept: number[] = []
  const states: SaveState[] = []
  const queue = new SaveQueue({
    send: (_corpus, document, edits) => {
      documents.push(document)
      sent.push(edits)
      return new Promise((resolve) => answers.push(resolve))
    },
    keep: (_corpus, _document, id, unsaved) => {
      kept.push(unsaved.edits.length)
      const path = unsaved.edits.length > 0 ? `/recovery/${id}.json` : null
      return Promise.resolve({ ok: true, value: { path, folder: '/recovery' } })
    },
    afterPaint: (task) => painted.push(task),
    onState: (state) => states.push(state),
    onConflict: () => {},
  })
  return {
    queue,
    sent,
    documents,
    kept,
    states,
    kinds: () => states.map(({ kind }) => kind),
    paint: () => {
      const tasks = painted
      painted = []
      for (const task of tasks) task()
    },
    answer: async (reply: Reply<unknown>) => {
      answers.shift()?.(reply)
      await settled()
    },
  }
}

describe('the queue of edits', () => {
  test('sends once the window has painted, and says that it is saving before', async () => {
    const { queue, sent, kinds, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    expect(kinds()).toEqual(['saving'])
    expect(queue.holds('corpus', 'page')).toBe(true)
    expect(sent).toEqual([])
    paint()
    expect(sent).toEqual([[done]])
    await answer({ ok: true, value: {} })
    expect(kinds().at(-1)).toBe('saved')
    expect(queue.holds('corpus', 'page')).toBe(false)
  })

  test('sends what could not be saved to the name that its document has now', async () => {
    const { queue, documents, kinds, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    paint()
    await answer({ ok: false, code: 'dump-missing', message: 'It is gone.' })
    expect(kinds().at(-1)).toBe('failed')
    queue.follow('corpus', 'page', 'renamed')
    expect([queue.holds('corpus', 'page'), queue.holds('corpus', 'renamed')]).toEqual([false, true])
    expect(documents).toEqual(['page', 'renamed'])
    await answer({ ok: true, value: {} })
    expect(kinds().at(-1)).toBe('saved')
    expect(queue.holds('corpus', 'renamed')).toBe(false)
  })

  test('sends what is pushed before one paint together', () => {
    const { queue, sent, paint } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    queue.push('corpus', 'page', [undone], 0)
    paint()
    expect(sent).toEqual([[done, undone]])
  })

  test('sends nothing of what met a conflict before it was painted', async () => {
    const { queue, sent, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    paint()
    queue.push('corpus', 'page', [undone], 0)
    await answer({ ok: false, code: 'labels-changed', message: 'others came first' })
    paint()
    expect(sent).toEqual([[done]])
  })

  test('lets a slow save rest, and then sends together what came meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const { queue, sent, kinds, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    paint()
    await vi.advanceTimersByTimeAsync(50)
    queue.push('corpus', 'page', [undone], 0)
    paint()
    await answer({ ok: true, value: {} })
    await vi.advanceTimersByTimeAsync(90)
    queue.push('corpus', 'page', [done], 0)
    paint()
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(20)
    expect(sent).toEqual([[done], [undone, done]])
    expect(kinds().at(-1)).toBe('saving')
    await answer({ ok: true, value: {} })
    expect(kinds().at(-1)).toBe('saved')
  })

  test('keeps all that is not on the disk elsewhere, at once, and lets go of it once it is', async () => {
    const { queue, sent, kept, states, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 3)
    paint()
    expect(kept).toEqual([])
    await answer({ ok: false, code: 'not-saved', message: 'The disk is full.' })
    expect(kept).toEqual([1])
    expect(states.at(-1)).toMatchObject({
      kind: 'failed',
      trouble: { code: 'not-saved', message: 'The disk is full.' },
      documents: ['page'],
      kept: { kind: 'kept', folder: '/recovery' },
    })
    // While the next try is still to come.
    queue.push('corpus', 'page', [undone], 0)
    paint()
    await settled()
    expect(kept).toEqual([1, 2])
    queue.retry()
    queue.push('corpus', 'page', [done], 0)
    paint()
    expect(kept).toEqual([1, 2, 3])
    expect(sent).toEqual([[done], [done, undone]])
    await answer({ ok: true, value: {} })
    expect(kept).toEqual([1, 2, 3, 1])
    expect(states.at(-1)).toEqual({ kind: 'saving' })
    await vi.waitFor(() => expect(sent).toHaveLength(3))
    await answer({ ok: true, value: {} })
    expect(kept).toEqual([1, 2, 3, 1, 0])
    expect(states.at(-1)).toEqual({ kind: 'saved' })
  })

  test('does not ask a service to keep edits that does not even answer, so that it gets the edits first', async () => {
    const { queue, sent, kept, states, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    paint()
    await answer({ ok: false, code: 'no-connection', message: 'no answer' })
    queue.push('corpus', 'page', [undone], 0)
    paint()
    expect(kept).toEqual([])
    queue.retry()
    expect(sent).toEqual([[done], [done, undone]])
    await answer({ ok: false, code: 'not-saved', message: 'The disk is full.' })
    expect(kept).toEqual([2])
    expect(states.at(-1)).toMatchObject({ kind: 'failed', kept: { kind: 'kept' } })
  })

  test('keeps what met a conflict, which it does not try to save any more', async () => {
    const { queue, kept, kinds, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    paint()
    await answer({ ok: false, code: 'labels-changed', message: 'others came first' })
    expect(kept).toEqual([1])
    expect(kinds().at(-1)).toBe('saved')
    queue.push('corpus', 'page', [undone], 0)
    paint()
    await answer({ ok: true, value: {} })
    expect(kept).toEqual([1])
  })

  test('says that a disk does not answer, and keeps what waits for it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { queue, kept, states, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    paint()
    await vi.advanceTimersByTimeAsync(6000)
    expect(kept).toEqual([1])
    expect(states.at(-1)).toMatchObject({ kind: 'failed', trouble: { code: 'slow' } })
    await answer({ ok: true, value: {} })
    expect(kept).toEqual([1, 0])
    expect(states.at(-1)).toEqual({ kind: 'saved' })
  })
})

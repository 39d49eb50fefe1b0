import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../src/core/edit.ts'
import type { Reply } from '../../../src/core/reply.ts'
import { SaveQueue, type SaveState } from '../../../src/renderer/state/save-queue.ts'

const done: Edit = { kind: 'status', before: 'in-progress', after: 'done' }
const undone: Edit = { kind: 'status', before: 'done', after: 'in-progress' }

/** A queue whose window paints and whose service answers when the test says so. */
function startQueue() {
  let painted: (() => void)[] = []
  const answers: ((reply: Reply<unknown>) => void)[] = []
  const sent: Edit[][] = []
  const documents: string[] = []
  const states: SaveState['kind'][] = []
  const queue = new SaveQueue({
    send: (_corpus, document, edits) => {
      documents.push(document)
      sent.push(edits)
      return new Promise((resolve) => answers.push(resolve))
    },
    afterPaint: (task) => painted.push(task),
    onState: ({ kind }) => states.push(kind),
    onConflict: () => {},
  })
  return {
    queue,
    sent,
    documents,
    states,
    paint: () => {
      const tasks = painted
      painted = []
      for (const task of tasks) task()
    },
    answer: async (reply: Reply<unknown>) => {
      answers.shift()?.(reply)
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

describe('the queue of edits', () => {
  test('sends once the window has painted, and says that it is saving before', async () => {
    const { queue, sent, states, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    expect(states).toEqual(['saving'])
    expect(queue.holds('corpus', 'page')).toBe(true)
    expect(sent).toEqual([])
    paint()
    expect(sent).toEqual([[done]])
    await answer({ ok: true, value: {} })
    expect(states.at(-1)).toBe('saved')
    expect(queue.holds('corpus', 'page')).toBe(false)
  })

  test('sends what could not be saved to the name that its document has now', async () => {
    const { queue, documents, states, paint, answer } = startQueue()
    queue.push('corpus', 'page', [done], 0)
    paint()
    await answer({ ok: false, code: 'dump-missing', message: 'It is gone.' })
    expect(states.at(-1)).toBe('failed')
    queue.follow('corpus', 'page', 'renamed')
    expect([queue.holds('corpus', 'page'), queue.holds('corpus', 'renamed')]).toEqual([false, true])
    expect(documents).toEqual(['page', 'renamed'])
    await answer({ ok: true, value: {} })
    expect(states.at(-1)).toBe('saved')
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
})

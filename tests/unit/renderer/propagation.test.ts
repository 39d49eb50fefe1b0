import { beforeEach, describe, expect, it } from 'vitest'
import { labelEdits } from '../../../src/core/edit.ts'
import { perform } from '../../../src/renderer/state/perform.ts'
import { propagate } from '../../../src/renderer/state/propagation.ts'
import { travel, undoLastPropagation } from '../../../src/renderer/state/travel.ts'
import { startedWindow, workOn } from './started-window.ts'

const done = { step: 's', documents: 2, segments: 5, leftOut: [], cancelled: false, trouble: null }
const back = { documents: 2, segments: 5, kept: 0, leftOut: [], cancelled: false, trouble: null }
const wanted = {
  lines: [{ text: 'Menu', label: 'boilerplate' }],
  scope: 'corpus' as const,
  from: { document: 'a.txt' },
  overwrite: false,
}

describe('a propagation in the history of the open document', () => {
  let window: ReturnType<typeof startedWindow>
  const labels = () => window.open().annotation.segments.map(({ label }) => label)

  /** Labels the first segment by hand, then the second with its repeats. */
  async function labelBoth(): Promise<void> {
    const { controller, calls, settled } = window
    perform(controller, labelEdits(window.open().annotation, [0], { label: 'title', by: 'human' }))
    const edits = labelEdits(window.open().annotation, [1], { label: 'boilerplate', by: 'human' })
    perform(controller, edits)
    const outcome = propagate(controller, wanted, edits)
    await settled()
    await calls.at(-1)?.answer(done)
    await outcome
  }

  beforeEach(async () => {
    window = startedWindow(workOn('a.txt', 'Title\nMenu\nBody'))
    await labelBoth()
  })

  it('is one step with the segments labelled along with it', async () => {
    const { controller, calls, settled } = window
    expect(window.open().undo.length).toBe(2)
    void travel(controller, 'undo')
    await settled()
    expect(calls.at(-1)).toMatchObject({ name: 'undoPropagation', request: { step: 's' } })
    // Nothing changes here until it is taken back there.
    expect(labels()).toEqual(['title', 'boilerplate', null])
    await calls.at(-1)?.answer(back)
    expect(labels()).toEqual(['title', null, null])
    void travel(controller, 'redo')
    await settled()
    expect(calls.at(-1)).toMatchObject({ name: 'redoPropagation', request: { step: 's' } })
    await calls.at(-1)?.answer(back)
    expect(labels()).toEqual(['title', 'boilerplate', null])
    expect(window.store.getState().propagations).toEqual(['s'])
  })

  it('stays the next step to take back where that ended early', async () => {
    const { controller, calls, settled } = window
    void travel(controller, 'undo')
    await settled()
    await calls.at(-1)?.answer({ ...back, cancelled: true })
    expect(labels()).toEqual(['title', 'boilerplate', null])
    expect(window.open().undo.length).toBe(2)
  })

  it('does not stand before earlier steps for ever where the service has forgotten it', async () => {
    const { controller, calls, settled, sentences } = window
    void travel(controller, 'undo')
    await settled()
    await calls.at(-1)?.fail('bad-request', 'There is no such step.')
    expect(sentences).toContain('There is no such step.')
    await travel(controller, 'undo')
    await travel(controller, 'undo')
    expect(labels()).toEqual([null, null, null])
  })

  it('can be taken back from another document, and then only its own part is left here', async () => {
    const { controller, calls, store, settled } = window
    const { view } = store.getState()
    store.setState({ view: { kind: 'open', work: workOn('b.txt', 'Other') } })
    void undoLastPropagation(controller)
    await settled()
    await calls.at(-1)?.answer(back)
    const asked = calls.length
    store.setState({ view })
    await travel(controller, 'undo')
    expect(calls.length).toBe(asked)
    expect(labels()).toEqual(['title', null, null])
  })

  it('waits until what was labelled before is on the disk', async () => {
    const { controller, calls, store, settled } = window
    const asked = calls.length
    store.setState({ save: { kind: 'saving' } })
    void propagate(controller, wanted)
    await settled()
    expect(calls.length).toBe(asked)
    expect(store.getState().dialog).toBe('propagating')
    store.setState({ save: { kind: 'saved' } })
    await settled()
    expect(calls.at(-1)?.name).toBe('propagate')
    await calls.at(-1)?.answer({ ...done, step: null })
    expect(store.getState().dialog).toBe(null)
  })
})

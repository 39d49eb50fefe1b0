import { beforeEach, describe, expect, it } from 'vitest'
import type { RepeatedLine } from '../../../src/core/contract-repetition.ts'
import { labelLine, undoLine } from '../../../src/renderer/state/label-lines.ts'
import { labelsNow, noRepeatedLines } from '../../../src/renderer/state/repeated-lines.ts'
import { startedWindow, workOn } from './started-window.ts'

const line = (n: number): RepeatedLine => ({
  key: `k${n}`,
  text: `line ${n}`,
  documents: 3,
  occurrences: 3,
  labels: [{ label: null, count: 3 }],
})

const done = { step: 's', documents: 3, segments: 3, leftOut: [], cancelled: false, trouble: null }

/** A window with the view of six repeated lines. */
function withLines() {
  const window = startedWindow(workOn('a.txt', 'x'))
  window.store.setState({
    dialog: 'repeated-lines',
    repeatedLines: {
      ...noRepeatedLines,
      ready: true,
      total: 6,
      lines: new Map([0, 1, 2, 3, 4, 5].map((n) => [n, line(n)])),
    },
  })
  const labelled = (call: number): string[] =>
    window.calls[call]?.request.lines.map((one: { key: string; label: string }) => `${one.key} ${one.label}`)
  return { ...window, labelled, view: () => window.store.getState().repeatedLines }
}

describe('labelling repeated lines one after the other', () => {
  let window: ReturnType<typeof withLines>
  beforeEach(() => {
    window = withLines()
  })

  it('moves on at once, and what is labelled while a job runs goes with the next one', async () => {
    const { controller, calls, labelled, view, settled } = window
    labelLine(controller, 'boilerplate')
    labelLine(controller, 'caption')
    labelLine(controller, 'boilerplate')
    await settled()
    expect(view().current).toBe(3)
    expect(calls.map(({ name }) => name)).toEqual(['propagate'])
    expect(labelled(0)).toEqual(['k0 boilerplate'])
    expect(calls[0]?.request).toMatchObject({ overwrite: false, scope: 'corpus', from: null })
    await calls[0]?.answer(done)
    expect(labelled(1)).toEqual(['k1 caption', 'k2 boilerplate'])
    expect([...view().given.values()].map((given) => given.done)).toEqual([true, false, false])
    await calls[1]?.answer(done)
    expect([...view().given.values()].every((given) => given.done)).toBe(true)
    expect(calls.length).toBe(2)
  })

  it('asks for a site and for the corpus in jobs of their own', async () => {
    const { controller, calls, labelled, store, view, settled } = window
    labelLine(controller, 'boilerplate')
    labelLine(controller, 'boilerplate')
    store.setState({ repeatedLines: { ...view(), scope: 'site', site: { name: 'x.example', size: 2 } } })
    labelLine(controller, 'title')
    await settled()
    await calls[0]?.answer(done)
    expect(labelled(1)).toEqual(['k1 boilerplate'])
    await calls[1]?.answer(done)
    expect(labelled(2)).toEqual(['k2 title'])
    expect(calls[2]?.request).toMatchObject({ scope: 'site', site: 'x.example' })
    await calls[2]?.answer(done)
  })

  it('takes back what still waits without asking the service', async () => {
    const { controller, calls, labelled, view, settled } = window
    labelLine(controller, 'boilerplate')
    labelLine(controller, 'caption')
    labelLine(controller, 'body')
    await undoLine(controller)
    await settled()
    await calls[0]?.answer(done)
    expect(labelled(1)).toEqual(['k1 caption'])
    expect([...view().given.keys()]).toEqual(['k0', 'k1'])
    await calls[1]?.answer(done)
  })

  it('shows nothing as labelled that could not be, and drops what waited behind it', async () => {
    const { controller, calls, sentences, view, settled } = window
    labelLine(controller, 'boilerplate')
    labelLine(controller, 'caption')
    await settled()
    await calls[0]?.fail('not-saved', 'The disk is full.')
    expect(view().given.size).toBe(0)
    expect(sentences).toContain('The disk is full.')
    expect(calls.length).toBe(1)
  })
})

describe('labelsNow', () => {
  const mixed: RepeatedLine = {
    ...line(0),
    labels: [
      { label: 'body', count: 2 },
      { label: null, count: 5 },
      { label: 'caption', count: 1 },
    ],
  }

  it('gives the label to what has none, and leaves the rest', () => {
    expect(labelsNow(mixed, { label: 'caption', done: true })).toEqual([
      { label: 'caption', count: 6 },
      { label: 'body', count: 2 },
    ])
  })

  it('is as the service said where nothing was given', () => {
    expect(labelsNow(mixed, undefined)).toEqual(mixed.labels)
  })
})

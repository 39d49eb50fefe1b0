import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mergeEdits, splitEdits } from '../../../src/core/split-merge.ts'
import { askRepeats } from '../../../src/renderer/state/ask-repeats.ts'
import { repeatOf, watchLineRepeats } from '../../../src/renderer/state/line-repeats.ts'
import { edited } from '../../../src/renderer/state/open-work.ts'
import { startedWindow, workOn } from './started-window.ts'

const counts = { ready: true, site: 'x.example', siteSize: 4, corpusSize: 9 }

describe('the counts of the open document', () => {
  let window: ReturnType<typeof startedWindow>
  let end: () => void
  const repeatAt = (index: number) =>
    repeatOf(window.store.getState().lineRepeats, window.open().annotation.segments[index])

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    window = startedWindow(workOn('a.txt', 'Menu\nBody\nmenu'))
    end = watchLineRepeats(window.controller)
    await vi.advanceTimersByTimeAsync(1)
  })
  afterEach(() => {
    end()
    vi.useRealTimers()
  })

  it('come for the segments as they are cut, and lines of this document alone have none', async () => {
    expect(window.calls[0]?.request).toMatchObject({ document: 'a.txt', bounds: [0, 4, 5, 9, 10, 14] })
    await window.calls[0]?.answer({ ...counts, documents: [7, 1, 7], siteDocuments: [3, 1, 3] })
    expect(repeatAt(0)).toMatchObject({ documents: 7, siteDocuments: 3, siteSize: 4, corpusSize: 9 })
    expect(repeatAt(1)).toBe(null)
  })

  it('of a document that was left are not shown in the next one', async () => {
    window.store.setState({ view: { kind: 'open', work: workOn('b.txt', 'Menu\nBody\nmenu') } })
    await window.calls[0]?.answer({ ...counts, documents: [7, 1, 7], siteDocuments: [3, 1, 3] })
    expect(window.store.getState().lineRepeats).toBe(null)
    await vi.advanceTimersByTimeAsync(1)
    expect(window.calls[1]?.request).toMatchObject({ document: 'b.txt' })
  })

  it('are asked for anew once the corpus was read, and stay the same objects where nothing changed', async () => {
    const value = { ...counts, documents: [7, 1, 7], siteDocuments: [3, 1, 3] }
    await window.calls[0]?.answer(value)
    const before = repeatAt(0)
    window.tell('repetition-progress', { corpus: 'c', done: 9, total: 9, ready: true })
    await vi.advanceTimersByTimeAsync(1)
    await window.calls[1]?.answer({ ...value, documents: [7, 2, 7] })
    expect(repeatAt(0)).toBe(before)
    expect(repeatAt(1)).toMatchObject({ documents: 2 })
  })

  it('are asked for after a split of the halves alone', async () => {
    await window.calls[0]?.answer({ ...counts, documents: [7, 1, 7], siteDocuments: [3, 1, 3] })
    const before = repeatAt(0)
    window.controller.setWork((work) => edited(work, splitEdits(work.text, work.annotation, 1, 7)))
    await vi.advanceTimersByTimeAsync(300)
    expect(window.calls[1]?.request).toMatchObject({ document: 'a.txt', bounds: [5, 7, 7, 9] })
    await window.calls[1]?.answer({ ...counts, documents: [1, 2], siteDocuments: [1, 2] })
    expect([1, 2].map((index) => repeatAt(index)?.documents)).toEqual([undefined, 2])
    expect(repeatAt(0)).toBe(before)
    window.controller.setWork((work) => edited(work, mergeEdits(work.annotation, 1, 2)))
    await vi.advanceTimersByTimeAsync(300)
    expect(window.calls[2]?.request).toMatchObject({ bounds: [5, 9] })
    expect(repeatAt(1)).toBe(null)
  })

  it('let the list of repeated lines come that waited for them', async () => {
    const { repeatedLines } = window.store.getState()
    window.store.setState({ repeatedLines: { ...repeatedLines, ready: false } })
    window.tell('repetition-progress', { corpus: 'c', done: 9, total: 9, ready: true })
    await vi.advanceTimersByTimeAsync(1)
    expect(window.calls.map(({ name }) => name)).toContain('listRepeats')
  })

  it('decide what labelling repeats is about: each line once, whatever its case', async () => {
    await window.calls[0]?.answer({ ...counts, documents: [7, 1, 7], siteDocuments: [3, 1, 3] })
    window.controller.setWork((work) => ({ ...work, anchor: 0, current: 2 }))
    askRepeats(window.controller)
    expect(window.store.getState()).toMatchObject({
      dialog: 'repeats',
      askedRepeats: {
        lines: [{ label: null, documents: 7, siteDocuments: 3 }],
        from: { document: 'a.txt', starts: [0, 10] },
        label: 'boilerplate',
        scope: 'site',
        site: { name: 'x.example', size: 4 },
      },
    })
  })

  it('say so where a line stands on no other document', async () => {
    await window.calls[0]?.answer({ ...counts, documents: [7, 1, 7], siteDocuments: [3, 1, 3] })
    window.controller.setWork((work) => ({ ...work, anchor: 1, current: 1 }))
    askRepeats(window.controller)
    expect(window.store.getState().dialog).toBe(null)
    expect(window.sentences.length).toBe(1)
  })
})

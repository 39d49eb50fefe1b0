import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Request } from '../../../src/core/contract.ts'
import { mergeEdits } from '../../../src/core/split-merge.ts'
import { followSuggestions } from '../../../src/renderer/state/follow-suggestions.ts'
import { edited, type OpenWork } from '../../../src/renderer/state/open-work.ts'
import { changeSuggestionSettings } from '../../../src/renderer/state/suggestion-settings.ts'
import { startedWindow, workOn } from './started-window.ts'

type Asked = Request<'suggestDocument'>

/** A window without a document, whose service suggests when the test says so. */
function suggestingWindow(answerAtOnce: boolean) {
  const asked: { request: Asked; answer: (label: string) => void }[] = []
  const saved: Request<'setSuggestions'>[] = []
  const window = startedWindow(workOn('none.txt', ''), ({ name, request, answer }) => {
    if (name === 'setSuggestions') {
      saved.push(request)
      void answer({})
      return
    }
    const suggest = (label: string): void => {
      const suggestion = { label, confidence: 0.9, reason: 'short' as const }
      const suggestions = Array.from({ length: (request as Asked).count }, () => suggestion)
      void answer({ model: { learned: 0, version: 0 }, suggestions })
    }
    asked.push({ request, answer: suggest })
    if (answerAtOnce) suggest('body')
  })
  const { controller, store, tell } = window
  store.setState({ view: { kind: 'none' } })
  const end = followSuggestions(controller)
  const show = (work: OpenWork): void => store.setState({ view: { kind: 'open', work } })
  const labels = (): (string | null)[] => {
    const { view, suggestions } = store.getState()
    if (view.kind !== 'open') return []
    const { text, annotation } = view.work
    return annotation.segments.map((segment) => suggestions.get(text, segment)?.label ?? null)
  }
  const learn = (): void => tell('model-learned', { corpus: 'c', documents: 1, version: 1, milliseconds: 1 })
  return { store, controller, asked, saved, show, labels, tell, learn, end }
}

describe('followSuggestions', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('requestIdleCallback', (task: () => void) => setTimeout(task, 0))
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('asks for the document that is opened, and drops what it had when another one is', async () => {
    const app = suggestingWindow(true)
    app.show(workOn('a.txt', 'One\nTwo'))
    await vi.runAllTimersAsync()
    expect(app.labels()).toEqual(['body', 'body'])
    app.store.setState({ view: { kind: 'opening', document: 'b.txt' } })
    // The same words in another document are another document's.
    app.show(workOn('b.txt', 'One\nTwo'))
    expect(app.labels()).toEqual([null, null])
    await vi.runAllTimersAsync()
    expect(app.asked.map(({ request }) => request.document)).toEqual(['a.txt', 'b.txt'])
    expect(app.labels()).toEqual(['body', 'body'])
  })

  it('applies nothing that comes after the annotator has gone on', async () => {
    const app = suggestingWindow(false)
    app.show(workOn('a.txt', 'One\nTwo'))
    await vi.runAllTimersAsync()
    app.store.setState({ view: { kind: 'opening', document: 'b.txt' } })
    app.show(workOn('b.txt', 'One\nTwo'))
    await vi.runAllTimersAsync()
    app.asked[0]?.answer('title')
    await vi.runAllTimersAsync()
    expect(app.labels()).toEqual([null, null])
    app.asked[1]?.answer('body')
    await vi.runAllTimersAsync()
    expect(app.labels()).toEqual(['body', 'body'])
  })

  it('shows nothing for segments that were cut otherwise meanwhile, and asks anew for what they are now', async () => {
    const app = suggestingWindow(false)
    const work = workOn('a.txt', 'One\nTwo\nThree')
    app.show(work)
    await vi.runAllTimersAsync()
    app.show(edited(work, mergeEdits(work.annotation, 0, 1)))
    app.asked[0]?.answer('body')
    await vi.advanceTimersByTimeAsync(10)
    expect(app.labels()).toEqual([null, 'body'])
    await vi.runAllTimersAsync()
    expect(app.asked[1]?.request.bounds).toEqual([0, 7, 8, 13])
    app.asked[1]?.answer('title')
    await vi.runAllTimersAsync()
    expect(app.labels()).toEqual(['title', 'title'])
  })

  it('keeps what it has until the model that learned has answered', async () => {
    const app = suggestingWindow(false)
    app.show(workOn('a.txt', 'One\nTwo'))
    await vi.runAllTimersAsync()
    app.asked[0]?.answer('body')
    await vi.runAllTimersAsync()
    app.learn()
    app.learn()
    await vi.runAllTimersAsync()
    expect(app.asked).toHaveLength(2)
    expect(app.labels()).toEqual(['body', 'body'])
    app.asked[1]?.answer('boilerplate')
    await vi.runAllTimersAsync()
    expect(app.labels()).toEqual(['boilerplate', 'boilerplate'])
  })

  it('has none and asks for none while suggestions are off', async () => {
    const app = suggestingWindow(true)
    app.show(workOn('a.txt', 'One\nTwo'))
    await vi.runAllTimersAsync()
    app.tell('suggestion-settings', { corpus: 'c', on: false, threshold: 0.9, source: null })
    expect(app.labels()).toEqual([null, null])
    app.learn()
    await vi.runAllTimersAsync()
    expect(app.asked).toHaveLength(1)
    app.tell('suggestion-settings', { corpus: 'c', on: true, threshold: 0.9, source: null })
    await vi.runAllTimersAsync()
    expect(app.labels()).toEqual(['body', 'body'])
  })

  it('keeps the threshold that is being moved, whatever other windows say meanwhile, and saves the last one', async () => {
    const app = suggestingWindow(true)
    const { controller } = app
    for (const threshold of [0.8, 0.7, 0.6]) changeSuggestionSettings(controller, { threshold })
    await vi.runAllTimersAsync()
    expect(app.saved.map(({ threshold }) => threshold)).toEqual([0.8, 0.6])
    // What this window sent comes back by another way, as late as may be.
    for (const threshold of [0.8, 0.6])
      app.tell('suggestion-settings', { corpus: 'c', on: true, threshold, source: null })
    expect(app.store.getState().corpus?.suggestions.threshold).toBe(0.6)
    app.tell('suggestion-settings', { corpus: 'c', on: true, threshold: 0.8, source: null })
    expect(app.store.getState().corpus?.suggestions.threshold).toBe(0.8)
    changeSuggestionSettings(controller, { threshold: 0.6 })
    expect(app.store.getState().corpus?.suggestions.threshold).toBe(0.6)
  })

  describe('of a long document', () => {
    const long = workOn('long.txt', Array.from({ length: 10_000 }, (_, n) => `Line ${n}`).join('\n'))
    const at = (current: number): OpenWork => ({ ...long, current, anchor: current })
    /** The lines that were asked for, by the first and the last one. */
    const lines = ({ request: { bounds, first, count } }: { request: Asked }): string[] =>
      [first, first + count - 1].map((n) => long.text.slice(bounds[2 * n], bounds[2 * n + 1]))
    const [first, second, third] = [
      ['Line 0', 'Line 4095'],
      ['Line 4096', 'Line 8191'],
      ['Line 8192', 'Line 9999'],
    ]

    it('asks for the part with the current segment first, and sends the segments around it alone', async () => {
      const app = suggestingWindow(true)
      app.show(at(5000))
      await vi.runAllTimersAsync()
      expect(app.asked.map(lines)).toEqual([second, third, first])
      expect(app.asked.map(({ request }) => request.bounds.length / 2)).toEqual([4608, 2064, 4352])
      expect(app.labels().every((label) => label === 'body')).toBe(true)
    })

    it('asks after a cut for the part that was cut alone', async () => {
      const app = suggestingWindow(true)
      const work = at(5000)
      app.show(work)
      await vi.runAllTimersAsync()
      app.asked.length = 0
      app.show(edited(work, mergeEdits(work.annotation, 5000, 5001)))
      await vi.runAllTimersAsync()
      expect(app.asked.length).toBe(1)
      expect(lines(app.asked[0] ?? expect.unreachable())[0]).toBe('Line 4096')
      expect(app.labels().every((label) => label === 'body')).toBe(true)
    })

    it('asks for what an earlier model suggested, also where a cut came in between', async () => {
      const app = suggestingWindow(false)
      const work = at(0)
      const answer = async (count: number): Promise<void> => {
        for (let n = 0; n < count; n++) {
          app.asked.shift()?.answer('title')
          await vi.runAllTimersAsync()
        }
      }
      app.show(work)
      await vi.runAllTimersAsync()
      await answer(3)
      app.learn()
      await vi.runAllTimersAsync()
      expect(app.asked.map(lines)).toEqual([first])
      app.show(edited(work, mergeEdits(work.annotation, 9000, 9001)))
      await vi.runAllTimersAsync()
      // The one on its way is of the new model already.
      app.asked.shift()?.answer('body')
      await vi.runAllTimersAsync()
      for (let n = 0; n < 3 && app.asked.length > 0; n++) {
        app.asked.shift()?.answer('body')
        await vi.runAllTimersAsync()
      }
      expect(app.labels().every((label) => label === 'body')).toBe(true)
    })
  })

  it('ends with the workspace', async () => {
    const app = suggestingWindow(true)
    app.show(workOn('a.txt', 'One'))
    app.end()
    await vi.runAllTimersAsync()
    expect(app.asked).toHaveLength(0)
    app.learn()
    await vi.runAllTimersAsync()
    expect(app.asked).toHaveLength(0)
  })
})

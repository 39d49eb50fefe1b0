import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Place, PlaceKeeper } from '../../../src/renderer/state/place-keeper.ts'

/** A window that goes out of sight when the test says so. */
class Page extends EventTarget {
  readonly document = Object.assign(new EventTarget(), { hidden: false })

  hide(): void {
    this.document.hidden = true
    this.document.dispatchEvent(new Event('visibilitychange'))
  }
}

const at = (segment: number): Place => ({ corpus: 'c', document: 'page.txt', segment })

describe('the place that the service is told', () => {
  let page: Page
  let told: number[]
  let answer: () => void
  let keeper: PlaceKeeper

  beforeEach(() => {
    vi.useFakeTimers()
    page = new Page()
    told = []
    keeper = new PlaceKeeper(({ segment }) => {
      told.push(segment)
      return new Promise<void>((resolve) => {
        answer = resolve
      })
    }, page)
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is the one at which the annotator rests, not those that a held key passes', () => {
    for (let segment = 0; segment < 30; segment++) {
      keeper.remember(at(segment))
      vi.advanceTimersByTime(33)
    }
    expect(told).toEqual([])
    vi.advanceTimersByTime(200)
    expect(told).toEqual([29])
  })

  test.each([
    ['closed', (leaving: Page) => leaving.dispatchEvent(new Event('pagehide'))],
    ['out of sight', (leaving: Page) => leaving.hide()],
  ])('is told at once when the window is %s', (_, leave) => {
    keeper.remember(at(3))
    leave(page)
    expect(told).toEqual([3])
  })

  test('is told one at a time, of those meanwhile the last', async () => {
    keeper.remember(at(1))
    vi.advanceTimersByTime(200)
    for (const segment of [2, 3]) {
      keeper.remember(at(segment))
      vi.advanceTimersByTime(200)
    }
    expect(told).toEqual([1])
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual([1, 3])
  })
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AfterPaint } from '../../../src/renderer/state/after-paint.ts'

/** A window whose frames come when the test says so. */
class Page extends EventTarget {
  readonly document = Object.assign(new EventTarget(), { hidden: false })
  #frames: FrameRequestCallback[] = []

  readonly requestAnimationFrame = (callback: FrameRequestCallback): number => this.#frames.push(callback)

  paint(): void {
    const frames = this.#frames
    this.#frames = []
    for (const frame of frames) frame(0)
    vi.advanceTimersByTime(0)
  }

  hide(): void {
    this.document.hidden = true
    this.document.dispatchEvent(new Event('visibilitychange'))
  }
}

describe('what is put off until the window has painted', () => {
  let page: Page
  let ran: string[]
  let putOff: (name: string) => void

  beforeEach(() => {
    vi.useFakeTimers()
    page = new Page()
    ran = []
    const { run } = new AfterPaint(page)
    putOff = (name) => run(() => ran.push(name))
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('runs after the paint, in order', () => {
    putOff('first')
    putOff('second')
    expect(ran).toEqual([])
    page.paint()
    expect(ran).toEqual(['first', 'second'])
    putOff('third')
    expect(ran).toEqual(['first', 'second'])
    page.paint()
    expect(ran).toEqual(['first', 'second', 'third'])
  })

  test('runs before long where the window does not paint', () => {
    putOff('first')
    vi.advanceTimersByTime(200)
    expect(ran).toEqual(['first'])
    page.paint()
    expect(ran).toEqual(['first'])
  })

  test('runs at once when the window is closed', () => {
    putOff('first')
    page.dispatchEvent(new Event('pagehide'))
    expect(ran).toEqual(['first'])
  })

  test('runs at once when the window goes out of sight, and while it is', () => {
    putOff('first')
    page.hide()
    expect(ran).toEqual(['first'])
    putOff('second')
    expect(ran).toEqual(['first', 'second'])
  })
})

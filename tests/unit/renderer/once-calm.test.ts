import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OnceCalm } from '../../../src/renderer/state/once-calm.ts'

describe('what waits until the window is calm', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('is done once after the last of several changes', () => {
    const { run } = new OnceCalm()
    const draw = vi.fn()
    for (const pause of [0, 33, 33]) {
      vi.advanceTimersByTime(pause)
      run(draw)
    }
    expect(draw).not.toHaveBeenCalled()
    vi.advanceTimersByTime(80)
    expect(draw).toHaveBeenCalledTimes(1)
  })

  test('does not wait for ever while a key is held', () => {
    const { run } = new OnceCalm()
    const draw = vi.fn()
    for (let held = 0; held < 1000; held += 33) {
      run(draw)
      vi.advanceTimersByTime(33)
    }
    expect(draw.mock.calls.length).toBeGreaterThanOrEqual(2)
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ActiveTime, awayAfter } from '../../../src/core/active-time.ts'

/** Signs of activity by how long after the one before they come, in ms. */
const anyGaps = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 40 })

it('counts each gap between signs of activity, at most until the annotator counts as away', () => {
  fc.assert(
    fc.property(anyGaps, (gaps) => {
      const time = new ActiveTime()
      time.restart(0)
      let now = 0
      for (const gap of gaps) {
        now += gap
        time.act(now)
      }
      const expected = gaps.reduce((sum, gap) => sum + Math.min(gap, awayAfter), 0)
      expect(time.take(now)).toBe(Math.floor(expected / 1000))
    }),
  )
})

it('gives the same in all whenever it is taken', () => {
  fc.assert(
    fc.property(anyGaps, fc.infiniteStream(fc.boolean()), (gaps, takes) => {
      const once = new ActiveTime()
      const often = new ActiveTime()
      once.restart(0)
      often.restart(0)
      let now = 0
      let taken = 0
      for (const gap of gaps) {
        now += gap
        if (takes.next().value) taken += often.take(now - Math.floor(gap / 2))
        once.act(now)
        often.act(now)
      }
      expect(taken + often.take(now)).toBe(once.take(now))
    }),
  )
})

it('counts nothing while the work is out of sight, nor before the first sign', () => {
  const time = new ActiveTime()
  expect(time.take(5_000)).toBe(0)
  time.act(10_000)
  time.pause(14_000)
  expect(time.take(60_000)).toBe(4)
  time.act(70_000)
  expect(time.take(72_000)).toBe(2)
})

it('begins at zero for another document', () => {
  const time = new ActiveTime()
  time.restart(0)
  time.act(9_000)
  time.restart(9_000)
  expect(time.take(12_000)).toBe(3)
})

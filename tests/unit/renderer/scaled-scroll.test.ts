import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elementHeight, ScaledScroll } from '../../../src/renderer/workspace/scaled-scroll.ts'

const tallest = 1_000_000
const viewport = 500

/** A list in an element that a browser scrolls as far as it goes. */
function scrolling(height: number) {
  const scroll = new ScaledScroll(tallest)
  let top = scroll.resize(height, viewport)
  let most = elementHeight(height, tallest) - viewport
  const put = (there: number): void => {
    expect(there).toBeGreaterThanOrEqual(0)
    expect(there).toBeLessThanOrEqual(most)
    top = there
  }
  return {
    scroll,
    /** By the wheel or the bar: the element moves first. */
    by: (distance: number) => {
      top = Math.max(0, Math.min(most, top + distance))
      put(scroll.scrolled(top))
      // Browsers tell of what was set, too.
      put(scroll.scrolled(top))
    },
    moveTo: (position: number) => put(scroll.moveTo(position)),
    resize: (height: number) => {
      most = elementHeight(height, tallest) - viewport
      put(scroll.resize(height, viewport))
    },
  }
}

const heights = fc.integer({ min: viewport, max: 15_000_000 })
const step = fc.integer({ min: 1 - viewport, max: viewport - 1 })

test('small steps move the list by as much, from wherever it is, and to both ends', () => {
  fc.assert(
    fc.property(heights, fc.nat(), fc.array(step, { maxLength: 50 }), (height, start, steps) => {
      const { scroll, by, moveTo } = scrolling(height)
      const last = height - viewport
      moveTo(start % (last + 1))
      for (const distance of steps) {
        const before = scroll.position
        by(distance)
        const wanted = Math.max(0, Math.min(last, before + distance))
        expect(Math.abs(scroll.position - wanted)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('each place that is asked for is in sight, and the bar leads to both ends and to the same share', () => {
  fc.assert(
    fc.property(heights, fc.nat(), (height, place) => {
      const { scroll, by, moveTo } = scrolling(height)
      const last = height - viewport
      moveTo(place % (last + 1))
      expect(scroll.position).toBe(place % (last + 1))
      by(tallest)
      expect(Math.abs(scroll.position - last)).toBeLessThanOrEqual(1)
      by(-tallest)
      expect(scroll.position).toBe(0)
      by((Math.min(height, tallest) - viewport) / 2)
      expect(Math.abs(scroll.position - last / 2)).toBeLessThanOrEqual(height / 50)
    }),
  )
})

test('a list that grows stays where it is, and one that shrinks ends at its end', () => {
  const { scroll, moveTo, resize } = scrolling(44_000)
  moveTo(40_000)
  resize(14_000_000)
  expect(scroll.position).toBe(40_000)
  moveTo(10_000_000)
  resize(44_000)
  expect(scroll.position).toBe(43_500)
  expect(scroll.offset).toBe(0)
})

test('a million rows of 44 pixels have an element that every browser can draw', () => {
  expect(elementHeight(44_000_000)).toBeLessThan(8_900_000)
  expect(elementHeight(44_000)).toBe(44_000)
})

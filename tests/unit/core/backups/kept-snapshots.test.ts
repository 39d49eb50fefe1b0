import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldBeside, keptSnapshots } from '../../../../src/core/backups/kept-snapshots.ts'

const dayAt = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)

const anySnapshots = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 })
  .chain((days) =>
    fc.tuple(
      ...days.map((day) =>
        fc
          .record({
            bytes: fc.integer({ min: 0, max: 1000 }),
            share: fc.double({ min: 0, max: 1, noNaN: true }),
          })
          .map(({ bytes, share }) => ({ day: dayAt(day), bytes, added: Math.floor(bytes * share) })),
      ),
    ),
  )

test('the newest snapshot stays, and of the others a run without gaps that is young and small enough, as long as can be', () => {
  fc.assert(
    fc.property(
      anySnapshots,
      fc.integer({ min: 0, max: 80 }),
      fc.record({ days: fc.integer({ min: 0, max: 30 }), bytes: fc.integer({ min: 0, max: 5000 }) }),
      (snapshots, today, limits) => {
        const sorted = [...snapshots].sort((a, b) => (a.day < b.day ? -1 : 1))
        const kept = keptSnapshots(snapshots, dayAt(today), limits)
        const from = sorted.length - kept.length
        expect(kept).toEqual(sorted.slice(from))
        expect(kept.length).toBeGreaterThan(0)
        const old = (day: string): boolean => day < dayAt(today - limits.days)
        for (const { day } of kept.slice(0, -1)) expect(old(day)).toBe(false)
        if (kept.length > 1) expect(heldBeside(kept)).toBeLessThanOrEqual(limits.bytes)
        // The last one that went had to.
        const gone = sorted[from - 1]
        if (gone) expect(old(gone.day) || heldBeside(sorted.slice(from - 1)) > limits.bytes).toBe(true)
      },
    ),
  )
})

test('what snapshots share is counted once', () => {
  const whole = { day: '2026-01-01', bytes: 100, added: 100 }
  const next = { day: '2026-01-02', bytes: 100, added: 10 }
  const last = { day: '2026-01-03', bytes: 105, added: 15 }
  expect(heldBeside([whole, next, last])).toBe(20)
  expect(heldBeside([last])).toBe(0)
})

import { expect } from 'vitest'
import type { Tally } from './tally.ts'

/** Fails, naming each failure, unless all was withstood, and something was tried at all. */
export function expectWithstood(tallies: readonly Tally[]): void {
  expect(tallies.flatMap(({ what, failures }) => failures.map((failure) => `${what}: ${failure}`))).toEqual(
    [],
  )
  for (const { what, tried, held } of tallies) {
    expect(tried, what).toBeGreaterThan(0)
    expect(held, what).toBe(tried)
  }
  expect(tallies).not.toEqual([])
}

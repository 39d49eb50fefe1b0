import { afterAll, describe, test } from 'vitest'
import { classes } from './classes.ts'
import { tableOf } from './table.ts'
import type { Tally } from './tally.ts'
import { expectWithstood } from './withstood.ts'

const tallies: Tally[] = []

afterAll(() => process.stdout.write(`\n${tableOf(tallies)}\n\n`))

describe('Winnow withstands', () => {
  test.each([...classes])('%s', async (name, torture) => {
    const began = performance.now()
    const found = await torture('full')
    tallies.push(...found)
    process.stdout.write(`${name}: ${Math.round((performance.now() - began) / 1000)} s\n`)
    expectWithstood(found)
  })
})

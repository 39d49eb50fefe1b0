import { expect, test } from 'vitest'
import { classes } from '../torture/classes.ts'
import { tableOf } from '../torture/table.ts'
import { expectWithstood } from '../torture/withstood.ts'

test('the table sums up all classes and names what was not withstood', () => {
  const lines = tableOf([
    { what: 'kills', tried: 1000, held: 1000, failures: [] },
    { what: 'faults', tried: 3, held: 2, failures: ['a.json is gone'] },
  ]).split('\n')
  expect(lines).toEqual([
    '| class  | tried |  held | lost |',
    '|--------|------:|------:|-----:|',
    '| kills  | 1,000 | 1,000 |    0 |',
    '| faults |     3 |     2 |    1 |',
    '| all    | 1,003 | 1,002 |    1 |',
    '',
    'faults: a.json is gone',
  ])
})

test.each([...classes])(
  'Winnow withstands, in short: %s',
  async (_, torture) => expectWithstood(await torture('short')),
  120_000,
)

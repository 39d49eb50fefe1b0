import { expect, test } from 'vitest'
import { SplitLines } from '../../../../src/core/splits/split-lines.ts'

test('lines that stand in several splits are counted, as kept where they are', () => {
  const lines = new SplitLines()
  lines.add('Most read', 'train', false)
  lines.add('most  READ', 'train', false)
  lines.add('Most read', 'test', false)
  lines.add('The harbour opens', 'train', false)
  lines.add('The harbour opens', 'test', true)
  lines.add('Only here', 'test', true)
  expect(lines.counts()).toEqual({
    train: { lines: 2, repeated: 2, kept: 0, keptRepeated: 0 },
    validation: { lines: 0, repeated: 0, kept: 0, keptRepeated: 0 },
    test: { lines: 3, repeated: 2, kept: 2, keptRepeated: 1 },
  })
  expect(lines.share).toBe(1)
})

test('where there are more lines than room, shares stay about right', () => {
  const lines = new SplitLines(1000)
  for (let index = 0; index < 20_000; index++) {
    const line = `line ${index.toString(26).replace(/\d/g, (digit) => 'zyxwvutsrq'[Number(digit)] ?? '')}`
    lines.add(line, 'train', true)
    if (index % 4 === 0) lines.add(line, 'test', true)
  }
  const { train, test: held } = lines.counts()
  expect(train.lines).toBeLessThan(1000)
  expect(train.lines / lines.share / 20_000).toBeCloseTo(1, 0)
  expect(Math.abs(train.repeated / train.lines - 0.25)).toBeLessThan(0.06)
  expect(held.repeated).toBe(held.lines)
})

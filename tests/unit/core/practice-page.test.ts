import { expect, it } from 'vitest'
import { simpleLabelSet } from '../../../src/core/label-set.ts'
import { countRight, practicePage } from '../../../src/core/practice/practice-page.ts'

it.each(['en', 'vi'])(
  'the practice page in %s has each label of the simple set, and a reason each time',
  (language) => {
    const page = practicePage(language)
    expect(new Set(page.map(({ label }) => label))).toEqual(
      new Set(simpleLabelSet.labels.map(({ name }) => name)),
    )
    expect(new Set(page.map(({ text }) => text)).size).toBe(page.length)
    for (const { why } of page) expect(why).not.toBe('')
    const right = page.map(({ label }) => label)
    expect(countRight(page, right)).toBe(page.length)
    expect(countRight(page, [null, ...right.slice(1)])).toBe(page.length - 1)
  },
)

it('both languages are the same page', () => {
  const labels = (language: string): string[] => practicePage(language).map(({ label }) => label)
  expect(labels('vi')).toEqual(labels('en'))
  expect(practicePage('fr')).toBe(practicePage('en'))
})

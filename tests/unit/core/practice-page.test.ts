import { describe, expect, it } from 'vitest'
import { fineLabelSet } from '../../../src/core/fine-label-set.ts'
import { simpleLabelSet } from '../../../src/core/label-set.ts'
import { countRight, practicePage } from '../../../src/core/practice/practice-page.ts'

const namesOf = (set: typeof simpleLabelSet): string[] => set.labels.map(({ name }) => name)

describe.each([
  { preset: 'simple', names: namesOf(simpleLabelSet) },
  // What is uncertain cannot be known beforehand.
  { preset: 'fine', names: namesOf(fineLabelSet).filter((name) => name !== 'uncertain') },
] as const)('the practice page for the $preset set', ({ preset, names }) => {
  it.each(['en', 'vi'])('has each label of the set, and a reason each time, in %s', (language) => {
    const page = practicePage(language, preset)
    expect(new Set(page.map(({ label }) => label))).toEqual(new Set(names))
    expect(new Set(page.map(({ text }) => text)).size).toBe(page.length)
    for (const { why } of page) expect(why).toMatch(/^\S.*\.$/)
    const right = page.map(({ label }) => label)
    expect(countRight(page, right)).toBe(page.length)
    expect(countRight(page, [null, ...right.slice(1)])).toBe(page.length - 1)
  })

  it('is the same page in both languages, and in English for any other', () => {
    const labels = (language: string): string[] => practicePage(language, preset).map(({ label }) => label)
    expect(labels('vi')).toEqual(labels('en'))
    expect(practicePage('fr', preset)).toEqual(practicePage('en', preset))
    const whys = (language: string): string[] => practicePage(language, preset).map(({ why }) => why)
    for (const [index, why] of whys('vi').entries()) expect(why).not.toBe(whys('en')[index])
  })
})

// What the fine set tells apart within each label of the simple one, as the guidelines have it.
const within: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  body: ['lede', 'body', 'subhead'],
  caption: ['caption', 'credit'],
  boilerplate: ['byline', 'related', 'navigation', 'advert', 'comments'],
}

it('says of each segment the same in both sets, one of them finer', () => {
  const simple = practicePage('en', 'simple')
  const fine = practicePage('en', 'fine')
  expect(fine.map(({ text }) => text)).toEqual(simple.map(({ text }) => text))
  for (const [index, { label, text }] of simple.entries())
    expect(within[label], text).toContain(fine[index]?.label)
  for (const language of ['en', 'vi'])
    for (const { why, text } of practicePage(language, 'fine'))
      expect(why, text).not.toMatch(/simple|đơn giản|boilerplate/)
})

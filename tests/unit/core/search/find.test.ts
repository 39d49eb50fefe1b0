import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileSearch, type Match, type SearchQuery } from '../../../../src/core/search/find.ts'
import { WinnowError } from '../../../../src/core/winnow-error.ts'
import { anyText } from '../any-text.ts'

const query = (text: string, options: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  matchCase: false,
  matchDiacritics: false,
  regex: false,
  ...options,
})

/** What is found, as it stands in the text. */
const found = (text: string, wanted: SearchQuery): string[] =>
  compileSearch(wanted)(text, 1000).map(({ start, end }) => text.slice(start, end))

const charactersOf = (text: string): string[] => text.match(/[\s\S][\p{M}\u1160-\u11ff]*/gu) ?? []

/** A character as the search takes it, by the plainest means. */
function plain(character: string, { matchCase, matchDiacritics }: SearchQuery): string {
  const bare = matchDiacritics
    ? character.normalize('NFC')
    : character.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  const cased = matchCase
    ? bare
    : Array.from(bare, (codePoint) => codePoint.toUpperCase().toLowerCase()).join('')
  return cased.normalize('NFC')
}

/** Tries at every character whether the wanted text stands there. */
function naiveFind(text: string, wanted: SearchQuery): Match[] {
  const characters = charactersOf(text)
  const folded = characters.map((each) => plain(each, wanted))
  const goal = charactersOf(wanted.text)
    .map((each) => plain(each, wanted))
    .join('')
  const matches: Match[] = []
  const offset = (index: number): number => characters.slice(0, index).join('').length
  if (goal === '') return []
  for (let from = 0; from < characters.length; from++) {
    // A mark at the very beginning folds to nothing and begins no match.
    if (folded[from] === '') continue
    let joined = ''
    let to = from
    while (to < characters.length && joined.length < goal.length) joined += folded[to++]
    if (joined !== goal) continue
    matches.push({ start: offset(from), end: offset(to) })
    from = to - 1
  }
  return matches
}

const anySearch = anyText.chain((text) => {
  const characters = charactersOf(text)
  return fc.record({
    text: fc.constant(text),
    wanted: fc.record({
      // Mostly a run of the text itself, perhaps in another form, so that something is found.
      text: fc
        .tuple(
          fc.nat({ max: Math.max(0, characters.length - 1) }),
          fc.integer({ min: 1, max: 4 }),
          fc.constantFrom('NFC', 'NFD', 'same'),
          fc.boolean(),
        )
        .map(([at, count, form, upper]) => {
          const run = characters.slice(at, at + count).join('') || 'a'
          const formed = form === 'same' ? run : run.normalize(form)
          return upper ? formed.toUpperCase() : formed
        }),
      matchCase: fc.boolean(),
      matchDiacritics: fc.boolean(),
      regex: fc.constant(false),
    }),
  })
})

describe('plain text', () => {
  it('is found where a naive search finds it, in any text', () => {
    fc.assert(
      fc.property(anySearch, ({ text, wanted }) => {
        expect(compileSearch(wanted)(text, Number.POSITIVE_INFINITY)).toEqual(naiveFind(text, wanted))
      }),
      { numRuns: 500 },
    )
  })

  it.each(['NFC', 'NFD'] as const)('is found in a text in %s, with the offsets of that text', (form) => {
    const text = 'Chợ nổi Cái Răng họp lúc rạng đông.'.normalize(form)
    for (const typed of ['cho noi', 'CHỢ NỔI', 'chợ nổi'.normalize('NFD')])
      expect(found(text, query(typed))).toEqual(['Chợ nổi'.normalize(form)])
    expect(found(text, query('rang'))).toEqual(['Răng'.normalize(form), 'rạng'.normalize(form)])
    expect(found(text, query('răng', { matchDiacritics: true }))).toEqual(['Răng'.normalize(form)])
    expect(found(text, query('Dong'))).toEqual(['đông'.normalize(form)])
    expect(found(text, query('chợ', { matchCase: true, matchDiacritics: true }))).toEqual([])
  })

  it('is not found inside a character', () => {
    expect(found('e\u0301', query('e', { matchDiacritics: true }))).toEqual([])
    expect(found('x\u0302', query('x', { matchDiacritics: true }))).toEqual([])
    expect(found('ß', query('s'))).toEqual([])
    expect(found('각'.normalize('NFD'), query('가'))).toEqual([])
  })

  it('stops after the most that are wanted', () => {
    expect(compileSearch(query('a'))('aaaa', 2)).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
    ])
  })
})

describe('a regular expression', () => {
  const regex = (text: string, options: Partial<SearchQuery> = {}) => query(text, { regex: true, ...options })

  it('knows lines, classes and alternatives', () => {
    expect(found('(Photo: A)\nno\n(Photo: B)', regex('^\\(photo: \\w\\)$'))).toEqual([
      '(Photo: A)',
      '(Photo: B)',
    ])
    expect(found('Ảnh: Minh\nanh ấy', regex('^anh: .*'))).toEqual(['Ảnh: Minh'])
    expect(found('ABC abc', regex('[A-Z]+', { matchCase: true }))).toEqual(['ABC'])
  })

  it('finds whole characters, and nothing that is empty', () => {
    expect(found('cafe\u0301!', regex('e'))).toEqual(['e\u0301'])
    expect(found('a🏮b', regex('🏮|x*'))).toEqual(['🏮'])
  })

  it('has the offsets of any text', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, matchDiacritics) => {
        const matches = compileSearch(regex('\\S+', { matchDiacritics }))(text, Number.POSITIVE_INFINITY)
        let at = 0
        for (const { start, end } of matches) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it.each(['(', '[a', '*', '\\'])('is refused as %s, by a sentence', (text) => {
    expect(() => compileSearch(regex(text))).toThrow(WinnowError)
    expect(() => compileSearch(regex(text))).toThrow(/is no regular expression: \S.*\. Correct it/)
  })
})

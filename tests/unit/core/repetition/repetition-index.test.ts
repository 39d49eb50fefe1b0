import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashLine, hashOfKey, keyOfHash, lineKey } from '../../../../src/core/repetition/line-hash.ts'
import { LineTable } from '../../../../src/core/repetition/line-table.ts'
import {
  type CountedLines,
  defaultLimits,
  RepetitionIndex,
} from '../../../../src/core/repetition/repetition-index.ts'
import { repetitionKey } from '../../../../src/core/suggestions/normalise-line.ts'

const counted = (lines: readonly string[]): CountedLines => ({
  hashes: Uint32Array.from(lines.flatMap((line) => Object.values(hashLine(line)))),
  textOf: (index) => lines[index] ?? '',
})

/** Few different lines, some of them forms of one another, so that they meet. */
const anyLine = fc.oneof(
  fc.constantFrom('a', 'A ', 'b', 'page 1', 'PAGE  22', 'ß', 'SS', 'x'),
  fc.string({ minLength: 1, maxLength: 2 }),
)
const anyStep = fc.record({
  document: fc.constantFrom('a.txt', 'b.txt', 'c/a.txt', 'c/b.txt', 'd/a.txt'),
  lines: fc.option(fc.array(anyLine, { maxLength: 8 })),
})
const siteOf = (document: string): string => document.split('/').slice(0, -1).join('/')

type Corpus = ReadonlyMap<string, readonly string[]>

/** The corpus after the steps: a document's lines replaced, or the document gone. */
function corpusAfter(steps: readonly { document: string; lines: readonly string[] | null }[]): Corpus {
  const corpus = new Map<string, readonly string[]>()
  for (const { document, lines } of steps)
    if (lines) corpus.set(document, lines)
    else corpus.delete(document)
  return corpus
}

function indexed(
  steps: readonly { document: string; lines: readonly string[] | null }[],
  limits = defaultLimits,
) {
  const index = new RepetitionIndex(limits)
  for (const { document, lines } of steps)
    if (lines) {
      // What is in the sketch cannot be moved to another site.
      const before = limits === defaultLimits ? 'elsewhere' : siteOf(document)
      index.set(document, before, 'stamp', counted(lines))
      index.moveTo(document, siteOf(document))
    } else index.delete(document)
  return index
}

const has = (lines: readonly string[], line: string): boolean =>
  lines.some((other) => repetitionKey(other) === repetitionKey(line))

/** The very counts, by looking at every line of every document. */
const naive = (corpus: Corpus, line: string, site: string) => ({
  documents: [...corpus.values()].filter((lines) => has(lines, line)).length,
  siteDocuments: [...corpus].filter(([id, lines]) => siteOf(id) === site && has(lines, line)).length,
})

describe('the repetition index', () => {
  it('counts what a naive count does, while documents change, come and go, and after it was saved', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 20 }), anyLine, (steps, other) => {
        const corpus = corpusAfter(steps)
        const built = indexed(steps)
        for (const index of [built, RepetitionIndex.from(built.snapshot())]) {
          expect([...index.documents].sort()).toEqual([...corpus.keys()].sort())
          for (const line of [...[...corpus.values()].flat(), other])
            for (const site of ['', 'c', 'd']) {
              expect(index.counts(hashLine(line), site, null)).toEqual(naive(corpus, line, site))
              expect(index.siteSize(site)).toBe([...corpus.keys()].filter((id) => siteOf(id) === site).length)
            }
          expect(index.documentsWith([hashLine(other)]).sort()).toEqual(
            [...corpus].flatMap(([id, lines]) => (has(lines, other) ? [id] : [])).sort(),
          )
          for (const [id, lines] of corpus) {
            const shared = lines.filter((line) => naive(corpus, line, '').documents > 1).length
            expect(index.repeatedShare(id)).toBe(lines.length === 0 ? null : shared / lines.length)
          }
          for (const site of [null, 'c']) {
            const within = [...corpus].filter(([id]) => site === null || siteOf(id) === site)
            const occurrences = within.flatMap(([, lines]) => lines.map(repetitionKey))
            const repeated = index.repeated(site).map((line) => ({ ...index.line(line, site), line }))
            const keys = new Set(occurrences)
            const expected = [...keys].filter(
              (key) => within.filter(([, lines]) => has(lines, key)).length >= 2,
            )
            expect(repeated.map(({ text }) => repetitionKey(text)).sort()).toEqual(expected.sort())
            for (const { text, documents, occurrences: often } of repeated) {
              expect(documents).toBe(within.filter(([, lines]) => has(lines, text)).length)
              expect(often).toBe(occurrences.filter((key) => key === repetitionKey(text)).length)
            }
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('counts the document itself where it is cut otherwise than the index knows', () => {
    const index = indexed([
      { document: 'a.txt', lines: ['one two'] },
      { document: 'b.txt', lines: ['one'] },
    ])
    expect(index.counts(hashLine('one'), '', 'a.txt')).toEqual({ documents: 2, siteDocuments: 2 })
    expect(index.counts(hashLine('one two'), '', 'a.txt')).toEqual({ documents: 1, siteDocuments: 1 })
    expect(index.counts(hashLine('new'), '', 'a.txt')).toEqual({ documents: 1, siteDocuments: 1 })
  })

  it('never counts too few beyond its limits, and exactly while the sketch is far from full', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyLine, { maxLength: 6 }), { maxLength: 12 }), (pages) => {
        const steps = pages.map((lines, n) => ({ document: `${n % 2 ? 'c/' : ''}${n}.txt`, lines }))
        const corpus = corpusAfter(steps)
        const roomy = indexed(steps, { ...defaultLimits, documents: 3, sketchColumns: 2 ** 16 })
        const crowded = indexed(steps, { ...defaultLimits, lines: 4, sketchColumns: 2 })
        for (const line of pages.flat()) {
          const exact = naive(corpus, line, 'c')
          expect(roomy.counts(hashLine(line), 'c', null)).toEqual(exact)
          const estimate = crowded.counts(hashLine(line), 'c', null)
          expect(estimate.documents).toBeGreaterThanOrEqual(exact.documents)
          expect(estimate.siteDocuments).toBeGreaterThanOrEqual(exact.siteDocuments)
        }
      }),
    )
  })

  it('refuses a snapshot whose parts do not fit', () => {
    const snapshot = indexed([{ document: 'a.txt', lines: ['a', 'b'] }]).snapshot()
    const cases = [
      { ...snapshot, lines: snapshot.lines.slice(1) },
      { ...snapshot, lines: Uint32Array.of(0, 9) },
      { ...snapshot, high: Uint32Array.of(1, 1), low: Uint32Array.of(2, 2) },
    ]
    for (const broken of cases) expect(() => RepetitionIndex.from(broken)).toThrow(RangeError)
  })
})

it('the table of lines finds what was added by its number, whatever meets in its slots', () => {
  const hash = fc.record({
    high: fc.nat(3),
    low: fc.oneof(fc.nat(7), fc.integer({ min: 2 ** 32 - 8, max: 2 ** 32 - 1 })),
  })
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 200 }), (hashes) => {
      const table = new LineTable(1)
      const numbers = new Map<string, number>()
      for (const { high, low } of hashes) {
        const name = `${high} ${low}`
        expect(table.find(high, low)).toBe(numbers.get(name) ?? -1)
        const number = numbers.get(name) ?? numbers.size
        expect(table.add(high, low)).toBe(number)
        numbers.set(name, number)
      }
      expect(table.size).toBe(numbers.size)
      for (const { high, low } of hashes) {
        const number = numbers.get(`${high} ${low}`) ?? -1
        expect([table.find(high, low), table.high(number), table.low(number)]).toEqual([number, high, low])
      }
    }),
  )
})

it('a hash is the same in all forms of a line, differs for others, and can be named', () => {
  expect(lineKey('  12 Bình\tluận')).toBe(lineKey('3 BÌNH LUẬN'.normalize('NFD')))
  const letter = (digit: string): string => String.fromCharCode(97 + Number.parseInt(digit, 26))
  const lines = Array.from({ length: 50_000 }, (_, n) => Array.from(n.toString(26), letter).join(''))
  expect(new Set(lines.map(repetitionKey)).size).toBe(lines.length)
  const hashes = lines.map(hashLine)
  expect(new Set(hashes.map(keyOfHash)).size).toBe(lines.length)
  // Each half on its own spreads as chance would have it: among 50,000 lines, 0.3 meet in 32 bits.
  expect(lines.length - new Set(hashes.map(({ high }) => high)).size).toBeLessThan(5)
  expect(lines.length - new Set(hashes.map(({ low }) => low)).size).toBeLessThan(5)
  for (const hash of hashes.slice(0, 100)) expect(hashOfKey(keyOfHash(hash))).toEqual(hash)
  expect(hashOfKey('no key')).toBeNull()
})

it('a hash is that of the key, for any line', () => {
  const piece = fc.oneof(
    fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom(
      'ΟΔΟΣ',
      'σας ',
      'İ',
      'ß',
      'ﬁ',
      '각',
      '\u1100\u1161',
      'o\u0323\u0302',
      '१२',
      '12 ',
      '\u00a0',
      '\ud835\udfd8',
      '\ud800',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const line = pieces.join('')
      expect(hashLine(line)).toEqual(hashLine(repetitionKey(line)))
    }),
    { numRuns: 300 },
  )
})

it('each unit alone is hashed as its key', () => {
  for (let unit = 0; unit < 0x1_0000; unit++) {
    const line = `a${String.fromCharCode(unit)}b`
    const key = repetitionKey(line)
    // Two keys are the same where their hashes are: what is folded unit by unit must come to the very key.
    if (lineKey(line) !== lineKey(key)) expect.unreachable(`unit ${unit.toString(16)} of ${key}`)
  }
})

import { describe, expect, it } from 'vitest'
import { foldsBySite } from '../../../bench/suggestions/folds.ts'
import type { GoldDocument, GoldLine } from '../../../bench/suggestions/gold.ts'
import { score } from '../../../bench/suggestions/score.ts'

/** A document with one line a letter: b body, o other, t title, a body that is not scored. A body line is longer. */
function gold(lines: string, site = 'a.example'): GoldDocument {
  let start = 0
  const goldLines = Array.from(lines, (letter): GoldLine => {
    const length = letter === 'b' ? 30 : 10
    const line = { start, end: start + length, scored: 'bo'.includes(letter) }
    start += length + 1
    return { ...line, label: letter === 'o' ? 'other' : letter === 't' ? 'title' : 'body' }
  })
  return { id: `${site}/${lines}`, site, language: 'en', text: 'x'.repeat(start), lines: goldLines }
}

const guess = (lines: string, said: string) => ({
  document: gold(lines),
  body: Array.from(said, (letter) => letter === 'b'),
})

describe('score', () => {
  it('is perfect where every scored line is right', () => {
    expect(score([guess('otabbo', 'obobbo')])).toEqual({
      documents: 1,
      lineF1: 1,
      characterF1: 1,
      wrongRuns: 0,
      perfect: 1,
    })
  })

  it('counts lines, characters and runs of wrong lines', () => {
    const { lineF1, characterF1, wrongRuns, perfect } = score([
      guess('oobbbb', 'bbobbb'),
      guess('obbo', 'obbo'),
    ])
    expect(lineF1).toBeCloseTo(10 / (10 + 2 + 1))
    expect(characterF1).toBeCloseTo((2 * 150) / (2 * 150 + 20 + 30))
    expect([wrongRuns, perfect]).toEqual([1, 0.5])
  })

  it('does not break a run at lines that are not scored', () => {
    expect(score([guess('otoo', 'bobo')]).wrongRuns).toBe(1)
    expect(score([guess('ooo', 'bob')]).wrongRuns).toBe(2)
  })

  it('counts a document without body as right where nothing was found', () => {
    expect(score([guess('ooo', 'ooo')])).toMatchObject({ lineF1: 1, perfect: 1 })
  })
})

describe('foldsBySite', () => {
  it('measures each document once and keeps a site on one side', () => {
    const documents = ['a', 'a', 'b', 'c', 'd', 'd', 'd', 'e'].map((site, n) => gold('b'.repeat(n + 1), site))
    const folds = foldsBySite(documents, 3)
    expect(folds.flatMap(({ measure }) => measure.map(({ id }) => id)).sort()).toEqual(
      documents.map(({ id }) => id).sort(),
    )
    for (const { fit, measure } of folds) {
      expect(fit.length + measure.length).toBe(documents.length)
      const sites = new Set(fit.map(({ site }) => site))
      expect(measure.filter(({ site }) => sites.has(site))).toEqual([])
    }
  })
})

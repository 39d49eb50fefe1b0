import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  areAlike,
  mostDiffering,
  type Signature,
  signatureLength,
  signatureOf,
} from '../../../../src/core/splits/minhash.ts'
import { nearDuplicates } from '../../../../src/core/splits/near-duplicates.ts'
import { anyText } from '../any-text.ts'

const signed = (text: string): Signature => signatureOf(text) ?? new Uint16Array(signatureLength)

const agreement = (a: Signature, b: Signature): number =>
  a.filter((value, at) => value === b[at]).length / signatureLength

const words = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, at) =>
      `word${'abcdefghij'[(from + at) % 10]}${'xyz'.repeat((from + at) % 37)}q${'ab'.repeat((from + at) % 41)}`,
  ).join(' ')

test.each([
  [1000, 0],
  [1000, 100],
  [1000, 500],
  [200, 60],
])(
  'the share of values in common is about that of shingles: %i words, %i of them others',
  (length, others) => {
    const one = words(0, length)
    const other = words(others, length + others)
    const shingles = length - 4
    const jaccard = (shingles - others) / (shingles + others)
    expect(Math.abs(agreement(signed(one), signed(other)) - jaccard)).toBeLessThan(0.12)
  },
)

test('case, composition and what is no word do not matter', () => {
  const page = 'Nhịp sống ven sông ngày 12 tháng 3 năm 2024, người dân đi chợ từ sớm.'
  const other = `  ${page.normalize('NFD').toUpperCase()} …`
  expect(signatureOf(other)).toEqual(signatureOf(page))
  expect(signatureOf(' — \n')).toBeNull()
})

test('scripts without spaces have words too', () => {
  const page = '今天上午市政府宣布新的地铁线路将于明年春天开通运营市民可以免费试乘三天时间'.repeat(2)
  expect(areAlike(signed(page), signed(`${page}完`))).toBe(true)
  expect(areAlike(signed(page), signed('ศาลากลางจังหวัดเปิดให้บริการประชาชนทุกวันตั้งแต่เช้าจนถึงเย็น'))).toBe(false)
})

test('every text is like itself, whatever it holds', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const signature = signatureOf(text)
      expect(signatureOf(text)).toEqual(signature)
      if (signature) expect(areAlike(signature, signed(`\n${text} `))).toBe(true)
    }),
  )
})

test('no pair of near duplicates is missed, and none of others found', () => {
  const anySignature = fc.uint16Array({ minLength: signatureLength, maxLength: signatureLength, max: 3 })
  // Some change a value in each of as many bands as they can.
  const anyChanges = fc.oneof(
    fc.array(fc.nat({ max: signatureLength - 1 }), { maxLength: mostDiffering + 10 }),
    fc
      .tuple(fc.nat({ max: 7 }), fc.integer({ min: 20, max: mostDiffering + 1 }))
      .map(([from, count]) =>
        Array.from({ length: count }, (_, index) => ((from + index) * 4) % signatureLength),
      ),
  )
  fc.assert(
    fc.property(anySignature, fc.array(anyChanges, { minLength: 1, maxLength: 6 }), (first, changes) => {
      const signatures = [
        first,
        null,
        ...changes.map((places) => {
          const changed = first.slice()
          for (const place of places) changed[place] = 9
          return changed
        }),
      ]
      const found = new Set<string>()
      for (const pair of nearDuplicates(signatures, (document) => document)) if (pair) found.add(`${pair}`)
      const wanted = new Set<string>()
      for (const [one, a] of signatures.entries())
        for (const [other, b] of signatures.entries())
          if (one < other && a && b && areAlike(a, b)) wanted.add(`${one},${other}`)
      expect(found).toEqual(wanted)
    }),
  )
})

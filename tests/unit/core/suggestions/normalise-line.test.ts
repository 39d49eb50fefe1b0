import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repetitionKey } from '../../../../src/core/suggestions/normalise-line.ts'

describe('the repetition key', () => {
  it('leaves out white space, case, composition and the value of numbers', () => {
    expect(repetitionKey('  12 BÌNH\u00a0\u00a0luận\t')).toBe('0 bình luận')
    expect(repetitionKey('3 bình luận'.normalize('NFD'))).toBe('0 bình luận')
    expect(repetitionKey('٣٤ تعليق')).toBe('0 تعليق')
    expect(repetitionKey('STRASSE')).toBe(repetitionKey('Straße'))
    expect(repetitionKey('STRAẞE')).toBe(repetitionKey('Straße'))
  })

  it('keeps what makes another line of it', () => {
    expect(repetitionKey('Đọc nhiều')).not.toBe(repetitionKey('Đọc nhiêu'))
    expect(repetitionKey('Page 2')).not.toBe(repetitionKey('Page two'))
    expect(repetitionKey('a b')).not.toBe(repetitionKey('ab'))
  })

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        expect(repetitionKey(repetitionKey(line))).toBe(repetitionKey(line))
      }),
      { numRuns: 500 },
    )
    for (let unit = 0; unit < 0x1_0000; unit++) {
      const key = repetitionKey(`a${String.fromCharCode(unit)}b`)
      if (repetitionKey(key) !== key) expect.unreachable(`unit ${unit.toString(16)}`)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotatorNameSchema, toAnnotatorName } from '../../../src/core/annotator-name.ts'
import { anyText } from './any-text.ts'

const isValid = (name: string): boolean => annotatorNameSchema.safeParse(name).success

describe('annotatorNameSchema', () => {
  it.each([
    '',
    ' ',
    '.',
    '..',
    '../lan',
    'a/b',
    'a\\b',
    'C:',
    '.hidden',
    'ends.',
    ' lan',
    'lan ',
    'lan\u00A0',
    '\uFEFFlan',
    'a\u0000b',
    'a\nb',
    'a\u001Bb',
    'a\u0085b',
    'what?',
    'a*b',
    '"a"',
    '<a>',
    'a|b',
    'CON',
    'nul',
    'Aux.txt',
    'com1',
    'LPT9.json',
    'COM¹',
    'half \uD83C a pair',
    'x'.repeat(65),
  ])('refuses %j', (name) => {
    expect(isValid(name)).toBe(false)
  })

  it.each([
    'lan',
    'Nguyễn Thị Lụa',
    'Nguyễn Thị Lụa'.normalize('NFD'),
    'a.b-c_d',
    '日本',
    'console',
    'com10',
    'nullius',
    '__proto__',
    'constructor',
    'x'.repeat(64),
  ])('accepts %j', (name) => {
    expect(isValid(name)).toBe(true)
  })

  it('accepts nothing that leads out of its folder', () => {
    const hostile = fc
      .array(fc.constantFrom('..', '/', '\\', '.', 'a', ' ', '\u0000', ':', '~', '%2e', '🏮'), {
        maxLength: 6,
      })
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(hostile, anyText), (name) => {
        if (isValid(name)) {
          expect(name).not.toMatch(/[/\\:\p{Cc}\p{Cs}]|^\.|\.$|^\s|\s$|^$/u)
        } else {
          expect(annotatorNameSchema.safeParse(name).error?.issues[0]?.message).toMatch(/^The name .+/)
        }
      }),
    )
  })
})

describe('toAnnotatorName', () => {
  it('always gives a valid name, and the same again for that', () => {
    const wanted = fc.oneof(anyText, fc.constantFrom('con', 'NUL.', '...', '-', `${'x'.repeat(63)}𝒜𝒜`))
    fc.assert(
      fc.property(wanted, (name) => {
        const given = toAnnotatorName(name)
        expect(isValid(given), given).toBe(true)
        expect(toAnnotatorName(given)).toBe(given)
      }),
    )
  })

  it.each([
    ['lan', 'lan'],
    ['Nguyễn Thị Lụa', 'Nguyễn-Thị-Lụa'],
    ['DOMAIN\\lan', 'DOMAIN-lan'],
    ['../../etc', 'etc'],
    ['  ', 'annotator'],
    ['🏮', 'annotator'],
    ['con', 'annotator'],
    [`${'x'.repeat(63)}.y`, 'x'.repeat(63)],
    [`${'x'.repeat(63)}𝒜`, 'x'.repeat(63)],
  ])('makes of %j %j', (wanted, given) => {
    expect(toAnnotatorName(wanted)).toBe(given)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conflictedText } from '../../../../src/core/merging/conflict-markers.ts'

const plain = fc.array(fc.constantFrom('a', ' b', '', '<<', '==== =', '"<<<<<<< x"', '{'), { maxLength: 4 })

test('both sides, and the base where it was written, are told apart', () => {
  const hunk = fc.record({ common: plain, mine: plain, base: plain, theirs: plain })
  fc.assert(
    fc.property(
      fc.array(hunk, { minLength: 1, maxLength: 4 }),
      plain,
      fc.boolean(),
      fc.constantFrom('', '\r'),
      (hunks, end, withBase, cr) => {
        const mark = (text: string) => text + cr
        const text = hunks.flatMap(({ common, mine, base, theirs }) => [
          ...common,
          mark('<<<<<<< HEAD'),
          ...mine,
          ...(withBase ? [mark('||||||| 1a2b3c4'), ...base] : []),
          mark('======='),
          ...theirs,
          mark('>>>>>>> other branch'),
        ])
        const side = (name: 'mine' | 'base' | 'theirs') =>
          [...hunks.flatMap((each) => [...each.common, ...each[name]]), ...end].join('\n')
        expect(conflictedText([...text, ...end].join('\n'))).toEqual({
          mine: side('mine'),
          theirs: side('theirs'),
          base: withBase ? side('base') : null,
        })
      },
    ),
  )
})

test.each([
  'no markers\nat all',
  '<<<<<<< a\nnever ends\n=======\nx',
  '=======\n>>>>>>> b',
  '<<<<<<< a\n<<<<<<< a\n=======\n>>>>>>> b',
  '<<<<<<< a\n>>>>>>> b',
])('what git would not have written is not taken apart: %j', (text) => {
  expect(conflictedText(text)).toBeNull()
})

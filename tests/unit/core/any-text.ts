import fc from 'fast-check'

/**
 * Pieces on which offsets, lines and trimming go wrong elsewhere. None holds half a surrogate pair: a dump is decoded
 * from UTF-8, which has none.
 */
export const trickyPieces = [
  'Title of the page',
  'Nhịp sống ven sông'.normalize('NFC'),
  'Nhịp sống ven sông'.normalize('NFD'),
  'e\u0301\u0323',
  '\u0301',
  '🏮',
  '👩\u200D🌾',
  '🇻🇳',
  '❤\uFE0F',
  '𝒜𠀋',
  '日本語の行。',
  'שלום \u202Eעולם\u202C',
  '\u200Fمرحبا',
  '![]() |',
  '<script>alert(1)</script>',
  '\u001B[31mred\u001B[0m',
  '\u0000',
  '\uFFFD',
  '\u{10FFFF}',
  // The first and last characters of each length in UTF-8.
  '\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\u{10000}',
] as const

/** Line ends as Winnow counts them. */
export const lineEnds = ['\n', '\r\n', '\r'] as const

/** White space, some of it line ends elsewhere, and what only looks like white space (U+0085, U+200B). */
export const blanks = [
  ' ',
  '\t',
  '\u00A0',
  '\u2028',
  '\u2029',
  '\u3000',
  '\uFEFF',
  '\v',
  '\f',
  '\u0085',
  '\u200B',
] as const

/** Any text that can come out of a UTF-8 file: tricky pieces, line ends, blanks and any code points in any order. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...trickyPieces), weight: 4 },
      { arbitrary: fc.constantFrom(...lineEnds), weight: 3 },
      { arbitrary: fc.constantFrom(...blanks), weight: 2 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 6 }), weight: 2 },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

/** Like {@link anyText}, with runs that make lines of several thousand characters. */
export const anyLongText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      anyText,
      fc
        .tuple(
          fc.constantFrom('🏮', 'word ', 'x', 'e\u0301', '    ', 'a🏮'),
          fc.integer({ min: 300, max: 2500 }),
        )
        .map(([piece, times]) => piece.repeat(times)),
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(''))

/** What a character is to the shape of a line. */
export const characterClass = {
  symbol: 0,
  space: 1,
  lower: 2,
  upper: 3,
  /** A letter of a script without case whose words are parted by spaces. */
  uncased: 4,
  /** A letter of a script that writes without spaces between words. */
  unspaced: 5,
  digit: 6,
  /** A mark that belongs to the letter before it. */
  mark: 7,
  /** Ends a sentence. */
  terminal: 8,
  comma: 9,
  opening: 10,
  closing: 11,
  punctuation: 12,
} as const

const {
  symbol,
  space,
  lower,
  upper,
  uncased,
  unspaced,
  digit,
  mark,
  terminal,
  comma,
  opening,
  closing,
  punctuation,
} = characterClass

/** In the order in which they are asked. */
const patterns: readonly (readonly [RegExp, number])[] = [
  [/\s/u, space],
  [/[.!?…。！？．｡।॥؟۔։።᙮๚።၊။\u0964\u06D4]/u, terminal],
  [/[,;、，؛،；]/u, comma],
  [/[\p{Ps}\p{Pi}„‚]/u, opening],
  [/[\p{Pe}\p{Pf}"']/u, closing],
  [/\p{M}/u, mark],
  [/\p{N}/u, digit],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
    unspaced,
  ],
  [/[\p{Lu}\p{Lt}]/u, upper],
  [/\p{Ll}/u, lower],
  [/\p{L}/u, uncased],
  [/\p{P}/u, punctuation],
]

const unknown = 255
const known = new Uint8Array(0x10000).fill(unknown)

/** The class of the UTF-16 code unit `code`; half of a surrogate pair is a symbol. */
export function classOf(code: number): number {
  const found = known[code] ?? symbol
  if (found !== unknown) return found
  const character = String.fromCharCode(code)
  const named = patterns.find(([pattern]) => pattern.test(character))?.[1] ?? symbol
  known[code] = named
  return named
}

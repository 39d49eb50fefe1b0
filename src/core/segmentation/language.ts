/** Scripts that tell the language well enough for finding the ends of sentences, by their first likely language. */
const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
]

/** Letters that Vietnamese has and other languages in the Latin script seldom have, composed. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu

/** How much of a text is looked at, in UTF-16 code units: a page keeps to its language. */
const sample = 20_000

/**
 * The language that `text` is most likely written in, as a BCP 47 tag, told by its letters alone; `en` for every
 * other Latin text. Enough to choose the rules by which sentences end.
 */
export function likelyLanguage(text: string): string {
  const start = text.slice(0, sample)
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  for (const [language, pattern] of scripts)
    if ((start.match(pattern)?.length ?? 0) * 5 > letters) return language
  const marked = start.normalize('NFC').match(vietnamese)?.length ?? 0
  return marked * 20 > letters ? 'vi' : 'en'
}

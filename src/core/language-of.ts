import { detect } from 'tinyld'

/** How much of a text is looked at: more makes it no surer, and all documents of a corpus are looked at. */
const enough = 300
/** With fewer letters there is nothing to tell a language by. */
const fewest = 20
/** In the beginning of a text, in UTF-16 code units, its longest lines are looked for. */
const beginning = 20_000

/**
 * The language of a document as the shortest code of ISO 639 (`vi`, `yue`): what its record or its page says, else what
 * the longest lines of its text are in, as menus are short; null if neither tells.
 */
export function languageOf(text: string, told?: string | null): string | null {
  return (told ? languageNamed(told) : null) ?? languageOfText(text)
}

/** Codes that name no language. */
const none = new Set(['und', 'mul', 'zxx', 'mis'])

/**
 * The language that `name` is the code of, as datasets and pages write them: `vi-VN`, `vie`, `vie_Latn`, `vie,eng` (the
 * first counts), `__label__vie_Latn`; null where it is no code.
 */
export function languageNamed(name: string): string | null {
  const first = /^(?:__label__)?([a-z]{2,3})(?:$|[-_,;\s])/i.exec(name.trim())?.[1]
  if (first === undefined || none.has(first.toLowerCase())) return null
  // Makes `vi` of `vie`, and `zh` of `cmn`.
  return new Intl.Locale(first).language
}

function languageOfText(text: string): string | null {
  const sample = longestLines(text.slice(0, beginning))
  const letters = sample.match(/\p{Letter}/gu)?.length ?? 0
  // A word of Chinese is as telling as a line of letters.
  return letters < (/\p{Ideographic}/u.test(sample) ? fewest / 4 : fewest) ? null : detect(sample) || null
}

function longestLines(text: string): string {
  let sample = ''
  for (const line of text.split(/[\r\n]+/).sort((a, b) => b.length - a.length)) {
    sample += `${line.slice(0, enough - sample.length)} `
    if (sample.length >= enough) break
  }
  return sample.replaceAll(/\]\([^)\s]*\)|https?:\/\/\S+/g, ' ')
}

import { config } from 'zod'
import zodEnglish from 'zod/v4/locales/en.js'
import zodVietnamese from 'zod/v4/locales/vi.js'
import { vi } from './vi.ts'

/** The languages that sentences for the user are said in. */
export type SpokenLanguage = 'en' | 'vi'

let spoken: SpokenLanguage = 'en'

/** From now on {@link say} says all in this language: it is that of the one user whom the program works for. */
export function speak(language: SpokenLanguage): void {
  spoken = language
  // Where a schema has no sentence of its own for what does not fit it, that is Zod's, which stands within ours.
  config(language === 'vi' ? zodVietnamese() : zodEnglish())
}

/** The language that sentences are said in; English until {@link speak} was called. */
export const spokenLanguage = (): SpokenLanguage => spoken

/**
 * A sentence, or a part of one, for the user, in the user's language. In the code it stands in English, which is its
 * name in the catalogues as well, with {0}, {1} … where values stand. To be called when the sentence is needed, not
 * when the program is loaded. What has no translation is said in English.
 */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const pattern = spoken === 'en' ? null : (vi[patternOf(parts)] ?? null)
  if (pattern === null) return String.raw({ raw: parts }, ...values)
  return pattern.replace(/\{(\d+)\}/g, (_, place: string) => String(values[Number(place)]))
}

/** The name of a sentence in the catalogues. */
export const patternOf = (parts: readonly string[]): string =>
  parts.reduce((pattern, part, n) => `${pattern}{${n - 1}}${part}`)

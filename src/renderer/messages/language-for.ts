import type { Preferences } from '../../core/preferences.ts'

/** The language of the interface for a user's choice: by itself the browser's, English where that is none of Winnow's. */
export function languageFor(choice: Preferences['language'], browser: readonly string[]): 'en' | 'vi' {
  if (choice !== 'system') return choice
  const known = browser.map((language) => language.split('-')[0]).find((tag) => tag === 'en' || tag === 'vi')
  return known ?? 'en'
}

import type { Preferences } from './preferences.ts'

/** The language of the interface for a user's choice: by itself the system's, English where that is none of Winnow's. */
export function languageFor(choice: Preferences['language'], system: readonly string[]): 'en' | 'vi' {
  if (choice !== 'system') return choice
  const known = system.map((language) => language.split('-')[0]).find((tag) => tag === 'en' || tag === 'vi')
  return known ?? 'en'
}

import { app } from 'electron'
import { languageFor } from '../core/language-for.ts'
import type { Preferences } from '../core/preferences.ts'
import { type ShellTexts, shellTexts } from './shell-texts.ts'

let language: 'en' | 'vi' = 'en'

/** From now on {@link texts} are in the language that the user has chosen, for the interface and all around it. */
export function speak(choice: Preferences['language']): void {
  language = languageFor(choice, [app.getLocale()])
}

/** What the menu and the system's dialogs say, in the user's language; in English until that is known. */
export const texts = (): ShellTexts => shellTexts[language]

import i18next, { type FormatterModule, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languageFor } from '../../core/language-for.ts'
import { speak } from '../../core/sentences/say.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'winnow'
    resources: { winnow: typeof en }
    keySeparator: false
  }
}

export const i18n: I18n = i18next.createInstance()

/** Writes the numbers in messages as the language writes them. */
const numbersByLocale: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? value.toLocaleString(language) : String(value),
}

/** Makes the catalogue ready in the browser's language. `i18n.changeLanguage` shows another one at once. */
export async function startMessages(browser: readonly string[]): Promise<void> {
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language
    // What core has to say of a name or a file that is looked at here.
    speak(language === 'vi' ? 'vi' : 'en')
  })
  await i18n
    .use(initReactI18next)
    .use(numbersByLocale)
    .init({
      lng: languageFor('system', browser),
      fallbackLng: 'en',
      ns: ['winnow'],
      defaultNS: 'winnow',
      keySeparator: false,
      resources: { en: { winnow: en }, vi: { winnow: vi } },
      // React escapes by itself.
      interpolation: { escapeValue: false, alwaysFormat: true },
    })
}

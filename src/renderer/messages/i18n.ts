import i18next, { type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
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

/** Makes the catalogue ready in the browser's language, English where it is none of Winnow's. */
export async function startMessages(languages: readonly string[]): Promise<void> {
  const wanted = languages
    .map((language) => language.split('-')[0])
    .find((tag) => tag === 'en' || tag === 'vi')
  await i18n.use(initReactI18next).init({
    lng: wanted ?? 'en',
    fallbackLng: 'en',
    ns: ['winnow'],
    defaultNS: 'winnow',
    keySeparator: false,
    resources: { en: { winnow: en }, vi: { winnow: vi } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = i18n.language
}

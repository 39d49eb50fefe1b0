/** How the language with this code is called in the interface's language, `locale`. */
export const languageTitle = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code

import { useLayoutEffect } from 'react'
import { languageFor } from '../core/language-for.ts'
import { i18n } from './messages/i18n.ts'
import { useWinnow } from './state/controller-context.ts'

/** Gives the page the theme and the language that the user has chosen, at once when they change. */
export function usePagePreferences(): void {
  const theme = useWinnow(({ preferences }) => preferences.theme)
  const language = useWinnow(({ preferences }) => preferences.language)
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  useLayoutEffect(() => void i18n.changeLanguage(languageFor(language, navigator.languages)), [language])
}

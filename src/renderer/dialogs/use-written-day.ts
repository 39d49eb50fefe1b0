import { useTranslation } from 'react-i18next'

/** Writes days and times as the language of the window does. */
export function useWrittenDay(): {
  /** A day `2026-11-30`. */
  readonly day: (day: string) => string
  /** A time in ISO 8601; '' for none. */
  readonly time: (time: string | null) => string
} {
  const { language } = useTranslation().i18n
  return {
    day: (day) => new Date(`${day}T12:00:00`).toLocaleDateString(language, { dateStyle: 'long' }),
    time: (time) =>
      time === null
        ? ''
        : new Date(time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' }),
  }
}

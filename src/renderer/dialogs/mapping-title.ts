import type { TFunction } from 'i18next'

const builtIn = ['as-labelled', 'keep-drop', 'l3s-gn1', 'dragnet'] as const

/** What a mapping of labels is called: the built-in ones in the user's language, others by their names. */
export function mappingTitle(name: string, t: TFunction<'winnow'>): string {
  const known = builtIn.find((one) => one === name)
  return known ? t(`export.mapping-${known}`) : name
}

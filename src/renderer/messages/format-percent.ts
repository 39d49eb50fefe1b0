import { i18n } from './i18n.ts'

/**
 * A share from 0 to 1 as people read it, in whole percent and in the language of the interface; never rounded up, so
 * that nothing seems to reach a threshold that it does not.
 */
export const formatPercent = (share: number): string =>
  // What is a hair below a whole number is one that arithmetic has missed.
  (Math.floor(share * 100 + 1e-6) / 100).toLocaleString(i18n.language, { style: 'percent' })

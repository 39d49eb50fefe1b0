import { callNames } from '../../../src/core/call-names.ts'
import type { Service } from '../../../src/core/contract.ts'
import { defaultPreferences } from '../../../src/core/preferences.ts'
import { WinnowError } from '../../../src/core/winnow-error.ts'

const notAsked = async (): Promise<never> => {
  throw new WinnowError('not-here', 'This service answers home and setAnnotator only.')
}

/** A whole service by type that answers two calls, and remembers the annotator's name. */
export function smallService(): Service {
  let annotator = 'linh'
  // The names are all there are, and refusing fits any of them; TypeScript cannot see either.
  const refusing = Object.fromEntries(callNames.map((name) => [name, notAsked])) as unknown as Service
  return {
    ...refusing,
    home: async () => ({
      host: 'web',
      version: '0',
      annotator,
      given: [],
      recent: [],
      sample: null,
      start: null,
      trouble: null,
      preferences: defaultPreferences,
    }),
    setAnnotator: async ({ name }) => {
      annotator = name
      return {}
    },
    applyEdits: async () => {
      throw new Error('nobody foresaw this')
    },
  }
}

import type { Service } from '../../../src/core/contract.ts'
import { defaultPreferences } from '../../../src/core/preferences.ts'
import { WinnowError } from '../../../src/core/winnow-error.ts'

const notAsked = async (): Promise<never> => {
  throw new WinnowError('not-here', 'This service answers home and setAnnotator only.')
}

/** A whole service by type that answers two calls, and remembers the annotator's name. */
export function smallService(): Service {
  let annotator = 'linh'
  return {
    home: async () => ({
      host: 'web',
      version: '0',
      annotator,
      given: [],
      recent: [],
      sample: null,
      start: null,
      preferences: defaultPreferences,
    }),
    setAnnotator: async ({ name }) => {
      annotator = name
      return {}
    },
    chooseFolder: notAsked,
    savePreferences: notAsked,
    openCorpus: notAsked,
    keepLabelsIn: notAsked,
    openDocument: notAsked,
    settleDocument: notAsked,
    applyEdits: async () => {
      throw new Error('nobody foresaw this')
    },
    savePlace: notAsked,
    chooseExportPath: notAsked,
    exportCorpus: notAsked,
    cancelJob: notAsked,
    searchDocument: notAsked,
    searchCorpus: notAsked,
    statsCorpus: notAsked,
    checkCorpus: notAsked,
    previewLabelSet: notAsked,
    changeLabelSet: notAsked,
    undoLabelSet: notAsked,
    exportLabelSet: notAsked,
    readGuidelines: notAsked,
    saveGuidelines: notAsked,
    setSegmentation: notAsked,
    suggestDocument: notAsked,
    setSuggestions: notAsked,
    nextDocuments: notAsked,
  }
}

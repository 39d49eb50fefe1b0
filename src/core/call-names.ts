/**
 * The names of all calls and events of the contract, apart from their schemas, so that the sandboxed
 * preload can check a name without carrying a schema library.
 */
export const callNames = [
  'home',
  'chooseFolder',
  'setAnnotator',
  'savePreferences',
  'openCorpus',
  'keepLabelsIn',
  'openDocument',
  'settleDocument',
  'applyEdits',
  'savePlace',
  'chooseExportPath',
  'exportCorpus',
  'importLabels',
  'cancelJob',
  'searchDocument',
  'searchCorpus',
  'statsCorpus',
  'checkCorpus',
  'previewLabelSet',
  'changeLabelSet',
  'undoLabelSet',
  'exportLabelSet',
  'readGuidelines',
  'saveGuidelines',
  'setSegmentation',
  'suggestDocument',
  'setSuggestions',
  'nextDocuments',
  'reviewLabels',
  'keepReviewed',
  'suggestCorpus',
  'repeatsOfDocument',
  'listRepeats',
  'previewPropagation',
  'propagate',
  'undoPropagation',
  'redoPropagation',
  'listRules',
  'saveRule',
  'removeRule',
  'listWorkLists',
  'previewWorkList',
  'makeWorkList',
  'removeWorkList',
  'chooseWorkList',
  'chosenWorkList',
] as const

export type CallName = (typeof callNames)[number]

export const eventNames = [
  'summaries',
  'annotation-changed',
  'job-progress',
  'search-found',
  'label-set-changed',
  'model-learned',
  'suggestion-settings',
  'suggestion-trouble',
  'repetition-progress',
] as const

export type EventName = (typeof eventNames)[number]

import path from 'node:path'
import { dispatch } from '../../src/core/dispatch.ts'
import { createWinnow } from '../../src/node/winnow.ts'
import { contractSuite } from './contract-suite.ts'

contractSuite('called directly', async (folders) => {
  const winnow = await createWinnow({
    host: 'web',
    version: '0.0.0',
    resources: path.resolve(import.meta.dirname, '../../resources'),
    searchProgram: path.resolve(import.meta.dirname, '../../out/main/search-worker.js'),
    repetitionProgram: path.resolve(import.meta.dirname, '../../out/main/repetition-worker.js'),
    suggestionProgram: path.resolve(import.meta.dirname, '../../out/main/suggestion-worker.js'),
    given: [folders.first, ...folders.corpora],
    openFirst: false,
    userFolder: folders.home,
  })
  return {
    invoke: (name, request) => dispatch(winnow.service, name, request),
    subscribe: async (listener) => {
      winnow.events.subscribe(listener)
    },
    close: () => winnow.close(),
  }
})

import path from 'node:path'
import { dispatch } from '../../src/core/dispatch.ts'
import { createWinnow } from '../../src/node/winnow.ts'
import type { Carrier, TestFolders } from './carrier.ts'
import { contractSuite } from './contract-suite.ts'
import { importSuite } from './import-suite.ts'
import { suggestionSuite } from './suggestion-suite.ts'

const open = async (folders: TestFolders): Promise<Carrier> => {
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
}

contractSuite('called directly', open)
suggestionSuite('called directly', open)
importSuite('called directly', open)

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DocumentTable } from '../../../src/core/listing/document-table.ts'
import { DocumentSource } from '../../../src/node/document-source.ts'
import { LabelsStore } from '../../../src/node/labels-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('the sessions of a long day are not all kept, but those of the documents that windows may have open', () => {
  const folder = temporaryFolder()
  const settings = { columns: {}, cacheFolder: null }
  const source = new DocumentSource(
    folder,
    () => DocumentTable.empty,
    settings,
    async () => {},
  )
  const store = new LabelsStore(source, join(folder, 'winnow'), 'ann', {
    rule: async () => 'line',
    beforeSave: async () => {},
    onSaved: () => {},
    onUnsettled: () => {},
  })
  const first = store.session('first.txt')
  const often = store.session('often.txt')
  for (let n = 0; n < 5000; n++) {
    store.session(`page-${n}.txt`)
    if (n % 100 === 0) expect(store.session('often.txt')).toBe(often)
  }
  expect(store.session('first.txt')).not.toBe(first)
})

import { expect, it } from 'vitest'
import { DocumentTable } from '../../../src/core/listing/document-table.ts'
import { noChange } from '../../../src/core/listing/listing-change.ts'
import { listQuery } from '../../../src/renderer/state/list-query.ts'
import { sortByName } from '../../../src/renderer/state/sort-by-name.ts'

const ids = ['báo/1.txt', 'báo/2.txt', 'c.txt']
const documents = DocumentTable.empty.with({
  ...noChange,
  files: { ids, bytes: [1, 2, 3], readers: ['text', 'text', 'text'], versions: ['', '', ''] },
  facts: { ids, sites: ['tin10.vn', 'tin2.vn', ''], languages: ['vi', 'en', 'vi'] },
})

it.each([
  ['', ['báo/1.txt', 'báo/2.txt', 'c.txt']],
  ['bao', ['báo/1.txt', 'báo/2.txt']],
  ['site:tin', ['báo/1.txt', 'báo/2.txt']],
  ['site:TIN2.vn', ['báo/2.txt']],
  ['lang:vi', ['báo/1.txt', 'c.txt']],
  ['1 lang:vi', ['báo/1.txt']],
  ['lang:vi site:tin', ['báo/1.txt']],
  ['lang:de', []],
  ['kind:te size:>2', ['báo/2.txt', 'c.txt']],
  ['kind:parquet', []],
  ['size:<2b', ['báo/1.txt', 'báo/2.txt']],
  ['size:1k', []],
  ['size:> kind:', ['báo/1.txt', 'báo/2.txt', 'c.txt']],
])('“%s” finds %j', (typed, found) => {
  const fits = listQuery(documents, typed)
  expect([...documents.ids()].filter((_, index) => fits(index))).toEqual(found)
})

it('sorts by names in natural order, those without one last both ways', () => {
  const site = (index: number): string => ['tin10.vn', '', 'tin2.vn', 'tin10.vn'][index] ?? ''
  expect([...sortByName([0, 1, 2, 3], site, false)]).toEqual([2, 0, 3, 1])
  expect([...sortByName([0, 1, 2, 3], site, true)]).toEqual([0, 3, 2, 1])
})

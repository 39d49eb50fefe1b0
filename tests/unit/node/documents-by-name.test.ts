import { expect, it } from 'vitest'
import { DocumentTable } from '../../../src/core/listing/document-table.ts'
import { noChange } from '../../../src/core/listing/listing-change.ts'
import { DocumentsByName } from '../../../src/node/import/documents-by-name.ts'

const ids = ['a.txt', 'news/b.html', 'news/c.md', 'old/c.md', 'old/d.html.txt', 'e.tar.txt', 'x/a.md']
const files = {
  ids,
  bytes: ids.map(() => 1),
  readers: ids.map(() => 'text' as const),
  versions: ids.map(() => '1'),
}
const names = new DocumentsByName(DocumentTable.empty.with({ ...noChange, files }))

it.each([
  ['a.txt', ['a.txt']],
  ['news/b', ['news/b.html']],
  ['b', ['news/b.html']],
  ['elsewhere/b.html', ['news/b.html']],
  ['./news/c.txt', ['news/c.md']],
  ['news\\c.md', ['news/c.md']],
  ['c', ['news/c.md', 'old/c.md']],
  ['d.html', ['old/d.html.txt']],
  ['d.html.txt.json', ['old/d.html.txt']],
  ['a', ['a.txt', 'x/a.md']],
  ['f/a.json', ['a.txt', 'x/a.md']],
  ['f', []],
])('finds the document that %s may mean', (id, documents) => {
  expect(names.find(id)).toEqual(documents)
})

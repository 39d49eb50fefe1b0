import { rmSync } from 'node:fs'
import { benchContainerReaders } from './container-readers.mjs'
import { makeCorpus } from './corpus.mjs'
import { benchExport } from './export.mjs'
import { benchIndexing } from './indexing.mjs'
import { benchListing } from './listing.mjs'
import { benchReaders } from './readers.mjs'
import { benchRepetition } from './repetition.mjs'
import { benchSave } from './save.mjs'
import { benchScreen } from './screen.mjs'
import { benchSearch } from './search.mjs'
import { startHost } from './winnow-host.mjs'

/** Prints one table: each figure of Winnow's beside that of a bare reference measured in the same run. */
const { place, folder, home } = makeCorpus()
const host = await startHost(folder, home)
try {
  console.table(await benchScreen(host.url))
  console.table(await benchSave(host.url, folder))
} finally {
  await host.end()
  rmSync(place, { recursive: true, force: true })
}
console.table(await benchIndexing())
console.table(await benchSearch())
console.table(await benchRepetition())
await benchListing()
console.table(await benchReaders())
console.table(await benchContainerReaders())
console.table(await benchExport())

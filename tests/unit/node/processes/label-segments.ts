/** Labels every `step`-th segment from `first` on, one call each: `node … <corpus> <user folder> <first> <step> <count>`. */
import { createWinnow } from '../../../../src/node/winnow.ts'

const [corpus = '', userFolder = '', first = '0', step = '1', count = '0'] = process.argv.slice(2)
const winnow = await createWinnow({
  host: 'cli',
  version: '0.0.0',
  resources: userFolder,
  given: [],
  openFirst: false,
  annotator: 'ann',
  userFolder,
})
const id = winnow.folderId(corpus)
for (let at = Number(first); at < Number(count); at += Number(step))
  await winnow.service.applyEdits({
    corpus: id,
    document: 'a.txt',
    client: `process-${process.pid}`,
    edits: [
      {
        kind: 'label',
        runs: [{ at, count: 1, before: { label: null, by: null }, after: { label: 'body', by: 'human' } }],
      },
    ],
  })
await winnow.close()

/** Labels two lines in all documents and prints each one that is done: `node … <corpus> <user folder>`. */
import { createWinnow } from '../../../../src/node/winnow.ts'

const [corpus = '', userFolder = ''] = process.argv.slice(2)
const winnow = await createWinnow({
  host: 'cli',
  version: '0.0.0',
  resources: userFolder,
  given: [],
  openFirst: false,
  annotator: 'ann',
  userFolder,
})
winnow.events.subscribe((event) => {
  if (event.name === 'annotation-changed') console.log(event.payload.document)
})
await winnow.service.propagate({
  corpus: winnow.folderId(corpus),
  lines: ['Đọc nhiều nhất', '1 bình luận'].map((text) => ({ text, label: 'boilerplate' })),
  scope: 'corpus',
  from: null,
  overwrite: false,
  job: 'job',
})
await winnow.close()

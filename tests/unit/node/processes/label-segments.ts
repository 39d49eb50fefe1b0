/** Labels every `step`-th segment from `first` on, one call each: `node … <corpus> <user folder> <first> <step> <count>`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWinnow } from '../../../../src/node/winnow.ts'
import { labelLines } from '../../../label-lines.ts'

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
const text = readFileSync(join(corpus, 'a.txt'), 'utf8')
const id = winnow.folderId(corpus)
for (let at = Number(first); at < Number(count); at += Number(step))
  await winnow.service.applyEdits({
    corpus: id,
    document: 'a.txt',
    client: `process-${process.pid}`,
    edits: [labelLines(text, at, 1, 'body')],
  })
await winnow.close()

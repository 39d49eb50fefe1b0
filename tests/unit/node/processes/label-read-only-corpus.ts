/**
 * Labels the second segment of `a.txt` in a corpus that it cannot write to, first beside the dumps, then elsewhere,
 * and prints what it was told, as JSON: `node … <corpus> <user folder>`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureOf } from '../../../../src/core/reply.ts'
import { createWinnow, type Winnow } from '../../../../src/node/winnow.ts'
import { labelLines } from '../../../label-lines.ts'

const [corpus = '', userFolder = ''] = process.argv.slice(2)
const start = (): Promise<Winnow> =>
  createWinnow({
    host: 'cli',
    version: '0.0.0',
    resources: userFolder,
    given: [],
    openFirst: false,
    annotator: 'ann',
    userFolder,
  })

const label = async ({ service, folderId }: Winnow) =>
  service
    .applyEdits({
      corpus: folderId(corpus),
      document: 'a.txt',
      client: 'w',
      edits: [labelLines(readFileSync(join(corpus, 'a.txt'), 'utf8'), 1, 1, 'body')],
    })
    .catch(failureOf)

const first = await start()
const id = first.folderId(corpus)
const { labelsHome: beside } = await first.service.openCorpus({ folder: id })
const refused = await label(first)
const { labelsHome: elsewhere } = await first.service.keepLabelsIn({ corpus: id, place: 'elsewhere' })
const saved = await label(first)
await first.close()
const second = await start()
const again = await second.service.openCorpus({ folder: second.folderId(corpus) })
const document = await second.service.openDocument({ corpus: again.folder.id, document: 'a.txt' })
await second.close()
console.log(JSON.stringify({ beside, refused, elsewhere, saved, again: again.labelsHome, document }))

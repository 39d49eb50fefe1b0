/**
 * Labels the lines of `a.txt` one by one, keeps all that is not on the disk in a recovery file as a window does, and
 * prints after each how many are kept: `node … <corpus> <user folder> <count>`. Then waits to be killed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Edit } from '../../../../src/core/edit.ts'
import { failureOf } from '../../../../src/core/reply.ts'
import { createWinnow } from '../../../../src/node/winnow.ts'
import { labelLines } from '../../../label-lines.ts'

const [corpus = '', userFolder = '', count = '0'] = process.argv.slice(2)
const winnow = await createWinnow({
  host: 'web',
  version: '0.0.0',
  resources: userFolder,
  given: [],
  openFirst: false,
  annotator: 'ann',
  userFolder,
})
const text = readFileSync(join(corpus, 'a.txt'), 'utf8')
const id = winnow.folderId(corpus)
await winnow.service.openCorpus({ folder: id })
const unsaved: Edit[] = []
const about = { corpus: id, document: 'a.txt' }
for (let at = 0; at < Number(count); at++) {
  unsaved.push(labelLines(text, at, 1, at % 2 === 0 ? 'body' : 'caption'))
  const reply = await winnow.service
    .applyEdits({ ...about, edits: unsaved, client: 'window' })
    .catch(failureOf)
  if (!('ok' in reply) || reply.ok) throw new Error('it was saved')
  await winnow.service.keepEdits({
    ...about,
    id: '0123456789abcdef',
    edits: unsaved,
    seconds: at,
    reason: reply.message,
  })
  console.log(unsaved.length, reply.message)
}
setInterval(() => {}, 1000)

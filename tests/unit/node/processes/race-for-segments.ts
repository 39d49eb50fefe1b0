/**
 * Gives every segment of `a.txt` a label, as `annotator`, one call each and without waiting for one before the next, and
 * prints the number of each that is saved: `node … <corpus> <user folder> <annotator> <label> <count> <forward|backward>`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WinnowError } from '../../../../src/core/winnow-error.ts'
import { createWinnow } from '../../../../src/node/winnow.ts'
import { labelLines } from '../../../label-lines.ts'

const [corpus = '', userFolder = '', annotator = '', label = '', count = '0', order] = process.argv.slice(2)
const winnow = await createWinnow({
  host: 'web',
  version: '0.0.0',
  resources: userFolder,
  given: [],
  openFirst: false,
  annotator,
  userFolder,
})
const text = readFileSync(join(corpus, 'a.txt'), 'utf8')
const id = winnow.folderId(corpus)
await winnow.service.openDocument({ corpus: id, document: 'a.txt' })
const numbers = Array.from({ length: Number(count) }, (_, at) => at)
if (order === 'backward') numbers.reverse()
const save = async (at: number): Promise<void> => {
  try {
    await winnow.service.applyEdits({
      corpus: id,
      document: 'a.txt',
      client: `process-${process.pid}`,
      edits: [labelLines(text, at, 1, label)],
    })
    console.log(at)
  } catch (error) {
    // Another one was first.
    if (!(error instanceof WinnowError) || error.code !== 'labels-changed') throw error
  }
}
// A few at once, as keys come while a save is under way.
for (let at = 0; at < numbers.length; at += 3) await Promise.all(numbers.slice(at, at + 3).map(save))
await winnow.close()

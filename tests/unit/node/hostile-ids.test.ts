import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { labelLines } from '../../label-lines.ts'
import { labelsOf, listedIn, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const ids = [
  '../../../outside',
  '..',
  '.',
  '/etc/winnow-was-here',
  'C:\\Windows\\win.ini',
  '..\\..\\outside',
  'a/../../../../b',
  'nul\0byte',
  'CON',
  '__proto__',
  `${'../'.repeat(40)}tmp/outside`,
  '\u001b[2J',
]

it('a record’s id names no file outside of the labels and the dataset, whatever it is', async () => {
  const text = 'A title\nA body.'
  const root = temporaryFolder({
    'corpus/dump.jsonl': ids.map((id) => `${JSON.stringify({ id, text })}\n`).join(''),
  })
  const { corpus, id, winnow, open } = await startWinnow(join(root, 'corpus'))
  const documents = listedIn(corpus)
  expect(documents).toHaveLength(ids.length)
  for (const document of documents) {
    await open(document)
    const edits = [labelLines(text, 0, 1, 'title')]
    await winnow.service.applyEdits({ corpus: id, document, edits, client: 'window' })
    expect(labelsOf(await open(document))).toEqual(['title', null])
  }
  for (const format of ['text', 'pairs', 'cleaneval', 'jsonl', 'hugging-face'] as const) {
    const target = winnow.exportTarget(join(root, `out-${format}`), false)
    const exported = await winnow.service.exportCorpus({ corpus: id, format, target, job: format })
    expect(exported.documents + exported.leftOut.length).toBe(ids.length)
  }
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  const places = /^(corpus\/(dump\.jsonl$|winnow\/)|out-[\w-]+(\/|-|$))/
  expect(files.filter((file) => !places.test(file))).toEqual([])
  expect(files.filter((file) => file.startsWith('corpus/winnow/labels/ann/'))).not.toEqual([])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelLines } from '../../label-lines.ts'
import { labelsFile, labelsOf, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const pages = [
  { headline: 'Short', text: 'The first text', source: '<p>The <b>source</b></p>', at: 'https://a.vn/1' },
  { headline: 'Shorter', text: 'The second text', source: '<p>More</p>', at: 'https://b.vn/2' },
]
const jsonl = pages.map((page) => `${JSON.stringify(page)}\n`).join('')

test('a preview tells the columns, the guess, and what a choice would make of the first records', async () => {
  const corpus = temporaryFolder({ 'a.txt': 'Plain', 'b.jsonl': jsonl })
  const { winnow, id } = await startWinnow(corpus)
  const guessed = await winnow.service.previewReading({ corpus: id })
  expect(guessed).toMatchObject({
    chosen: { columns: {} },
    file: 'b.jsonl',
    columns: ['headline', 'text', 'source', 'at'],
    guess: { text: 'text' },
    trouble: null,
  })
  expect(guessed.files.map((file) => file.id)).toEqual(['b.jsonl', 'a.txt'])
  expect(guessed.records.map(({ text }) => text)).toEqual(['The first text', 'The second text'])
  const chosen = await winnow.service.previewReading({
    corpus: id,
    choice: { columns: { html: 'source', url: 'at' } },
  })
  expect(chosen.records[0]).toMatchObject({
    text: 'The source',
    facts: [{ role: 'url', value: 'https://a.vn/1' }],
  })
  const plain = await winnow.service.previewReading({ corpus: id, file: 'a.txt' })
  expect(plain).toMatchObject({ file: 'a.txt', columns: [], records: [{ text: 'Plain' }] })
})

test('another choice of columns reads the dumps anew, and labels of another text are asked about', async () => {
  const corpus = temporaryFolder({ 'b.jsonl': jsonl })
  const { winnow, id, apply, open } = await startWinnow(corpus)
  await apply('b.jsonl/1', [labelLines('The first text', 0, 1, 'body')])
  const before = readFileSync(labelsFile(corpus, 'b.jsonl/1'))
  await winnow.service.setReading({ corpus: id, choice: { columns: { text: 'headline' } } })
  expect(await winnow.service.openDocument({ corpus: id, document: 'b.jsonl/1' })).toMatchObject({
    kind: 'unsettled',
    trouble: 'dump-changed',
  })
  expect(readFileSync(labelsFile(corpus, 'b.jsonl/1'))).toEqual(before)
  expect((await open('b.jsonl/2')).text).toBe('Shorter')
  expect(JSON.parse(readFileSync(join(corpus, 'winnow', 'project.json'), 'utf8'))).toMatchObject({
    readers: { columns: { text: 'headline' } },
  })
  await winnow.service.setReading({ corpus: id, choice: { columns: {} } })
  expect(labelsOf(await open('b.jsonl/1'))).toEqual(['body'])
})

test('another encoding never moves labels: edits meant for the old text are refused', async () => {
  const corpus = temporaryFolder({ 'a.txt': Buffer.from('caf\xe9 au lait de l\x92\xe9t\xe9\n', 'latin1') })
  const { winnow, id, open, apply } = await startWinnow(corpus)
  await winnow.service.setReading({ corpus: id, choice: { columns: {}, encoding: 'windows-1252' } })
  const label = labelLines('café au lait de l’été\n', 0, 1, 'body')
  expect((await open('a.txt')).text).toBe('café au lait de l’été\n')
  await winnow.service.setReading({ corpus: id, choice: { columns: {}, encoding: 'windows-1251' } })
  await expect(apply('a.txt', [label])).rejects.toMatchObject({ code: 'labels-changed' })
  expect(await open('a.txt')).toMatchObject({ encoding: 'windows-1251', revision: 0 })
  await apply('a.txt', [label])
  await winnow.service.setReading({ corpus: id, choice: { columns: {}, encoding: 'windows-1252' } })
  expect(await winnow.service.openDocument({ corpus: id, document: 'a.txt' })).toMatchObject({
    kind: 'unsettled',
    trouble: 'dump-changed',
  })
})

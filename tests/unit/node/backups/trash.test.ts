import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LabelSet } from '../../../../src/core/label-set.ts'
import { labelsFileSchema } from '../../../../src/core/labels-file.ts'
import {
  createAnn,
  labelling,
  labelsFile,
  labelsOf,
  type StartedWinnow,
  startWinnow,
} from '../started-winnow.ts'
import { putFiles, temporaryFolder } from '../temporary-folder.ts'

const page = 'Title\nBody one\n![]() |\nMost read'

/** A corpus of which `ann` has labelled two documents. */
async function labelled(): Promise<{ folder: string; ann: StartedWinnow }> {
  const folder = temporaryFolder({ 'a.txt': page, 'site/b.txt': page })
  const ann = await startWinnow(folder)
  for (const document of ['a.txt', 'site/b.txt']) {
    await ann.open(document)
    await ann.apply(document, [labelling(0, 'title'), labelling(1, 'body'), labelling(2, 'caption')])
  }
  return { folder, ann }
}

const files = (folder: string): string[] =>
  (readdirSync(join(folder, 'winnow', 'labels'), { recursive: true }) as string[])
    .filter((name) => name.endsWith('.json'))
    .sort()

const restore = ({ winnow, id }: StartedWinnow, entry: string, overwrite = false) =>
  winnow.service.restoreTrash({ corpus: id, entry, overwrite, job: 'restore' })

const trash = ({ winnow, id }: StartedWinnow) => winnow.service.listTrash({ corpus: id })

test('deleted labels of a document are in the trash, and come back as they were', async () => {
  const { folder, ann } = await labelled()
  const before = readFileSync(labelsFile(folder, 'a.txt'))
  const { entry } = await ann.winnow.service.deleteLabels({ corpus: ann.id, document: 'a.txt' })
  if (entry === null) throw new Error('there were labels')
  expect(files(folder)).toEqual(['ann/site/b.txt.json'])
  expect(await ann.open('a.txt')).toMatchObject({ status: 'new', revision: 0 })
  await ann.event(
    ({ name, payload }) =>
      name === 'summaries' &&
      payload.summaries.some((each) => each.document === 'a.txt' && each.status === 'new'),
  )
  expect(await trash(ann)).toMatchObject({
    entries: [{ entry, documents: 1, what: { kind: 'document', annotator: 'ann', document: 'a.txt' } }],
    troubles: [],
  })
  expect(await restore(ann, entry)).toMatchObject({ documents: 1, segments: 3, inTheWay: [], replaced: null })
  expect(readFileSync(labelsFile(folder, 'a.txt'))).toEqual(before)
  expect(labelsOf(await ann.open('a.txt'))).toEqual(['title', 'body', 'caption', null])
  expect((await trash(ann)).entries).toEqual([])
  // A label that comes before the window has read the document anew does not bring back what was deleted.
  await ann.winnow.service.deleteLabels({ corpus: ann.id, document: 'a.txt' })
  await ann.apply('a.txt', [labelling(3, 'boilerplate')])
  expect(labelsOf(await ann.open('a.txt'))).toEqual([null, null, null, 'boilerplate'])
  // There is nothing to delete of a document that nobody labelled.
  await ann.winnow.service.deleteLabels({ corpus: ann.id, document: 'a.txt' })
  expect(await ann.winnow.service.deleteLabels({ corpus: ann.id, document: 'a.txt' })).toEqual({
    entry: null,
  })
})

test('labels given since are in the way, and give way only if asked, into the trash', async () => {
  const { ann } = await labelled()
  const { entry } = await ann.winnow.service.deleteLabels({ corpus: ann.id, document: 'a.txt' })
  if (entry === null) throw new Error('there were labels')
  await ann.open('a.txt')
  await ann.apply('a.txt', [labelling(3, 'boilerplate')])
  const preview = await ann.winnow.service.previewTrash({ corpus: ann.id, entry, job: 'preview' })
  expect(preview).toEqual({
    documents: 0,
    inTheWay: [{ annotator: 'ann', document: 'a.txt', labelledNow: 1, labelledEarlier: 3 }],
    inTheWayCount: 1,
  })
  expect(await restore(ann, entry)).toMatchObject({ documents: 0, inTheWayCount: 1, replaced: null })
  expect(labelsOf(await ann.open('a.txt'))).toEqual([null, null, null, 'boilerplate'])

  const { replaced } = await restore(ann, entry, true)
  expect(labelsOf(await ann.open('a.txt'))).toEqual(['title', 'body', 'caption', null])
  expect((await trash(ann)).entries.map((each) => each.entry)).toEqual([replaced])
  // And back again: nothing was lost by restoring.
  if (replaced === null) throw new Error('labels gave way')
  await restore(ann, replaced, true)
  expect(labelsOf(await ann.open('a.txt'))).toEqual([null, null, null, 'boilerplate'])
})

test('all labels of an annotator go to the trash together, and come back but for those in the way', async () => {
  const { folder, ann } = await labelled()
  const all = files(folder)
  expect(await ann.winnow.service.listAnnotators({ corpus: ann.id })).toEqual({
    annotators: [{ name: 'ann', documents: 2 }],
  })
  // Another annotator's Winnow does it.
  const { winnow } = await createAnn({ annotator: 'lead' })
  const corpus = winnow.folderId(folder)
  await winnow.service.openCorpus({ folder: corpus })
  const { entry, documents } = await winnow.service.deleteAnnotator({ corpus, annotator: 'ann' })
  expect([documents, files(folder)]).toEqual([2, []])
  await expect(winnow.service.deleteAnnotator({ corpus, annotator: 'ann' })).rejects.toMatchObject({
    code: 'annotator-unknown',
  })
  await ann.open('site/b.txt')
  await ann.apply('site/b.txt', [labelling(3, 'boilerplate')])
  expect(await restore(ann, entry)).toMatchObject({
    documents: 1,
    inTheWay: [{ annotator: 'ann', document: 'site/b.txt' }],
  })
  expect(files(folder)).toEqual(all)
  // What is in the way is still there.
  expect((await trash(ann)).entries).toMatchObject([{ entry, documents: 1 }])
  await ann.winnow.service.emptyTrash({ corpus: ann.id })
  expect(await trash(ann)).toEqual({ entries: [], bytes: 0, troubles: [] })
  expect(readdirSync(join(folder, 'winnow', '.trash'))).toEqual(['.gitignore'])
})

test('a removed label can be put back also by a later Winnow, and where it was, unless labelled anew', async () => {
  const { folder, ann } = await labelled()
  const { labelSet } = ann.corpus
  const after: LabelSet = { ...labelSet, labels: labelSet.labels.filter(({ name }) => name !== 'caption') }
  const request = {
    corpus: ann.id,
    before: labelSet,
    after,
    fates: [{ label: 'caption', becomes: null }],
    job: 'change',
  }
  await ann.winnow.service.changeLabelSet(request)
  expect(labelsOf(await ann.open('a.txt'))).toEqual(['title', 'body', null, null])
  // Taken back at once, it is not in the trash any more.
  await ann.winnow.service.undoLabelSet({ corpus: ann.id, job: 'undo' })
  expect((await trash(ann)).entries).toEqual([])
  await ann.winnow.service.changeLabelSet(request)
  await ann.winnow.close()

  const later = await startWinnow(folder)
  await later.open('site/b.txt')
  await later.apply('site/b.txt', [labelling(2, 'boilerplate')])
  const [entry] = (await trash(later)).entries
  if (!entry) throw new Error('a label was removed')
  expect(entry).toMatchObject({ documents: 2, what: { kind: 'label', labels: [{ name: 'caption' }] } })
  const preview = { corpus: later.id, entry: entry.entry, job: 'preview' }
  expect(await later.winnow.service.previewTrash(preview)).toMatchObject({ documents: 1, inTheWayCount: 1 })
  expect(await restore(later, entry.entry)).toMatchObject({
    documents: 1,
    segments: 1,
    inTheWay: [{ annotator: 'ann', document: 'site/b.txt' }],
  })
  expect(labelsOf(await later.open('a.txt'))).toEqual(['title', 'body', 'caption', null])
  expect(labelsOf(await later.open('site/b.txt'))).toEqual(['title', 'body', 'boilerplate', null])
  await restore(later, entry.entry, true)
  expect(labelsOf(await later.open('site/b.txt'))).toEqual(['title', 'body', 'caption', null])
  const opened = await later.winnow.service.openCorpus({ folder: later.id })
  expect(opened.labelSet.labels.map(({ name }) => name).sort()).toEqual(
    labelSet.labels.map(({ name }) => name).sort(),
  )
  expect((await trash(later)).entries).toEqual([])
})

test('what the trash says wrongly is said by name, leads nowhere outside, and stands in the way of nothing else', async () => {
  const { folder, ann } = await labelled()
  const place = join(folder, 'winnow', '.trash')
  const at = (id: string, ...name: string[]): string => join(place, `20260301T000000.000Z-${id}`, ...name)
  const made = '2026-03-01T00:00:00.000Z'
  const what = { kind: 'label', labels: ann.corpus.labelSet.labels.slice(0, 1) }
  const run = { start: 0, end: 5, before: { label: 'title', by: 'human' }, after: null }
  const outside = `${JSON.stringify({ annotator: 'ann', file: '../../../a.json', runs: [run] })}\n`
  putFiles(place, {
    '20260301T000000.000Z-00000001/trash.json': '{"format":',
    '20260301T000000.000Z-00000002/trash.json': JSON.stringify({ format: 'winnow-trash', version: 2, made }),
    '20260301T000000.000Z-00000003/trash.json': JSON.stringify({
      format: 'winnow-trash',
      version: 1,
      made,
      what,
    }),
    '20260301T000000.000Z-00000003/runs.jsonl': outside + outside,
  })
  const { entry } = await ann.winnow.service.deleteLabels({ corpus: ann.id, document: 'a.txt' })
  const { entries, troubles } = await trash(ann)
  expect(entries.map((each) => each.entry)).toEqual([entry])
  expect(troubles).toEqual([
    expect.stringContaining(at('00000003', 'runs.jsonl')),
    expect.stringMatching(/newer Winnow/),
    expect.stringContaining(at('00000001', 'trash.json')),
  ])
  await expect(restore(ann, '20260301T000000.000Z-00000003')).rejects.toMatchObject({
    code: 'labels-unreadable',
  })
})

test('nothing is moved through a trash that was made a link since the corpus was opened', async () => {
  const { folder, ann } = await labelled()
  const elsewhere = temporaryFolder()
  symlinkSync(elsewhere, join(folder, 'winnow', '.trash'))
  await expect(ann.winnow.service.deleteLabels({ corpus: ann.id, document: 'a.txt' })).rejects.toMatchObject({
    code: 'not-saved',
    message: expect.stringContaining('symbolic link'),
  })
  expect(readdirSync(elsewhere)).toEqual([])
  expect(files(folder)).toEqual(['ann/a.txt.json', 'ann/site/b.txt.json'])
})

test('an earlier day is restored for all documents, and taken back from the trash', async () => {
  const folder = temporaryFolder({ 'a.txt': page, 'b.txt': page, 'c.txt': page })
  let now = new Date('2026-03-01T09:00:00')
  const ann = await startWinnow(folder, { now: () => now })
  for (const document of ['a.txt', 'b.txt']) {
    await ann.open(document)
    await ann.apply(document, [labelling(0, 'title'), labelling(1, 'body')])
  }
  const monday = readFileSync(labelsFile(folder, 'a.txt'), 'utf8')
  now = new Date('2026-03-02T09:00:00')
  await ann.apply('a.txt', [labelling(2, 'boilerplate')])
  await ann.winnow.service.deleteLabels({ corpus: ann.id, document: 'b.txt' })
  await ann.open('c.txt')
  await ann.apply('c.txt', [labelling(0, 'title')])
  const { days } = await ann.winnow.service.listDays({ corpus: ann.id })
  expect(days).toMatchObject([{ day: '2026-03-02' }])
  const day = { corpus: ann.id, day: '2026-03-02', job: 'day' }
  expect(await ann.winnow.service.compareDay(day)).toEqual({
    documents: [
      { annotator: 'ann', document: 'a.txt', labelledNow: 3, labelledEarlier: 2 },
      { annotator: 'ann', document: 'b.txt', labelledNow: null, labelledEarlier: 2 },
    ],
    documentsCount: 2,
    same: 0,
    onlyNow: 1,
    troubles: [],
  })
  const { replaced, ...restored } = await ann.winnow.service.restoreDay(day)
  expect(restored).toMatchObject({ documents: 2, segments: 4, cancelled: false, trouble: null })
  const parse = (text: string) => labelsFileSchema.parse(JSON.parse(text)).segments
  expect(parse(readFileSync(labelsFile(folder, 'a.txt'), 'utf8'))).toEqual(parse(monday))
  expect(labelsOf(await ann.open('b.txt'))).toEqual(['title', 'body', null, null])
  expect(labelsOf(await ann.open('c.txt'))).toEqual(['title', null, null, null])
  expect(await ann.winnow.service.compareDay(day)).toMatchObject({ documentsCount: 0, same: 2 })
  if (replaced === null) throw new Error('labels gave way')
  await restore(ann, replaced, true)
  expect(labelsOf(await ann.open('a.txt'))).toEqual(['title', 'body', 'boilerplate', null])
  expect(existsSync(labelsFile(folder, 'c.txt'))).toBe(true)
})

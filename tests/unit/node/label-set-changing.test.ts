import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Corpus } from '../../../src/core/contract.ts'
import { type LabelSet, simpleLabelSet } from '../../../src/core/label-set.ts'
import type { LabelFates } from '../../../src/core/label-set-change.ts'
import { parseLabelSetFile } from '../../../src/core/label-set-file.ts'
import { labelsFileSchema } from '../../../src/core/labels-file.ts'
import { projectFileSchema } from '../../../src/core/project-file.ts'
import { createAnn, labelling, labelsOf, type StartedWinnow, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const filePath = (folder: string, annotator: string, document: string): string =>
  join(folder, 'winnow', 'labels', annotator, `${document}.json`)

const savedLabels = (folder: string, annotator: string, document: string): (string | null)[] =>
  labelsFileSchema
    .parse(JSON.parse(readFileSync(filePath(folder, annotator, document), 'utf8')))
    .segments.map(({ label }) => label)

const savedNames = (folder: string): string[] =>
  projectFileSchema
    .parse(JSON.parse(readFileSync(join(folder, 'winnow', 'project.json'), 'utf8')))
    .labelSet.labels.map(({ name }) => name)

/** The simple set with other names; null takes a label out. */
const simpleWith = (names: Record<string, string | null>): LabelSet => ({
  ...simpleLabelSet,
  labels: simpleLabelSet.labels.flatMap((label) => {
    const name = names[label.name]
    return name === null ? [] : [{ ...label, name: name ?? label.name }]
  }),
})

/** A corpus of three documents, of which `an` has labelled one and `ann`, whose Winnow is returned, two. */
async function labelledByTwo(): Promise<{ folder: string; ann: StartedWinnow }> {
  const page = 'Title\nBody one\n![]() |\nMost read'
  const folder = temporaryFolder({ 'a.txt': page, 'site/b.txt': page, 'c.txt': page })
  const { winnow } = await createAnn({ annotator: 'an' })
  const corpus = winnow.folderId(folder)
  await winnow.service.openCorpus({ folder: corpus })
  const edits = [labelling(2, 'caption')(page), labelling(3, 'boilerplate')(page)]
  await winnow.service.applyEdits({ corpus, document: 'a.txt', edits, client: 'w' })
  await winnow.close()
  const ann = await startWinnow(folder)
  for (const document of ['a.txt', 'site/b.txt']) {
    await ann.open(document)
    await ann.apply(document, [labelling(0, 'title'), labelling(1, 'body'), labelling(2, 'caption')])
  }
  return { folder, ann }
}

const change = ({ winnow, id, corpus }: StartedWinnow, after: LabelSet, fates: LabelFates, job = 'change') =>
  winnow.service.changeLabelSet({ corpus: id, before: corpus.labelSet, after, fates, job })

const reopened = ({ winnow, id }: StartedWinnow): Promise<Corpus> => winnow.service.openCorpus({ folder: id })

const picture: LabelFates = [{ label: 'caption', becomes: 'picture' }]

test('tells who uses a label before anything is changed', async () => {
  const { folder, ann } = await labelledByTwo()
  const before = readFileSync(filePath(folder, 'ann', 'a.txt'))
  const preview = await ann.winnow.service.previewLabelSet({
    corpus: ann.id,
    labels: ['caption', 'boilerplate', 'uncertain'],
    job: 'preview',
  })
  expect(preview).toEqual({
    uses: [
      { label: 'caption', annotator: 'an', documents: 1, segments: 1 },
      { label: 'boilerplate', annotator: 'an', documents: 1, segments: 1 },
      { label: 'caption', annotator: 'ann', documents: 2, segments: 2 },
    ],
    leftOut: [],
  })
  expect(readFileSync(filePath(folder, 'ann', 'a.txt'))).toEqual(before)
})

test('renames a label in the files of all annotators, and takes it back in one step', async () => {
  const { folder, ann } = await labelledByTwo()
  const outcome = await change(ann, simpleWith({ caption: 'picture' }), picture)
  expect(outcome).toMatchObject({ documents: 3, segments: 3, leftOut: [], kept: [], trouble: null })
  expect(savedLabels(folder, 'an', 'a.txt')).toEqual([null, null, 'picture', 'boilerplate'])
  expect(savedLabels(folder, 'ann', 'site/b.txt')).toEqual(['title', 'body', 'picture', null])
  expect(savedNames(folder)).toEqual(['title', 'body', 'picture', 'boilerplate'])
  expect(labelsOf(await ann.open('a.txt'))).toEqual(['title', 'body', 'picture', null])
  expect((await reopened(ann)).labelSet).toEqual(outcome.labelSet)
  expect(ann.events).toContainEqual({
    name: 'label-set-changed',
    payload: { corpus: ann.id, labelSet: outcome.labelSet, relabelled: true },
  })
  const file = labelsFileSchema.parse(JSON.parse(readFileSync(filePath(folder, 'ann', 'a.txt'), 'utf8')))
  expect(file.revision).toBe(2)
  // Labelled since under the new name: it gets the old one with the rest.
  await ann.apply('a.txt', [labelling(3, 'picture')])

  const undone = await ann.winnow.service.undoLabelSet({ corpus: ann.id, job: 'undo' })
  expect(undone).toMatchObject({ documents: 3, segments: 4, kept: [], trouble: null })
  expect(undone.labelSet).toEqual(simpleLabelSet)
  expect(savedLabels(folder, 'an', 'a.txt')).toEqual([null, null, 'caption', 'boilerplate'])
  expect(savedLabels(folder, 'ann', 'a.txt')).toEqual(['title', 'body', 'caption', 'caption'])
  expect(savedNames(folder)).toEqual(['title', 'body', 'caption', 'boilerplate'])
  const again = ann.winnow.service.undoLabelSet({ corpus: ann.id, job: 'again' })
  await expect(again).rejects.toMatchObject({ code: 'bad-request' })
})

test('merges one label into another, and undo tells again which was which', async () => {
  const { folder, ann } = await labelledByTwo()
  const outcome = await change(ann, simpleWith({ caption: null }), [
    { label: 'caption', becomes: 'boilerplate' },
  ])
  expect(outcome).toMatchObject({ segments: 3, kept: [] })
  expect(savedLabels(folder, 'an', 'a.txt')).toEqual([null, null, 'boilerplate', 'boilerplate'])
  await ann.winnow.service.undoLabelSet({ corpus: ann.id, job: 'undo' })
  expect(savedLabels(folder, 'an', 'a.txt')).toEqual([null, null, 'caption', 'boilerplate'])
  expect(savedNames(folder)).toEqual(['title', 'body', 'caption', 'boilerplate'])
})

test('takes a label away from its segments, tells so in the list, and gives it back', async () => {
  const { folder, ann } = await labelledByTwo()
  await change(ann, simpleWith({ title: null }), [{ label: 'title', becomes: null }])
  expect(savedLabels(folder, 'ann', 'a.txt')).toEqual([null, 'body', 'caption', null])
  const shown = await ann.open('a.txt')
  expect(shown.marks[0]).toEqual({ count: 1, mark: { label: null, by: null } })
  await ann.winnow.service.undoLabelSet({ corpus: ann.id, job: 'undo' })
  expect((await ann.open('a.txt')).marks[0]).toEqual({ count: 1, mark: { label: 'title', by: 'human' } })
})

test('leaves a damaged file as it is, by name, and keeps the label that it may have', async () => {
  const { folder, ann } = await labelledByTwo()
  const damaged = '{"label": "caption"'
  writeFileSync(filePath(folder, 'an', 'a.txt'), damaged)
  const after = simpleWith({ caption: 'picture', title: null })
  const outcome = await change(ann, after, [...picture, { label: 'title', becomes: null }])
  expect(outcome).toMatchObject({ documents: 2, kept: ['caption'], trouble: null })
  expect(outcome.leftOut).toMatchObject([{ annotator: 'an', file: 'a.txt.json' }])
  expect(outcome.leftOut[0]?.reason).toContain('damaged')
  expect(readFileSync(filePath(folder, 'an', 'a.txt'), 'utf8')).toBe(damaged)
  expect(savedNames(folder)).toEqual(['body', 'picture', 'boilerplate', 'caption'])
})

test('cancelled half way, says what was done, keeps both names valid, and can be taken back', async () => {
  const { folder, ann } = await labelledByTwo()
  const { winnow } = ann
  winnow.events.subscribe(({ name }) => {
    const first = filePath(folder, 'an', 'a.txt')
    if (name === 'job-progress' && readFileSync(first, 'utf8').includes('"picture"'))
      void winnow.service.cancelJob({ job: 'change' })
  })
  const outcome = await change(ann, simpleWith({ caption: 'picture' }), picture)
  expect(outcome.cancelled).toBe(true)
  expect(outcome.kept).toEqual(['caption'])
  expect(outcome.documents).toBeGreaterThan(0)
  expect(savedNames(folder)).toEqual(['title', 'body', 'picture', 'boilerplate', 'caption'])
  const keys = outcome.labelSet.labels.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  await winnow.service.undoLabelSet({ corpus: ann.id, job: 'undo' })
  expect(savedLabels(folder, 'an', 'a.txt')).toEqual([null, null, 'caption', 'boilerplate'])
  expect(savedNames(folder)).toEqual(['title', 'body', 'caption', 'boilerplate'])
})

test('a file that cannot be written ends it with what was done, and both names stay valid', async () => {
  const { folder, ann } = await labelledByTwo()
  const blocked = `${filePath(folder, 'ann', 'site/b.txt')}.bak`
  // Where the backup should go there is something that no file can replace.
  rmSync(blocked, { force: true })
  mkdirSync(join(blocked, 'full'), { recursive: true })
  const outcome = await change(ann, simpleWith({ caption: 'picture' }), picture)
  expect(outcome.trouble).toContain('could not be written')
  expect(outcome).toMatchObject({ cancelled: false, documents: 2, kept: ['caption'] })
  expect(savedLabels(folder, 'ann', 'site/b.txt')).toEqual(['title', 'body', 'caption', null])
  expect(savedNames(folder)).toEqual(['title', 'body', 'picture', 'boilerplate', 'caption'])
})

test('refuses a change that began from another label set, and one that leaves labels without a fate', async () => {
  const { folder, ann } = await labelledByTwo()
  await expect(change(ann, simpleWith({ caption: null }), [])).rejects.toMatchObject({ code: 'bad-request' })
  await change(ann, simpleWith({ caption: 'picture' }), picture)
  const late = change(ann, simpleWith({ title: 'headline' }), [{ label: 'title', becomes: 'headline' }])
  await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
  expect(savedNames(folder)).toEqual(['title', 'body', 'picture', 'boilerplate'])
})

test('writes a label set as a file that can be read again, and never over another', async () => {
  const { folder, ann } = await labelledByTwo()
  const labelSet = { ...simpleLabelSet, name: 'our/own set' }
  const first = await ann.winnow.service.exportLabelSet({ corpus: ann.id, labelSet })
  const second = await ann.winnow.service.exportLabelSet({ corpus: ann.id, labelSet: simpleLabelSet })
  const third = await ann.winnow.service.exportLabelSet({ corpus: ann.id, labelSet })
  expect(new Set([first.path, second.path, third.path]).size).toBe(3)
  expect(first.path.startsWith(join(folder, 'winnow', 'exports'))).toBe(true)
  expect(parseLabelSetFile(readFileSync(first.path, 'utf8'))).toEqual(labelSet)
  expect(ann.winnow.exportFile(first.download)).toBe(first.path)
})

test('keeps guidelines durably, with the text before as backup, and notices other writers', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x' })
  const { winnow, id } = await startWinnow(folder)
  const path = join(folder, 'winnow', 'guidelines.md')
  expect(await winnow.service.readGuidelines({ corpus: id })).toEqual({ text: null, version: null, path })
  expect(existsSync(path)).toBe(false)
  const { version } = await winnow.service.saveGuidelines({ corpus: id, text: '# Một\n', version: null })
  expect(await winnow.service.readGuidelines({ corpus: id })).toEqual({ text: '# Một\n', version, path })
  await winnow.service.saveGuidelines({ corpus: id, text: '# Hai\n', version })
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('# Một\n')
  const late = winnow.service.saveGuidelines({ corpus: id, text: 'mine', version })
  await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
  expect(readFileSync(path, 'utf8')).toBe('# Hai\n')
  writeFileSync(path, Buffer.from([0xff, 0xfe]))
  await expect(winnow.service.readGuidelines({ corpus: id })).rejects.toThrow(/not UTF-8/)
})

test('what it rewrites is not told of as if another program had changed it', async () => {
  const { ann } = await labelledByTwo()
  await change(ann, simpleWith({ caption: 'picture' }), picture)
  await ann.open('a.txt')
  expect(ann.events.map(({ name }) => name)).toContain('label-set-changed')
  const clients = ann.events.flatMap((event) =>
    event.name === 'annotation-changed' ? [event.payload.client] : [],
  )
  expect(clients).not.toContain('another-process')
})

import { access, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callNames } from '../../src/core/call-names.ts'
import type { Corpus, OpenDocument } from '../../src/core/contract.ts'
import type { Edit } from '../../src/core/edit.ts'
import { fromLabelsFile } from '../../src/core/labels-file.ts'
import { DocumentTable } from '../../src/core/listing/document-table.ts'
import { offsetUnits } from '../../src/core/offsets.ts'
import { segmentByLine } from '../../src/core/segmentation/line.ts'
import type { Carrier, TestFolders } from './carrier.ts'
import { CheckedCarrier } from './checked-carrier.ts'
import { annotator, labelEdit, labelsFilePath, labelsOf, nothing, opened, readLabels } from './labelling.ts'
import { badPages, plainPage, shownText, testFolders, trickyPage, writePage } from './test-corpus.ts'

/** More corpora than there are tests. */
const corporaCount = 32

/**
 * The tests of the contract, the same for each transport that carries it.
 * @param open starts a Winnow with `first` and then the corpora as the folders given on the command line
 */
export function contractSuite(name: string, open: (folders: TestFolders) => Promise<Carrier>): void {
  describe(`the contract, ${name}`, () => {
    let folders: TestFolders & { remove: () => Promise<void> }
    let winnow: CheckedCarrier
    /** The corpus of the test that runs. */
    let path: string
    let used = 0

    const start = async (): Promise<void> => {
      winnow = await CheckedCarrier.over(await open(folders))
    }

    /** Opens the test's corpus as the annotator of these tests. */
    const openCorpus = async (): Promise<Corpus> => {
      await winnow.value('setAnnotator', { name: annotator })
      const { given } = await winnow.value('home', {})
      const folder = given.find((one) => one.path === path)
      if (!folder) throw new Error(`${path} is not among the given folders`)
      return winnow.value('openCorpus', { folder: folder.id })
    }

    const openDocument = async (corpus: string, document: string): Promise<OpenDocument> =>
      opened(await winnow.value('openDocument', { corpus, document }))

    const label = (corpus: string, document: string, edits: Edit[], client = 'window-1') =>
      winnow.value('applyEdits', { corpus, document, edits, client })

    beforeAll(async () => {
      folders = await testFolders(corporaCount)
      await start()
    })

    beforeEach(() => {
      path = folders.corpora[used++] ?? expect.unreachable('there are more tests than corpora')
    })

    afterAll(async () => {
      await winnow.carrier.close()
      await folders.remove()
    })

    it('tells at home what there is to open', async () => {
      const home = await winnow.value('home', {})
      expect(home.given.map((folder) => folder.path)).toEqual([folders.first, ...folders.corpora])
      for (const { id, name, path } of home.given) {
        expect(name).toBe(basename(path))
        expect(id).not.toContain(name)
      }
      expect(home.sample).not.toBeNull()
      expect(home.version).toMatch(/^\d+\.\d+\.\d+/)
      await winnow.value('setAnnotator', { name: annotator })
      expect((await winnow.value('home', {})).annotator).toBe(annotator)
    })

    it('opens a corpus with all its documents, good and bad', async () => {
      const corpus = await openCorpus()
      const ids = [plainPage, trickyPage, ...badPages].map((page) => page.id)
      const documents = DocumentTable.empty.with(corpus.listing.change)
      expect([...documents.ids()].sort()).toEqual(ids.sort())
      expect(documents.bytesAt(documents.indexOf(plainPage.id))).toBe(Buffer.byteLength(plainPage.text))
      expect(corpus).toMatchObject({ annotator, place: null, listing: { state: { troubles: 0 } } })
      expect(corpus.labelsHome).toMatchObject({ beside: true, writable: true })
      expect(corpus.labelSet.labels.map((one) => one.key).join('')).toBe('tbcx')
      expect((await winnow.value('home', {})).recent.map((one) => one.path)).toContain(path)
    })

    it('writes nothing beside the dumps before someone labels', async () => {
      const corpus = await openCorpus()
      await openDocument(corpus.folder.id, plainPage.id)
      expect((await readdir(path)).sort()).toEqual(['bad', 'songque.example', trickyPage.id].sort())
    })

    it.each([plainPage, trickyPage])('carries the text of $id as it is', async (page) => {
      const corpus = await openCorpus()
      const document = await openDocument(corpus.folder.id, page.id)
      const text = shownText(page.text)
      expect(document.text).toBe(text)
      expect(document.encoding).toBe(text === page.text ? 'utf-8' : 'utf-8-sig')
      expect(document.bounds).toEqual(segmentByLine(text).flatMap(({ start, end }) => [start, end]))
      expect(labelsOf(document)).toEqual(segmentByLine(text).map(() => null))
      expect(document).toMatchObject({ document: page.id, status: 'new', revision: 0 })
    })

    it.each(badPages)('says of $id what is wrong, and opens the others', async ({ id, code }) => {
      const corpus = await openCorpus()
      const message = await winnow.failure('openDocument', { corpus: corpus.folder.id, document: id }, code)
      expect(message).toContain(basename(id))
      await openDocument(corpus.folder.id, plainPage.id)
    })

    it('answers an edit when its labels are on the disk', async () => {
      const corpus = await openCorpus()
      for (const page of [plainPage, trickyPage]) {
        const text = shownText(page.text)
        await openDocument(corpus.folder.id, page.id)
        const edits: Edit[] = [
          labelEdit(page, 0, 1, 'title'),
          labelEdit(page, 1, 2, 'caption'),
          { kind: 'status', before: 'new', after: 'in-progress' },
        ]
        const { revision } = await label(corpus.folder.id, page.id, edits)
        const file = await readLabels(path, page.id)
        expect(file).toMatchObject({ document: page.id, annotator, revision, status: 'in-progress' })
        expect(
          fromLabelsFile(text, file)
            .segments.map((segment) => segment.label)
            .slice(0, 4),
        ).toEqual(['title', 'caption', 'caption', null])
        const again = await openDocument(corpus.folder.id, page.id)
        expect(labelsOf(again).slice(0, 4)).toEqual(['title', 'caption', 'caption', null])
        expect(again).toMatchObject({ status: 'in-progress', revision })
      }
    })

    it('takes edits one after the other and counts the revisions up', async () => {
      const corpus = await openCorpus()
      await openDocument(corpus.folder.id, plainPage.id)
      const names = ['title', 'caption', 'body', 'boilerplate']
      const replies = await Promise.all(
        names.map((one, index) =>
          label(corpus.folder.id, plainPage.id, [labelEdit(plainPage, index, 1, one)]),
        ),
      )
      const revisions = replies.map((reply) => reply.revision)
      expect(revisions).toEqual(revisions.toSorted((a, b) => a - b))
      expect(labelsOf(await openDocument(corpus.folder.id, plainPage.id))).toEqual(names)
      expect((await readLabels(path, plainPage.id)).revision).toBe(revisions.at(-1))
    })

    it('refuses an edit that does not fit what is there, and changes nothing', async () => {
      const corpus = await openCorpus()
      await openDocument(corpus.folder.id, plainPage.id)
      await label(corpus.folder.id, plainPage.id, [labelEdit(plainPage, 0, 1, 'title')])
      const before = await readFile(labelsFilePath(path, plainPage.id))
      for (const edits of [
        [labelEdit(plainPage, 1, 1, 'body'), labelEdit(plainPage, 0, 1, 'body')],
        [labelEdit(plainPage, 3, 2, 'body')],
      ])
        await winnow.failure(
          'applyEdits',
          { corpus: corpus.folder.id, document: plainPage.id, edits, client: 'window-2' },
          'labels-changed',
        )
      expect(await readFile(labelsFilePath(path, plainPage.id))).toEqual(before)
      expect(labelsOf(await openDocument(corpus.folder.id, plainPage.id))).toEqual([
        'title',
        null,
        null,
        null,
      ])
    })

    it('keeps labels, place and annotator over a restart', async () => {
      const first = await openCorpus()
      await openDocument(first.folder.id, trickyPage.id)
      await label(first.folder.id, trickyPage.id, [labelEdit(trickyPage, 0, 2, 'body')])
      await winnow.value('savePlace', { corpus: first.folder.id, document: trickyPage.id, segment: 5 })
      await winnow.carrier.close()
      await start()
      expect((await winnow.value('home', {})).annotator).toBe(annotator)
      const corpus = await openCorpus()
      expect(corpus.place).toEqual({ document: trickyPage.id, segment: 5 })
      const document = await openDocument(corpus.folder.id, trickyPage.id)
      expect(labelsOf(document).slice(0, 3)).toEqual(['body', 'body', null])
    })

    it('tells how far the documents are, and of each change as it becomes durable', async () => {
      const corpus = await openCorpus()
      const id = corpus.folder.id
      await winnow.event(
        ({ name, payload }) => name === 'summaries' && payload.corpus === id && payload.complete,
      )
      await openDocument(id, trickyPage.id)
      const edits = [labelEdit(trickyPage, 0, 1, 'title')]
      const { revision } = await label(id, trickyPage.id, edits, 'window-7')
      const changed = await winnow.event(
        ({ name, payload }) => name === 'annotation-changed' && payload.corpus === id,
      )
      expect(changed.payload).toEqual({
        corpus: id,
        document: trickyPage.id,
        revision,
        edits,
        client: 'window-7',
      })
      await winnow.event(
        (event) =>
          event.name === 'summaries' &&
          event.payload.corpus === id &&
          event.payload.summaries.some((one) => one.document === trickyPage.id && one.labelled === 1),
      )
    })

    it.each(offsetUnits)('exports JSONL with %s offsets, and tells how far it is', async (offsets) => {
      const corpus = await openCorpus()
      await openDocument(corpus.folder.id, trickyPage.id)
      await label(corpus.folder.id, trickyPage.id, [
        labelEdit(trickyPage, 0, 1, 'title'),
        labelEdit(trickyPage, 1, 7, 'body'),
      ])
      const reply = await winnow.value('exportCorpus', {
        corpus: corpus.folder.id,
        format: 'jsonl',
        options: { offsets },
        job: `export-${offsets}`,
      })
      expect(reply).toMatchObject({ documents: 1, segments: 8, unlabelled: 0, leftOut: [] })
      const lines = (await readFile(reply.path, 'utf8')).trimEnd().split('\n')
      expect(lines.length).toBe(1)
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({
        id: trickyPage.id,
        text: shownText(trickyPage.text),
        offsets,
        annotator,
      })
      await winnow.event(
        ({ name, payload }) =>
          name === 'job-progress' && payload.job === `export-${offsets}` && payload.done === payload.total,
      )
    })

    it('exports cleaned text of the documents that are done', async () => {
      const corpus = await openCorpus()
      const request = {
        corpus: corpus.folder.id,
        format: 'text' as const,
        filter: { statuses: ['done' as const] },
      }
      await openDocument(corpus.folder.id, plainPage.id)
      await label(corpus.folder.id, plainPage.id, [
        labelEdit(plainPage, 0, 1, 'title'),
        labelEdit(plainPage, 1, 1, 'caption'),
        labelEdit(plainPage, 2, 1, 'body'),
        labelEdit(plainPage, 3, 1, 'boilerplate'),
      ])
      expect(await winnow.value('exportCorpus', { ...request, job: 'before' })).toMatchObject({
        documents: 0,
      })
      await label(corpus.folder.id, plainPage.id, [{ kind: 'status', before: 'new', after: 'done' }])
      const reply = await winnow.value('exportCorpus', { ...request, job: 'after' })
      expect(reply.documents).toBe(1)
      const files = await readdir(reply.path, { recursive: true, withFileTypes: true })
      const [file] = files.filter((entry) => entry.isFile() && entry.name.includes('page'))
      if (!file) throw new Error(`there is no page in ${reply.path}`)
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).toBe(
        'Đèn trên sông\nBa nghìn ngọn đèn 🏮 được thả.\n',
      )
    })

    it('counts and checks what was labelled', async () => {
      const corpus = (await openCorpus()).folder.id
      await openDocument(corpus, plainPage.id)
      await label(corpus, plainPage.id, [labelEdit(plainPage, 0, 1, 'title')])
      const { annotators } = await winnow.value('statsCorpus', { corpus })
      expect(annotators).toMatchObject([
        { name: annotator, unlabelled: 3, labels: [{ label: 'title', segments: 1, characters: 13 }] },
      ])
      expect(await winnow.value('checkCorpus', { corpus })).toMatchObject({ files: 1, faults: [] })
      const file = await readLabels(path, plainPage.id)
      const broken = { ...file, segments: file.segments.map((one) => ({ ...one, start: one.start + 1 })) }
      await writeFile(labelsFilePath(path, plainPage.id), JSON.stringify(broken))
      const { faults } = await winnow.value('checkCorpus', { corpus })
      expect(faults[0]?.file).toContain('page.txt')
    })

    it('asks before it opens damaged labels, and loses nothing', async () => {
      const corpus = (await openCorpus()).folder.id
      await openDocument(corpus, plainPage.id)
      await label(corpus, plainPage.id, [labelEdit(plainPage, 0, 1, 'title')])
      await label(corpus, plainPage.id, [labelEdit(plainPage, 1, 1, 'caption')])
      await winnow.carrier.close()
      await writeFile(labelsFilePath(path, plainPage.id), '{"format":"winnow-la')
      await start()
      const again = (await openCorpus()).folder.id
      const reply = await winnow.value('openDocument', { corpus: again, document: plainPage.id })
      expect(reply).toMatchObject({ kind: 'unsettled', trouble: 'labels-damaged' })
      expect(await readFile(labelsFilePath(path, plainPage.id), 'utf8')).toBe('{"format":"winnow-la')
      const settled = opened(
        await winnow.value('settleDocument', { corpus: again, document: plainPage.id, choice: 'backup' }),
      )
      expect(labelsOf(settled)).toEqual(['title', null, null, null])
      const kept = await readdir(dirname(labelsFilePath(path, plainPage.id)))
      expect(kept.some((file) => file.includes('damaged'))).toBe(true)
    })

    it('asks before it opens labels of a dump that has changed, and can carry them over', async () => {
      const corpus = (await openCorpus()).folder.id
      await openDocument(corpus, plainPage.id)
      await label(corpus, plainPage.id, [
        labelEdit(plainPage, 0, 1, 'title'),
        labelEdit(plainPage, 1, 1, 'caption'),
      ])
      await winnow.carrier.close()
      await writePage(path, plainPage.id, plainPage.text.replace('![]() |', 'new line'))
      await start()
      const request = { corpus: (await openCorpus()).folder.id, document: plainPage.id }
      expect(await winnow.value('openDocument', request)).toMatchObject({ trouble: 'dump-changed' })
      const settled = await winnow.value('settleDocument', { ...request, choice: 'carry-over' })
      expect(labelsOf(opened(settled))).toEqual(['title', null, null, null])
    })

    it('shows the system’s dialogs, or says that there are none here', async () => {
      const corpus = (await openCorpus()).folder.id
      await openDocument(corpus, plainPage.id)
      await label(corpus, plainPage.id, [labelEdit(plainPage, 0, 1, 'title')])
      const { dialogs } = winnow.carrier
      if (!dialogs) {
        await winnow.failure('chooseFolder', {}, 'not-here')
        await winnow.failure('chooseExportPath', { corpus, format: 'jsonl' }, 'not-here')
        return
      }
      await dialogs.answerFolder(null)
      expect(await winnow.value('chooseFolder', {})).toBeNull()
      await dialogs.answerFolder(folders.first)
      expect(await winnow.value('chooseFolder', {})).toMatchObject({ path: folders.first })
      await dialogs.answerSave(null)
      expect(await winnow.value('chooseExportPath', { corpus, format: 'jsonl' })).toBeNull()
      const wanted = join(folders.home, 'export.jsonl')
      await dialogs.answerSave(wanted)
      const chosen = await winnow.value('chooseExportPath', { corpus, format: 'jsonl' })
      const request = { corpus, format: 'jsonl', options: { offsets: 'byte' }, job: 'chosen' } as const
      await winnow.value('exportCorpus', { ...request, target: chosen?.target ?? '' })
      await access(wanted)
    })

    describe('answers with data and never with a rejection', () => {
      it('calls that the contract does not have', async () => {
        for (const unknown of ['__proto__', 'constructor', 'toString', 'Home', 'open', 'home '])
          expect(await winnow.failure(unknown, {}, 'bad-request')).toContain(JSON.stringify(unknown))
      })

      it('requests that do not fit', async () => {
        for (const call of callNames)
          for (const request of [null, 7, 'text', []]) await winnow.failure(call, request, 'bad-request')
        await winnow.failure('openCorpus', { folder: '' }, 'bad-request')
        await winnow.failure('setAnnotator', { name: '../elsewhere' }, 'bad-request')
        const marks = [
          { label: 'body', by: null },
          { label: '', by: 'human' },
        ]
        for (const after of marks) {
          const edits = [{ kind: 'label', runs: [{ start: 0, end: 1, count: 1, before: nothing, after }] }]
          const request = { corpus: 'any', document: 'any', edits, client: 'window-1' }
          await winnow.failure('applyEdits', request, 'bad-request')
        }
      })

      it('corpora and documents that it does not know, as paths least of all', async () => {
        for (const folder of ['unknown', '__proto__', path.slice(0, 64), '..'])
          await winnow.failure('openCorpus', { folder }, 'folder-unknown')
        const corpus = (await openCorpus()).folder.id
        await writePage(dirname(path), 'secret.txt', 'secret\n')
        for (const document of ['missing.txt', '../secret.txt', '/etc/hostname', '__proto__', 'bad', '.']) {
          await winnow.failure('openDocument', { corpus, document }, 'document-unknown')
          const edits = [labelEdit(plainPage, 0, 1, 'title')]
          await winnow.failure('applyEdits', { corpus, document, edits, client: 'w' }, 'document-unknown')
        }
        for (const call of ['statsCorpus', 'checkCorpus'])
          expect(await winnow.carrier.invoke(call, { corpus: 'unknown' })).toMatchObject({ ok: false })
      })

      it('a folder that is gone since it was opened', async () => {
        const corpus = await openCorpus()
        await rename(path, `${path} moved`)
        const message = await winnow.failure('openCorpus', { folder: corpus.folder.id }, 'folder-missing')
        expect(message).toContain(path)
        await winnow.failure(
          'openDocument',
          { corpus: corpus.folder.id, document: plainPage.id },
          'dump-missing',
        )
      })

      it('a job that is not running', async () => {
        expect(await winnow.value('cancelJob', { job: 'long-gone' })).toEqual({})
      })
    })
  })
}

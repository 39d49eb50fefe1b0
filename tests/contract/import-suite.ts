import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { segmentByLine } from '../../src/core/segmentation/line.ts'
import type { Carrier, TestFolders } from './carrier.ts'
import { CheckedCarrier } from './checked-carrier.ts'
import { annotator, labelsOf, opened } from './labelling.ts'
import { plainPage, shownText, testFolders, trickyPage } from './test-corpus.ts'

/**
 * The tests of the calls that take labels in, the same for each transport that carries them.
 * @param open starts a Winnow with the folders given on the command line
 */
export function importSuite(name: string, open: (folders: TestFolders) => Promise<Carrier>): void {
  describe(`labels that a window sends, ${name}`, () => {
    let folders: TestFolders & { remove: () => Promise<void> }
    let winnow: CheckedCarrier
    let corpus: string

    beforeAll(async () => {
      folders = await testFolders(1)
      winnow = await CheckedCarrier.over(await open(folders))
      await winnow.value('setAnnotator', { name: annotator })
      const { given } = await winnow.value('home', {})
      corpus = given.find(({ path }) => path === folders.corpora[0])?.id ?? ''
      await winnow.value('openCorpus', { folder: corpus })
    })
    afterAll(async () => {
      await winnow.carrier.close()
      await folders.remove()
    })

    const text = shownText(trickyPage.text)
    const lines = segmentByLine(text)
    const record = JSON.stringify({
      id: trickyPage.id,
      text,
      offsets: 'utf16',
      segments: lines.map(({ start, end }) => ({
        start,
        end,
        text: text.slice(start, end),
        label: '__proto__',
      })),
    })
    const send = async (source: string | null, file: string, content: string) =>
      (
        await winnow.value('uploadImport', {
          source,
          name: file,
          bytes: Buffer.from(content).toString('base64'),
        })
      ).source
    const asked = (source: string) => ({
      corpus,
      source,
      as: { kind: 'labels' as const },
      overwrite: false,
      labels: [{ label: '__proto__', becomes: 'body' }],
      others: 'refuse' as const,
      leastAligned: 0.8,
      job: crypto.randomUUID(),
    })

    it('are shown, taken in and taken back', async () => {
      const half = Math.floor(record.length / 2)
      const source = await send(null, 'gold/../labels.jsonl', record.slice(0, half))
      await send(source, 'gold/../labels.jsonl', record.slice(half))
      const preview = await winnow.value('importPreview', asked(source))
      expect(preview).toMatchObject({
        format: 'jsonl',
        documents: { new: 1, changed: 0, conflict: 0, unchanged: 0 },
        segments: lines.length,
        refused: [],
      })
      const request = asked(source)
      const done = await winnow.value('importLabels', request)
      expect(done).toMatchObject({ documents: 1, segments: lines.length, refused: [] })
      await winnow.event(
        ({ name: event, payload }) => event === 'job-progress' && payload.job === request.job,
      )
      expect(
        labelsOf(await opened(await winnow.value('openDocument', { corpus, document: trickyPage.id }))),
      ).toEqual(lines.map(() => 'body'))
      const { imports } = await winnow.value('listImports', { corpus })
      expect(imports.map(({ step }) => step)).toEqual([done.step])
      const undone = await winnow.value('undoImport', { corpus, step: done.step ?? '', job: 'undo' })
      expect(undone).toMatchObject({ documents: 1, kept: [] })
      expect(
        labelsOf(await opened(await winnow.value('openDocument', { corpus, document: trickyPage.id }))),
      ).toEqual(lines.map(() => null))
    })

    it('are no paths, nor can a step be one', async () => {
      await winnow.failure('importPreview', asked('/etc/hostname'), 'bad-request')
      await winnow.failure('undoImport', { corpus, step: '../project', job: 'undo' }, 'bad-request')
      await winnow.failure('chooseImportPath', { corpus, kind: 'file' }, 'not-here')
      const part = { source: 'none', name: 'a', bytes: Buffer.from(plainPage.text).toString('base64') }
      await winnow.failure('uploadImport', part, 'bad-request')
    })
  })
}

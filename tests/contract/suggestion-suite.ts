import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { segmentByLine } from '../../src/core/segmentation/line.ts'
import type { Carrier, TestFolders } from './carrier.ts'
import { CheckedCarrier } from './checked-carrier.ts'
import { annotator, labelEdit } from './labelling.ts'
import { plainPage, shownText, testFolders, trickyPage } from './test-corpus.ts'

/**
 * The tests of the calls about suggestions, the same for each transport that carries them.
 * @param open starts a Winnow with the folders given on the command line
 */
export function suggestionSuite(name: string, open: (folders: TestFolders) => Promise<Carrier>): void {
  describe(`suggestions, ${name}`, () => {
    let folders: TestFolders & { remove: () => Promise<void> }
    let winnow: CheckedCarrier
    let corpus: string

    beforeAll(async () => {
      folders = await testFolders(1)
      winnow = await CheckedCarrier.over(await open(folders))
      await winnow.value('setAnnotator', { name: annotator })
      const { given } = await winnow.value('home', {})
      corpus = given.find(({ path }) => path === folders.corpora[0])?.id ?? ''
      const { suggestions } = await winnow.value('openCorpus', { folder: corpus })
      expect(suggestions).toEqual({ on: true, threshold: 0.8, source: null })
    })
    afterAll(async () => {
      await winnow.carrier.close()
      await folders.remove()
    })

    const suggest = async (page: { id: string; text: string }) => {
      const bounds = segmentByLine(shownText(page.text)).flatMap(({ start, end }) => [start, end])
      return winnow.value('suggestDocument', { corpus, document: page.id, bounds, first: 0, count: 4096 })
    }

    it('come one a segment, and anew when labels were learned from', async () => {
      const { suggestions, model } = await suggest(trickyPage)
      expect(suggestions.length).toBe(segmentByLine(shownText(trickyPage.text)).length)
      expect(model.learned).toBe(0)
      await winnow.value('openDocument', { corpus, document: plainPage.id })
      const edits = [
        labelEdit(plainPage, 0, 4, 'boilerplate'),
        { kind: 'status', before: 'new', after: 'done' } as const,
      ]
      await winnow.value('applyEdits', { corpus, document: plainPage.id, edits, client: 'window' })
      await winnow.event(
        ({ name, payload }) =>
          name === 'model-learned' && payload.corpus === corpus && payload.documents === 1,
      )
      expect((await suggest(trickyPage)).model.learned).toBe(1)
    })

    it('tell what to label next, and what may be a slip', async () => {
      const { documents } = await winnow.value('nextDocuments', { corpus, count: 200 })
      expect(documents.map(({ document }) => document)).toContain(trickyPage.id)
      expect(documents.map(({ document }) => document)).not.toContain(plainPage.id)
      expect(await winnow.value('reviewLabels', { corpus, job: 'review' })).toMatchObject({
        checked: 4,
        cancelled: false,
      })
      const slip = { document: plainPage.id, start: 0, end: 13, label: 'boilerplate' }
      expect(await winnow.value('keepReviewed', { corpus, slips: [slip] })).toEqual({})
    })

    it('are written for the whole corpus, but nothing is read or written where a page says', async () => {
      const written = await winnow.value('suggestCorpus', { corpus, priorOnly: true, job: 'corpus' })
      const lines = (await readFile(written.path, 'utf8')).trimEnd().split('\n')
      expect(lines.map((line) => JSON.parse(line).document)).toEqual([trickyPage.id])
      const elsewhere = { corpus, priorOnly: true, job: 'elsewhere', target: '/tmp/elsewhere.jsonl' }
      await winnow.failure('suggestCorpus', elsewhere, 'bad-request')
      const source = { corpus, source: '/etc/hostname', as: { kind: 'labels' }, labels: [], others: 'refuse' }
      await winnow.failure('importLabels', { ...source, overwrite: false, job: 'import' }, 'bad-request')
    })

    it('are switched off and on for all windows', async () => {
      await winnow.value('setSuggestions', { corpus, on: false })
      const said = await winnow.event(({ name }) => name === 'suggestion-settings')
      expect(said.payload).toEqual({ corpus, on: false, threshold: 0.8, source: null })
      expect((await suggest(trickyPage)).suggestions.every((one) => one === null)).toBe(true)
      await winnow.failure('reviewLabels', { corpus, job: 'off' }, 'suggestions-off')
      await winnow.failure('setSuggestions', { corpus, threshold: 0.2 }, 'bad-request')
      await winnow.value('setSuggestions', { corpus, on: true, threshold: 0.8 })
      expect((await suggest(trickyPage)).suggestions.some((one) => one !== null)).toBe(true)
    })
  })
}

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Edit } from '../../../src/core/edit.ts'
import { simpleLabelSet } from '../../../src/core/label-set.ts'
import { segmentByLine } from '../../../src/core/segmentation/line.ts'
import { builtWorker } from './built-worker.ts'
import { labelling, labelsFile, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const suggestionProgram = builtWorker('suggestions/suggestion-worker.ts')
const repetitionProgram = builtWorker('repetition/repetition-worker.ts')

const sentence = (n: number): string =>
  `The harbour master said on day ${n} that the lanterns had come back, and that nobody had expected so many of them.`
const page = (n: number): string =>
  ['Home', 'News', `Lanterns return ${n}`, sentence(n), sentence(n + 1), 'Most read', 'Subscribe'].join('\n')

const status = (before: 'new' | 'in-progress', after: 'in-progress' | 'done'): Edit => ({
  kind: 'status',
  before,
  after,
})

const lineBounds = (folder: string, document: string): number[] =>
  segmentByLine(readFileSync(join(folder, document), 'utf8')).flatMap(({ start, end }) => [start, end])

async function started(files: Record<string, string>) {
  const folder = temporaryFolder(files)
  const winnow = await startWinnow(folder, { suggestionProgram })
  const { service } = winnow.winnow
  const suggest = (document: string, first = 0, count = 4096, bounds = lineBounds(folder, document)) =>
    service.suggestDocument({ corpus: winnow.id, document, bounds, first, count })
  /** Resolves when the model has learned from so many documents. */
  const learned = (documents: number) =>
    winnow.event((event) => event.name === 'model-learned' && event.payload.documents === documents)
  return { ...winnow, folder, service, suggest, learned }
}

describe('suggestions', () => {
  it('come for every segment before anything is labelled, with labels of the set', async () => {
    const { suggest, service, id } = await started({ 'a.txt': page(1) })
    const reply = await suggest('a.txt')
    expect(reply).toMatchObject({ model: { learned: 0 } })
    expect(reply.suggestions.length).toBe(7)
    expect(reply.suggestions[3]?.label).toBe('body')
    expect(reply.suggestions[0]?.label).toBe('boilerplate')
    expect((await suggest('a.txt', 3, 2)).suggestions).toEqual(reply.suggestions.slice(3, 5))
    expect((await suggest('a.txt', 9, 2)).suggestions).toEqual([])
    await expect(
      service.suggestDocument({ corpus: id, document: 'a.txt', bounds: [5, 4000], first: 0, count: 1 }),
    ).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('learn from documents that are done and from what is labelled of others', async () => {
    const { suggest, apply, learned } = await started({ 'a.txt': page(1), 'b.txt': page(2) })
    await suggest('b.txt')
    await apply('a.txt', [labelling(0, 'boilerplate', 2)])
    await learned(1)
    await apply('a.txt', [labelling(2, 'title'), status('new', 'done')])
    await apply('b.txt', [labelling(0, 'boilerplate')])
    await learned(2)
    const { model } = await suggest('b.txt')
    expect(model.learned).toBe(2)
    expect(model.version).toBeGreaterThan(1)
  })

  it('learn at the start from the labels that there are, whatever else is broken', async () => {
    const files = { 'a.txt': page(1), 'b.txt': page(2), 'c.txt': page(3) }
    const first = await started(files)
    await first.apply('a.txt', [labelling(0, 'body', 7), status('new', 'done')])
    await first.apply('b.txt', [labelling(0, 'boilerplate', 7), status('new', 'done')])
    await first.apply('c.txt', [labelling(0, 'body', 1)])
    await first.winnow.close()
    writeFileSync(labelsFile(first.folder, 'c.txt'), '{ damaged')
    const again = await startWinnow(first.folder, { suggestionProgram })
    const ask = { corpus: again.id, document: 'c.txt', bounds: [0, 4], first: 0, count: 1 }
    await again.winnow.service.suggestDocument(ask)
    await again.event((event) => event.name === 'model-learned' && event.payload.documents === 2)
    expect(again.logged).toEqual([])
  })

  it('stop when they are switched off, and say so to all windows', async () => {
    const { suggest, service, id, events, apply, folder } = await started({ 'a.txt': page(1) })
    await suggest('a.txt')
    await service.setSuggestions({ corpus: id, on: false })
    expect(events.at(-1)).toEqual({
      name: 'suggestion-settings',
      payload: { corpus: id, on: false, threshold: 0.8, source: null },
    })
    expect((await suggest('a.txt', 2)).suggestions).toEqual([null, null, null, null, null])
    await apply('a.txt', [labelling(0, 'boilerplate', 2), status('new', 'done')])
    await service.setSuggestions({ corpus: id, threshold: 0.8 })
    expect(events.map(({ name }) => name)).not.toContain('model-learned')
    const again = await startWinnow(folder, { suggestionProgram })
    expect(again.corpus.suggestions).toEqual({ on: false, threshold: 0.8, source: null })
  })

  it('are on, from nine in ten, in a corpus of an older Winnow', async () => {
    const folder = temporaryFolder({ 'a.txt': page(1) })
    const project = { format: 'winnow-project', version: 1, labelSet: simpleLabelSet, segmentation: 'line' }
    putFiles(folder, { 'winnow/project.json': JSON.stringify(project) })
    const { corpus } = await startWinnow(folder, { suggestionProgram })
    expect(corpus.suggestions).toEqual({ on: true, threshold: 0.8, source: null })
  })

  it('follow a change of the label set', async () => {
    const { suggest, service, id, corpus, apply, learned, event } = await started({ 'a.txt': page(1) })
    await suggest('a.txt')
    await apply('a.txt', [labelling(0, 'boilerplate', 2), status('new', 'done')])
    await learned(1)
    const { labelSet } = corpus
    const after = { ...labelSet, labels: labelSet.labels.filter(({ name }) => name !== 'body') }
    const { version } = (await suggest('a.txt')).model
    const fates = [{ label: 'body', becomes: null }]
    await service.changeLabelSet({ corpus: id, before: labelSet, after, fates, job: 'change' })
    await event(({ name, payload }) => name === 'model-learned' && payload.version > version)
    expect((await suggest('a.txt')).suggestions.filter((one) => one?.label === 'body')).toEqual([])
  })

  it('of rules stand before those of the model, for lines alike', async () => {
    const { suggest, service, id } = await started({ 'a/1.txt': page(1), 'b/2.txt': page(2) })
    const rule = { corpus: id, text: 'lanterns  RETURN 77', label: 'caption', mode: 'suggest' } as const
    await service.saveRule({ ...rule, scope: 'site', site: 'a' })
    await service.saveRule({ ...rule, text: 'News', label: 'no such label', scope: 'corpus' })
    const expected = { label: 'caption', confidence: 1, reason: 'rule' }
    expect((await suggest('a/1.txt')).suggestions[2]).toEqual(expected)
    expect((await suggest('b/2.txt')).suggestions[2]).not.toEqual(expected)
    expect((await suggest('a/1.txt')).suggestions[1]?.label).toBe('boilerplate')
  })

  it('are made anew when it is known how often lines stand in the corpus', async () => {
    const folder = temporaryFolder({ 'a.txt': page(1), 'b.txt': page(1) })
    const winnow = await startWinnow(folder, { suggestionProgram, repetitionProgram })
    const bounds = lineBounds(folder, 'a.txt')
    const ask = { corpus: winnow.id, document: 'a.txt', bounds, first: 0, count: 9 }
    await winnow.winnow.service.suggestDocument(ask)
    await winnow.event(({ name }) => name === 'model-learned')
    expect((await winnow.winnow.service.suggestDocument(ask)).suggestions.length).toBe(7)
  })

  it('come with labels that contradict each other, in a corpus of one document', async () => {
    const { suggest, apply, learned, logged, events } = await started({ 'a.txt': 'Home\nHome\nHome\nHome' })
    await suggest('a.txt')
    const contradictions = ['title', 'boilerplate', 'title'].map((label, at) => labelling(at, label))
    await apply('a.txt', [...contradictions, status('new', 'in-progress')])
    await learned(1)
    expect((await suggest('a.txt')).suggestions.length).toBe(4)
    expect(logged).toEqual([])
    expect(events.map(({ name }) => name)).not.toContain('suggestion-trouble')
  })

  it('come for what is in sight first in a document of 100,000 lines', async () => {
    const lines = Array.from({ length: 100_000 }, (_, n) => (n % 3 === 0 ? sentence(n) : `item ${n}`))
    const { suggest, folder } = await started({ 'long.txt': lines.join('\n') })
    const bounds = lineBounds(folder, 'long.txt')
    const order: number[] = []
    const parts = [48_896, 0, 97_000].map((first) =>
      suggest('long.txt', 256, 4096, bounds.slice(2 * first, 2 * (first + 4608))).then((reply) => {
        order.push(first)
        return reply
      }),
    )
    const [seen, , end] = await Promise.all(parts)
    expect(order[0]).toBe(48_896)
    expect(seen?.suggestions.length).toBe(4096)
    expect(end?.suggestions.length).toBe(3000 - 256)
    expect(seen?.suggestions[50_001 - 48_896 - 256]?.label).toBe('body')
  }, 15_000)
})

describe('what to label next', () => {
  const pages = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.txt`, page(n)]))

  it('is every unfinished document once, some of them by lot, and comes without labels, too', async () => {
    const { service, id, apply } = await started(pages(12))
    await apply('3.txt', [status('new', 'done')])
    await apply('4.txt', [labelling(0, 'boilerplate'), status('new', 'in-progress')])
    const ready = async () => {
      for (;;) {
        const reply = await service.nextDocuments({ corpus: id, count: 200 })
        if (reply.ready) return reply.documents
      }
    }
    const documents = await ready()
    expect(documents.map(({ document }) => document).sort()).toEqual(
      Object.keys(pages(12))
        .filter((name) => name !== '3.txt')
        .sort(),
    )
    expect(documents.filter(({ why }) => why === 'random').length).toBe(2)
    expect((await service.nextDocuments({ corpus: id, count: 3 })).documents.length).toBe(3)
    const listed = documents.slice(-2).map(({ document }) => document)
    const choice = { filter: {}, sample: null }
    const list = { corpus: id, name: 'last', choice, documents: listed, replace: false, job: 'list' }
    await service.makeWorkList(list)
    const ofList = await service.nextDocuments({ corpus: id, count: 3, list: 'last' })
    expect(new Set(ofList.documents.map(({ document }) => document))).toEqual(new Set(listed))
  })

  it('is by lot while suggestions are off', async () => {
    const { service, id, apply } = await started(pages(5))
    await service.setSuggestions({ corpus: id, on: false })
    await apply('3.txt', [status('new', 'done')])
    const { ready, documents } = await service.nextDocuments({ corpus: id, count: 200 })
    expect(ready).toBe(false)
    expect(documents.length).toBe(4)
    expect(documents.every(({ why }) => why === 'random')).toBe(true)
  })
})

describe('second thoughts', () => {
  const labels = ['boilerplate', 'boilerplate', 'title', 'body', 'body', 'boilerplate', 'boilerplate']
  /** Labels a page as it should be, but for one slip if given. */
  const labelled = (slip?: number): ((text: string) => Edit)[] =>
    labels.map((label, at) => labelling(at, at === slip ? 'body' : label))

  it('find a slip among many good labels, and not again once it was kept', async () => {
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`${n}.txt`, page(n)]))
    const { service, id, apply, events } = await started(files)
    for (const name of Object.keys(files))
      await apply(name, [...labelled(name === '4.txt' ? 5 : undefined), status('new', 'done')])
    const { slips, checked, cancelled } = await service.reviewLabels({ corpus: id, job: 'review' })
    expect({ checked, cancelled }).toEqual({ checked: 70, cancelled: false })
    expect(slips).toMatchObject([
      { document: '4.txt', text: 'Most read', label: 'body', by: 'human', suggested: 'boilerplate' },
    ])
    expect(events).toContainEqual({ name: 'job-progress', payload: { job: 'review', done: 10, total: 10 } })
    const [slip] = slips
    if (!slip) throw new Error('there is no slip')
    await service.keepReviewed({ corpus: id, slips: [slip] })
    expect((await service.reviewLabels({ corpus: id, job: 'again' })).slips).toEqual([])
  }, 20_000)

  it('are not had while suggestions are off', async () => {
    const { service, id } = await started({ 'a.txt': page(1) })
    await service.setSuggestions({ corpus: id, on: false })
    await expect(service.reviewLabels({ corpus: id, job: 'review' })).rejects.toMatchObject({
      code: 'suggestions-off',
    })
  })
})

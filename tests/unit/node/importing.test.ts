import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Request } from '../../../src/core/contract.ts'
import { labelsFileSchema } from '../../../src/core/labels-file.ts'
import { labelling, labelsFile, labelsOf, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const text = 'Trang 🌾\nThân bài\nĐọc nhiều'

async function started(files: Record<string, string>) {
  const folder = temporaryFolder(files)
  const elsewhere = temporaryFolder()
  const winnow = await startWinnow(folder)
  const { service } = winnow.winnow
  const request = (
    lines: unknown[],
    more: Partial<Request<'importLabels'>> = {},
  ): Request<'importLabels'> => {
    const path = join(elsewhere, `${crypto.randomUUID()}.jsonl`)
    writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return {
      corpus: winnow.id,
      source: winnow.winnow.importSource(path),
      as: { kind: 'labels' },
      overwrite: false,
      labels: [],
      others: 'refuse',
      leastAligned: 0.8,
      job: crypto.randomUUID(),
      ...more,
    }
  }
  const labels = async (document: string) => labelsOf(await winnow.open(document))
  const undo = (step: string | null) =>
    service.undoImport({ corpus: winnow.id, step: step ?? 'none', job: crypto.randomUUID() })
  return { ...winnow, folder, service, request, labels, undo }
}

const title = { start: 0, end: 7, text: 'Trang 🌾', label: 'title' }
const body = { start: 8, end: 16, text: 'Thân bài', label: 'body' }

describe('taking labels in', () => {
  it('shows first what would change, and changes nothing by that', async () => {
    const { service, request, apply, folder } = await started({
      'new.txt': text,
      'more.txt': text,
      'other.txt': text,
      'same.txt': text,
    })
    await apply('more.txt', [labelling(1, 'body')])
    await apply('other.txt', [labelling(0, 'body')])
    await apply('same.txt', [labelling(0, 'title'), { kind: 'status', before: 'new', after: 'in-progress' }])
    const preview = await service.importPreview(
      request([
        { id: 'new.txt', text, annotator: 'linh', segments: [title, body] },
        { id: 'more.txt', segments: [title] },
        { id: 'other.txt', segments: [title] },
        { id: 'same.txt', segments: [title] },
        { id: 'none.txt', segments: [title] },
        { id: 'units.txt', segments: [] },
      ]),
    )
    expect(preview).toMatchObject({
      format: 'jsonl',
      documents: { new: 1, changed: 1, conflict: 1, unchanged: 1 },
      segments: 4,
      refusedCount: 2,
      labels: [
        { name: 'title', segments: 5, becomes: 'title', missing: false },
        { name: 'body', segments: 1, becomes: 'body', missing: false },
      ],
      otherUnit: null,
      aligned: null,
      annotators: ['linh'],
      cancelled: false,
    })
    expect(preview.items.map(({ document, where, change }) => [document, where, change])).toEqual([
      ['new.txt', 'line 1', 'new'],
      ['more.txt', 'line 2', 'changed'],
      ['other.txt', 'line 3', 'conflict'],
      ['same.txt', 'line 4', 'unchanged'],
    ])
    expect(preview.items[2]).toMatchObject({ others: 1, example: { text: 'Trang 🌾', label: 'body' } })
    expect(existsSync(labelsFile(folder, 'new.txt'))).toBe(false)
    expect(readdirSync(join(folder, 'winnow'))).not.toContain('imports')
  })

  it('is taken back as one step, but for what was changed since', async () => {
    const { service, request, apply, labels, undo, folder, event } = await started({
      'a.txt': text,
      'b/c.txt': text,
      'd.txt': text,
    })
    await apply('d.txt', [labelling(0, 'body'), labelling(2, 'boilerplate')])
    const done = await service.importLabels(
      request(
        ['a.txt', 'b/c.txt', 'd.txt'].map((id) => ({ id, segments: [title, body], status: 'done' })),
        { overwrite: true },
      ),
    )
    expect(done).toMatchObject({ documents: 3, segments: 6, refused: [], trouble: null })
    expect(await labels('d.txt')).toEqual(['title', 'body', null])
    await event(({ name, payload }) => name === 'annotation-changed' && payload.document === 'b/c.txt')
    await apply('b/c.txt', [labelling(2, 'boilerplate')])
    // What was labelled beside stays; what stands in the way of the undoing keeps the whole document.
    const undone = await undo(done.step)
    expect(undone).toMatchObject({ documents: 3, kept: [], cancelled: false })
    expect(await labels('a.txt')).toEqual([null, null, null])
    expect(await labels('b/c.txt')).toEqual([null, null, 'boilerplate'])
    expect(await labels('d.txt')).toEqual(['body', null, 'boilerplate'])
    const saved = labelsFileSchema.parse(JSON.parse(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')))
    expect(saved.status).toBe('new')
    await expect(undo(done.step)).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('is taken back on another day, and names what stands in the way', async () => {
    const first = await started({ 'a.txt': text, 'b.txt': text })
    const { step } = await first.service.importLabels(
      first.request(['a.txt', 'b.txt'].map((id) => ({ id, segments: [title] }))),
    )
    await first.winnow.close()
    const later = await startWinnow(first.folder)
    const { imports } = await later.winnow.service.listImports({ corpus: later.id })
    expect(imports).toEqual([
      { step, made: expect.stringMatching(/^\d{4}-/), as: { kind: 'labels', annotator: 'ann' } },
    ])
    const open = await later.open('b.txt')
    const { start, end } = { start: open.bounds[0] ?? 0, end: open.bounds[1] ?? 0 }
    const runs = [
      {
        start,
        end,
        count: 1,
        before: { label: 'title', by: 'human' as const },
        after: { label: 'body', by: 'human' as const },
      },
    ]
    await later.apply('b.txt', [{ kind: 'label', runs }])
    const undone = await later.winnow.service.undoImport({
      corpus: later.id,
      step: step ?? '',
      job: 'undo',
    })
    expect(undone).toMatchObject({ documents: 1, kept: [{ document: 'b.txt' }] })
    expect(labelsOf(await later.open('a.txt'))).toEqual([null, null, null])
    expect(labelsOf(await later.open('b.txt'))).toEqual(['body', null, null])
  })

  it('offers the unit in which offsets fit, and takes it', async () => {
    const { service, request, labels } = await started({ 'a.txt': text })
    const lines = [{ id: 'a.txt', offsets: 'codepoint', segments: [{ ...body, start: 9, end: 17 }] }]
    const preview = await service.importPreview(request(lines))
    expect(preview).toMatchObject({ refusedCount: 1, otherUnit: { unit: 'utf16', documents: 1 } })
    expect(await service.importLabels(request(lines, { unit: 'utf16' }))).toMatchObject({ documents: 1 })
    expect(await labels('a.txt')).toEqual([null, 'body', null])
  })

  it('takes labels as the label set has them: chosen, added or left out', async () => {
    const { service, request, labels, corpus, event } = await started({ 'a.txt': text, 'b.txt': text })
    const lines = [
      {
        id: 'a.txt',
        segments: [
          { ...title, label: 'H' },
          { ...body, label: 'advert' },
        ],
      },
    ]
    const refused = await service.importPreview(request(lines))
    expect(refused.labels.map(({ name, missing }) => [name, missing])).toEqual([
      ['H', true],
      ['advert', true],
    ])
    expect(refused.refused[0]?.reason).toContain('“H”, “advert”')
    const chosen = { labels: [{ label: 'H', becomes: 'title' }], others: 'leave-out' as const }
    await service.importLabels(request(lines, chosen))
    expect(await labels('a.txt')).toEqual(['title', null, null])
    const added = await service.importLabels(
      request([{ ...lines[0], id: 'b.txt' }], { labels: [{ label: 'H', becomes: null }], others: 'add' }),
    )
    expect(added.added).toEqual(['advert'])
    expect(await labels('b.txt')).toEqual([null, 'advert', null])
    const told = await event(({ name }) => name === 'label-set-changed')
    expect(told.payload).toMatchObject({ relabelled: false })
    expect(corpus.labelSet.labels.map(({ name }) => name)).not.toContain('advert')
  })

  it('finds documents by content, name and ending, and refuses what fits several', async () => {
    const { service, request, labels } = await started({
      'moved/one.html.txt': 'Only this\nTwo',
      'x/two.txt': 'A\nB',
      'y/two.txt': 'A\nC',
    })
    const label = [{ start: 0, end: 1, label: 'body' }]
    const done = await service.importLabels(
      request([
        { id: 'one.html', segments: [{ start: 0, end: 9, label: 'body' }] },
        { id: 'two', segments: label },
        { id: 'two', text: 'A\r\nC', segments: label },
      ]),
    )
    expect(await labels('moved/one.html.txt')).toEqual(['body', null])
    expect(await labels('y/two.txt')).toEqual(['body', null])
    expect(done.refused).toEqual([
      {
        where: 'line 2',
        document: 'two',
        reason: 'More than one document has this name: x/two.txt and y/two.txt.',
      },
    ])
  })

  it('finds records by their URL, and refuses a text that is mostly not in its document', async () => {
    const article =
      'Ferry back on its route\nThe ferry sails again from Monday on.\nSubscribe to our newsletter'
    const records = [
      { url: 'https://a.example/ferry', text: article },
      { url: 'https://a.example/market', text: 'The market has moved\nIt is by the river now.' },
    ]
    const { service, request, labels, winnow } = await started({
      'crawl.jsonl': records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    })
    const gold = temporaryFolder({
      '17.txt':
        'URL: https://a.example/ferry\n\n<h> Ferry back on its route\n<p> The ferry sails\nagain from Monday on.\n',
      '18.txt': 'URL: https://a.example/market\n\n<p> Something else that was never written there.\n',
      '19.txt': 'URL: https://a.example/none\n\n<p> Nothing.\n',
    })
    const asked = request([], { source: winnow.importSource(gold) })
    const preview = await service.importPreview(asked)
    expect(preview).toMatchObject({
      format: 'cleaneval',
      documents: { new: 1 },
      items: [{ document: 'crawl.jsonl/1', where: '17.txt', aligned: 1 }],
      refused: [
        { where: '18.txt', document: 'crawl.jsonl/2', reason: expect.stringContaining('80 % have to') },
        { where: '19.txt', reason: 'The corpus has no document of this name or URL.' },
      ],
      aligned: { documents: 2, least: preview.aligned?.least },
      labels: [
        { name: 'h', segments: 1, becomes: 'title' },
        { name: 'p', segments: 3, becomes: 'body' },
      ],
    })
    expect(preview.aligned?.least).toBeLessThan(0.8)
    expect(await service.importLabels(asked)).toMatchObject({ documents: 1, segments: 2 })
    expect(await labels('crawl.jsonl/1')).toEqual(['title', 'body', null])
  })

  it('gives another annotator labels without a word to windows', async () => {
    const { service, request, events, labels, folder } = await started({ 'a.txt': text })
    await service.importLabels(
      request([{ id: 'a.txt', segments: [title] }], { as: { kind: 'labels', annotator: 'linh' } }),
    )
    expect(events.filter(({ name }) => name === 'annotation-changed')).toEqual([])
    expect(existsSync(join(folder, 'winnow', 'labels', 'linh', 'a.txt.json'))).toBe(true)
    expect(await labels('a.txt')).toEqual([null, null, null])
  })

  it('reads what a window sends in parts, a folder of several files', async () => {
    const { service, request, labels } = await started({ 'a.txt': text, 'b.txt': text })
    const send = async (source: string | null, name: string, part: string) =>
      (await service.uploadImport({ source, name, bytes: Buffer.from(part).toString('base64') })).source
    const line = (id: string) => `${JSON.stringify({ id, segments: [title] })}\n`
    const source = await send(null, 'gold/a.jsonl', line('a.txt').slice(0, 20))
    await send(source, 'gold/a.jsonl', line('a.txt').slice(20))
    await send(source, 'gold/b.jsonl', `${line('b.txt')}{`)
    const done = await service.importLabels(request([], { source }))
    expect(done).toMatchObject({ documents: 2, refused: [{ where: 'gold/b.jsonl, line 2' }] })
    expect(await labels('b.txt')).toEqual(['title', null, null])
    await expect(send('unknown', 'a', '')).rejects.toMatchObject({ code: 'bad-request' })
    for (let more = 0; more < 3; more++) await send(null, 'a.jsonl', '')
    await expect(service.importPreview(request([], { source }))).rejects.toMatchObject({
      code: 'bad-request',
    })
  })

  it('ends when it is told to', async () => {
    const { service, request, labels } = await started({ 'a.txt': text })
    const asked = request([{ id: 'a.txt', segments: [title] }])
    const done = service.importLabels(asked)
    await Promise.resolve()
    for (let turn = 0; turn < 20; turn++) {
      await service.cancelJob({ job: asked.job })
    }
    expect((await done).cancelled).toBe(true)
    expect(await labels('a.txt')).toEqual([null, null, null])
  })
})

describe('taking suggestions of a model in', () => {
  const suggested = { kind: 'suggestions', model: 'trafilatura' } as const
  const line = { document: 'a.txt', segments: [{ start: 0, end: 16, label: 'body', confidence: 0.75 }] }

  it('keeps them under its name, as nobody’s labels, and shows them where it is chosen', async () => {
    const { service, request, labels, id, open, event } = await started({ 'a.txt': text })
    const done = await service.importLabels(request([line], { as: suggested }))
    expect(done).toMatchObject({ documents: 1, segments: 1 })
    expect(await labels('a.txt')).toEqual([null, null, null])
    expect(await service.listModels({ corpus: id })).toEqual({
      models: [{ name: 'trafilatura', documents: 1 }],
    })
    await service.setSuggestions({ corpus: id, source: 'trafilatura' })
    await event(
      ({ name, payload }) => name === 'suggestion-settings' && 'source' in payload && payload.source !== null,
    )
    const { bounds } = await open('a.txt')
    const asked = { corpus: id, document: 'a.txt', bounds, first: 0, count: 3 }
    const suggestion = { label: 'body', confidence: 0.75, reason: 'named-model' }
    expect((await service.suggestDocument(asked)).suggestions).toEqual([suggestion, suggestion, null])
    expect((await service.suggestDocument({ ...asked, first: 2, count: 1 })).suggestions).toEqual([null])
  })

  it('takes what a model has predicted in a file of labels', async () => {
    const { service, request, labels, id, winnow } = await started({ 'a.txt': text })
    const region = (start: number, end: number, label: string) => ({
      type: 'labels',
      value: { start, end, text: Array.from(text).slice(start, end).join(''), labels: [label] },
    })
    const task = {
      data: { text },
      annotations: [{ result: [region(0, 7, 'title')] }],
      predictions: [
        { model_version: 'first', result: [region(0, 7, 'body')] },
        { model_version: 'second', result: [region(8, 16, 'body')] },
      ],
    }
    const source = winnow.importSource(temporaryFolder({ 'tasks.json': JSON.stringify([task]) }))
    const asked = request([], { source, as: { kind: 'suggestions', model: 'm' } })
    const preview = await service.importPreview(asked)
    expect(preview).toMatchObject({ format: 'label-studio', models: ['first', 'second'] })
    expect(preview.refused[0]?.reason).toContain('“first”, “second”')
    expect(await service.importLabels({ ...asked, of: 'second' })).toMatchObject({ documents: 1 })
    expect(await labels('a.txt')).toEqual([null, null, null])
    await service.setSuggestions({ corpus: id, source: 'm' })
    const { suggestions } = await service.suggestDocument({
      corpus: id,
      document: 'a.txt',
      bounds: [0, 8, 9, 17],
      first: 0,
      count: 2,
    })
    expect(suggestions).toEqual([null, { label: 'body', confidence: 1, reason: 'named-model' }])
  })

  it('takes what a cleaner left for kept, and the rest for dropped', async () => {
    const { service, request, id, winnow } = await started({ 'a.txt': text })
    const source = winnow.importSource(temporaryFolder({ 'a.txt': 'Thân bài\n' }))
    const asked = request([], { source, as: { kind: 'suggestions', model: 'm' }, rest: 'boilerplate' })
    expect(await service.importLabels(asked)).toMatchObject({ format: 'text', documents: 1, segments: 3 })
    await service.setSuggestions({ corpus: id, source: 'm' })
    const bounds = [0, 8, 9, 17, 18, 27]
    const ask = { corpus: id, document: 'a.txt', bounds, first: 0, count: 3 }
    const { suggestions } = await service.suggestDocument(ask)
    expect(suggestions.map((one) => one?.label)).toEqual(['boilerplate', 'body', 'boilerplate'])
    await expect(service.importPreview({ ...asked, rest: 'none' })).rejects.toMatchObject({
      code: 'bad-request',
    })
  })

  it('overwrites others only where that is asked for, and takes that back', async () => {
    const { service, request, undo, id } = await started({ 'a.txt': text })
    const first = await service.importLabels(request([line], { as: suggested }))
    const other = { ...line, segments: [{ start: 0, end: 7, label: 'title' }] }
    expect(await service.importPreview(request([other], { as: suggested }))).toMatchObject({
      documents: { conflict: 1 },
      items: [{ others: 1, example: { label: 'body' } }],
    })
    expect(await service.importLabels(request([other], { as: suggested }))).toMatchObject({
      documents: 0,
      refused: [{ document: 'a.txt', reason: expect.stringContaining('other suggestions of “trafilatura”') }],
      step: null,
    })
    const second = await service.importLabels(request([other], { as: suggested, overwrite: true }))
    expect(await undo(first.step)).toMatchObject({ documents: 0, kept: [{ document: 'a.txt' }] })
    expect(await undo(second.step)).toMatchObject({ documents: 1, kept: [] })
    expect(await service.importLabels(request([line], { as: suggested }))).toMatchObject({ unchanged: 1 })
    expect(await service.listModels({ corpus: id })).toMatchObject({ models: [{ documents: 1 }] })
  })

  it('shows none for a dump that changed since, and says why', async () => {
    const { service, request, id, folder } = await started({ 'a.txt': text })
    await service.importLabels(request([line], { as: suggested }))
    await service.setSuggestions({ corpus: id, source: 'trafilatura' })
    putFiles(folder, { 'a.txt': 'Trang khác' })
    await expect(
      service.suggestDocument({ corpus: id, document: 'a.txt', bounds: [0, 10], first: 0, count: 1 }),
    ).rejects.toMatchObject({ code: 'labels-changed' })
  })
})

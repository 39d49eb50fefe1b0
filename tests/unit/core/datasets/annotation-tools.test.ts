import { describe, expect, it } from 'vitest'
import type { DatasetFormat } from '../../../../src/core/datasets/dataset-format.ts'
import { doccano } from '../../../../src/core/datasets/doccano/doccano-format.ts'
import { guessFormat } from '../../../../src/core/datasets/guess-format.ts'
import { labelStudio } from '../../../../src/core/datasets/label-studio/label-studio-format.ts'
import { prodigy } from '../../../../src/core/datasets/prodigy/prodigy-format.ts'
import { spacy } from '../../../../src/core/datasets/spacy/spacy-format.ts'
import { datasetDocument } from './any-dataset-document.ts'
import { fullContext } from './any-full-document.ts'
import { readFrom } from './read-back.ts'

const read = (format: DatasetFormat, file: string) => readFrom(format, file, 'a')

const lines = (...records: unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('')

const page = {
  ...datasetDocument('a/b.txt', '🏮 Fair\nMost read', [
    { start: 0, end: 7, label: 'title', by: 'human' },
    { start: 8, end: 17, label: 'boilerplate', by: 'propagated', from: 'rule' },
  ]),
  split: 'train' as const,
}
const facts = {
  document: 'a/b.txt',
  labelled_by: 'Lụa',
  status: 'done',
  sha256: '0'.repeat(64),
  split: 'train',
}
const written = (format: DatasetFormat, options = {}): unknown => {
  const unit = format.units[0] ?? 'codepoint'
  const context = { ...fullContext, unit, options: { ...fullContext.options, ...options } }
  return JSON.parse(format.pieces(page, context)[0]?.text ?? '')
}

it('writes a task of Label Studio', () => {
  expect(written(labelStudio)).toEqual({
    data: { text: page.text, ...facts },
    annotations: [
      {
        was_cancelled: false,
        ground_truth: false,
        result: [
          {
            id: expect.stringMatching(/^[0-9a-f]{8}-0$/),
            from_name: 'label',
            to_name: 'text',
            type: 'labels',
            origin: 'manual',
            value: { start: 0, end: 6, text: '🏮 Fair', labels: ['title'] },
          },
          {
            id: expect.stringMatching(/^[0-9a-f]{8}-7$/),
            from_name: 'label',
            to_name: 'text',
            type: 'labels',
            origin: 'manual',
            value: { start: 7, end: 16, text: 'Most read', labels: ['boilerplate'] },
            meta: { by: 'propagated', from: 'rule' },
          },
        ],
      },
    ],
    predictions: [],
  })
})

it.each([labelStudio, doccano, prodigy, spacy])('tells what $name wrote by its beginning', (format) => {
  const { before } = format.frame?.(fullContext) ?? { before: '' }
  for (const options of [{}, { doccanoForm: 'entities' }])
    expect(guessFormat('a.json', before + JSON.stringify(written(format, options)))).toBe(format.name)
  expect(guessFormat('a.json', '{"text": "the \\"annotations\\": [ of others", "segments": []}')).toBe(
    'jsonl',
  )
  expect(guessFormat('a.json', '{"text": "a"}')).toBe(null)
})

describe('doccano', () => {
  it('is written in both forms, counted in UTF-16', () => {
    expect(written(doccano)).toEqual({
      text: page.text,
      label: [
        [0, 7, 'title'],
        [8, 17, 'boilerplate'],
      ],
      offsets: 'utf16',
      ...facts,
    })
    expect(written(doccano, { doccanoForm: 'entities' })).toEqual({
      text: page.text,
      entities: [
        { id: 0, start_offset: 0, end_offset: 7, label: 'title' },
        { id: 1, start_offset: 8, end_offset: 17, label: 'boilerplate' },
      ],
      relations: [],
      offsets: 'utf16',
      ...facts,
    })
  })

  // Shaped after the examples that doccano shows where data is taken in and out (sequence labelling and relation
  // extraction, github.com/doccano/doccano).
  it('is read in all the forms that it exports', async () => {
    const samples = [
      { id: 1, text: 'The EU met.', label: [[4, 6, 'ORG']], Comments: [] },
      { text: 'The EU met.', labels: [[4, 6, 'ORG']], meta: { page: 1 } },
      { id: 3, data: 'The EU met.', label: [[4, 6, 'ORG']] },
      {
        text: 'The EU met.',
        entities: [{ id: 0, start_offset: 4, end_offset: 6, label: 'ORG' }],
        relations: [{ from_id: 0, to_id: 0, type: 'is' }],
      },
    ]
    const expected = (where: string) =>
      samples.map((_, index) => ({
        where: `${where} ${index + 1}`,
        id: null,
        text: 'The EU met.',
        unit: 'utf16',
        spans: [{ start: 4, end: 6, label: 'ORG' }],
      }))
    expect(await read(doccano, lines(...samples))).toMatchObject(expected('line'))
    expect(await read(doccano, `\n  ${JSON.stringify(samples, null, 2)}`)).toMatchObject(expected('record'))
  })

  it('has what is wrong set aside by line, and the rest read', async () => {
    const file = `${lines({ text: 'a', label: ['positive'] }, { text: 'a' })}{"text"\n\n${lines({ text: 'a', label: [] })}`
    expect(await read(doccano, file)).toMatchObject([
      { where: 'line 1', reason: expect.stringContaining('label.0') },
      { where: 'line 2', reason: 'It has neither label nor entities.' },
      { where: 'line 3', reason: expect.stringContaining('not JSON') },
      { where: 'line 5', spans: [] },
    ])
  })
})

describe('prodigy', () => {
  it('is written with tokens in step with the spans, and hashes that stay', () => {
    expect(written(prodigy)).toEqual({
      text: page.text,
      tokens: [
        { text: '🏮', start: 0, end: 1, id: 0, ws: true },
        { text: 'Fair', start: 2, end: 6, id: 1, ws: false },
        { text: '\n', start: 6, end: 7, id: 2, ws: false },
        { text: 'Most', start: 7, end: 11, id: 3, ws: true },
        { text: 'read', start: 12, end: 16, id: 4, ws: false },
      ],
      spans: [
        { start: 0, end: 6, token_start: 0, token_end: 1, label: 'title', text: '🏮 Fair', by: 'human' },
        {
          start: 7,
          end: 16,
          token_start: 3,
          token_end: 4,
          label: 'boilerplate',
          text: 'Most read',
          by: 'propagated',
          from: 'rule',
        },
      ],
      answer: 'accept',
      meta: facts,
      _view_id: 'spans_manual',
      // Worked out in Python by the lines in docs/formats.md.
      _input_hash: -2110646670,
      _task_hash: 1794892093,
    })
  })

  // Shaped after the tasks that Explosion publishes with its tutorials (github.com/explosion/projects).
  it('is read as db-out writes it', async () => {
    const task = {
      text: 'Lanterns return. Most read',
      tokens: [{ text: 'Lanterns', start: 0, end: 8, id: 0, ws: true }],
      spans: [{ start: 0, end: 16, token_start: 0, token_end: 2, label: 'TITLE' }],
      meta: { source: 'a crawl' },
      _input_hash: -874614165,
      _task_hash: 2136869442,
      _annotator_id: '2024-02-06_10-17-19',
    }
    expect(
      await read(prodigy, lines({ ...task, answer: 'accept' }, { ...task, answer: 'ignore' })),
    ).toMatchObject([
      {
        where: 'line 1',
        id: null,
        text: task.text,
        annotator: '2024-02-06_10-17-19',
        status: null,
        spans: [{ start: 0, end: 16, label: 'TITLE', text: null }],
      },
      { where: 'line 2', status: 'skipped' },
    ])
    expect(await read(prodigy, lines({ ...task, answer: 'reject' }))).toEqual([
      { where: 'line 1', reason: expect.stringContaining('reject') },
    ])
  })
})

describe('spacy', () => {
  it('is written with entities, words and spaces', () => {
    expect(written(spacy)).toEqual({
      text: page.text,
      entities: [
        [0, 6, 'title'],
        [7, 16, 'boilerplate'],
      ],
      words: ['🏮', 'Fair', '\n', 'Most', 'read'],
      spaces: [true, false, false, true, false],
      meta: facts,
    })
  })

  it('is read as training data of spaCy 2 is written, too', async () => {
    const file = lines(['The EU met.', { entities: [[4, 6, 'ORG']] }], { text: 'x' })
    expect(await read(spacy, file)).toMatchObject([
      { where: 'line 1', text: 'The EU met.', spans: [{ start: 4, end: 6, label: 'ORG' }] },
      { where: 'line 2', reason: expect.stringContaining('no record') },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { labelStudio } from '../../../../src/core/datasets/label-studio/label-studio-format.ts'
import { labellingConfig } from '../../../../src/core/datasets/label-studio/labelling-config.ts'
import { readFrom } from './read-back.ts'

const read = (file: unknown) => readFrom(labelStudio, JSON.stringify(file, null, 2), 'a.json')

const text = '🏮 Lanterns return\nBy L. Marsh'
const region = (start: number, end: number, words: string, labels: string[], more = {}) => ({
  id: `r${start}`,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text: words, labels },
  ...more,
})

// Shaped after “Label Studio JSON format of annotated tasks” and “Import pre-annotated data into Label Studio” in its
// guide (labelstud.io/guide/export, labelstud.io/guide/predictions).
const task = {
  id: 1,
  created_at: '2021-03-09T21:52:49.513742Z',
  project: 83,
  data: { text, source: 'a crawl' },
  annotations: [
    {
      id: '1001',
      result: [
        region(2, 17, 'Lanterns return', ['Title'], { origin: 'manual' }),
        region(18, 29, 'By L. Marsh', ['Byline'], { origin: 'prediction' }),
        { from_name: 'quality', to_name: 'text', type: 'choices', value: { choices: ['good'] } },
        { type: 'relation', from_id: 'r2', to_id: 'r18', direction: 'right' },
      ],
      was_cancelled: false,
      ground_truth: false,
      lead_time: 4.288,
      completed_by: { id: 10, email: 'lua@example.org' },
    },
    { id: '1002', result: [], was_cancelled: true, completed_by: 11 },
  ],
  predictions: [
    {
      created_ago: '3 hours',
      model_version: 'model 1',
      score: 0.5,
      result: [
        region(2, 17, 'Lanterns return', ['Title'], { score: 0.9 }),
        region(18, 29, 'By L. Marsh', ['Byline']),
      ],
    },
  ],
}

describe('an export of Label Studio', () => {
  it('is read with its annotations and predictions', async () => {
    expect(await read([task])).toMatchObject([
      {
        where: 'task 1',
        id: null,
        text,
        annotator: 'lua@example.org',
        status: null,
        unit: 'codepoint',
        spans: [
          { start: 2, end: 17, label: 'Title', text: 'Lanterns return' },
          { start: 18, end: 29, label: 'Byline', by: 'accepted' },
        ],
        predictions: [{ model: 'model 1', spans: [{ confidence: 0.9 }, { confidence: 0.5 }] }],
      },
      { where: 'task 1', annotator: '11', status: 'skipped', spans: [], predictions: [] },
    ])
  })

  it('is read as JSON-MIN', async () => {
    const minimal = {
      text,
      id: 1,
      label: [
        { start: 2, end: 17, text: 'Lanterns return', labels: ['Title'] },
        { start: 18, end: 29, text: 'By L. Marsh', labels: ['Byline'] },
      ],
      annotator: 10,
      annotation_id: 1001,
      created_at: '2021-03-09T22:16:08.728353Z',
      lead_time: 4.288,
    }
    expect(await read([minimal])).toMatchObject([
      {
        where: 'task 1',
        id: null,
        text,
        annotator: '10',
        spans: [
          { start: 2, end: 17, label: 'Title' },
          { start: 18, end: 29, label: 'Byline' },
        ],
      },
    ])
  })

  it('of a version that counted UTF-16 is recognised by what its regions say', async () => {
    const old = { data: { text }, annotations: [{ result: [region(3, 18, 'Lanterns return', ['Title'])] }] }
    expect(await read([old])).toMatchObject([{ unit: 'utf16', spans: [{ start: 3, end: 18 }] }])
  })

  it('gets the line breaks back that Label Studio writes as a backslash and an n', async () => {
    const both = region(2, 29, 'Lanterns return\\nBy L. Marsh', ['Title'])
    expect(await read([{ data: { text }, annotations: [{ result: [both] }] }])).toMatchObject([
      { unit: 'codepoint', spans: [{ text: 'Lanterns return\nBy L. Marsh' }] },
    ])
  })

  it('keeps what does not fit in any unit as it is, for the import to refuse by name', async () => {
    const wrong = region(0, 9, 'elsewhere', ['Title'])
    expect(await read([{ data: { text }, annotations: [{ result: [wrong] }] }])).toMatchObject([
      { unit: 'codepoint', spans: [{ start: 0, end: 9, text: 'elsewhere' }] },
    ])
  })

  it('is read where the labelling configuration calls the text otherwise', async () => {
    const other = { data: { page: text, kind: 'x' }, annotations: [{ result: [] }] }
    expect(await read([other])).toMatchObject([{ text }])
  })

  it('has what is wrong set aside by task, and the rest read', async () => {
    const two = region(2, 17, 'Lanterns return', ['Title', 'Body'])
    const html = { type: 'hypertextlabels', value: { start: '/p[1]', end: '/p[2]' } }
    const broken = { type: 'labels', value: { start: -1 } }
    const tasks = [two, html, broken].map((result) => ({
      data: { text },
      annotations: [{ result: [result] }],
    }))
    const unlabelled = { data: { text }, annotations: [] }
    expect(await read([...tasks, 'text', unlabelled, { ...task, annotations: [] }])).toMatchObject([
      { where: 'task 1', reason: 'Its region at 2 has two labels, “Title” and “Body”; a segment has one.' },
      { where: 'task 2', reason: expect.stringContaining('HTML') },
      { where: 'task 3', reason: expect.stringContaining('no start, end and labels') },
      { where: 'task 4', reason: expect.stringContaining('no record') },
      { where: 'task 6', spans: null, predictions: [{ model: 'model 1' }] },
    ])
  })
})

describe('the labelling configuration', () => {
  it('has the labels with their colours, keys and hints, and shows white space as it is', () => {
    const label = { keep: true, colour: 'green' as const, key: 'b', description: '' }
    expect(
      labellingConfig([
        { ...label, name: 'body', description: 'Text & <b>"more"</b>\nhere' },
        { ...label, name: 'chú thích', key: null, colour: 'blue' },
      ]),
    ).toBe(`<View>
  <Labels name="label" toName="text">
    <Label value="body" background="#17693a" hotkey="b" hint="Text &amp; &lt;b&gt;&quot;more&quot;&lt;/b&gt; here"/>
    <Label value="chú thích" background="#0b5784"/>
  </Labels>
  <View style="white-space: pre-wrap">
    <Text name="text" value="$text"/>
  </View>
</View>
`)
  })
})

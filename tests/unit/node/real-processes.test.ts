import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { labelsFileSchema } from '../../../src/core/labels-file.ts'
import { giveToOrdinaryUser, ordinaryUser } from './as-ordinary-user.ts'
import { bundle, run } from './bundled-process.ts'
import { labelling, labelsFile, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('three processes that label one document at the same time lose nothing', async () => {
  const count = 60
  const folder = temporaryFolder({
    'a.txt': Array.from({ length: count }, (_, at) => `line ${at}`).join('\n'),
  })
  const userFolder = temporaryFolder()
  const script = await bundle('label-segments.ts')
  await Promise.all(
    ['0', '1', '2'].map((first) => run(script, [folder, userFolder, first, '3', String(count)])),
  )
  const file = labelsFileSchema.parse(JSON.parse(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')))
  expect(file.segments.map(({ label }) => label)).toEqual(Array(count).fill('body'))
  expect(file.revision).toBe(count)
}, 30_000)

/** How many lines the documents that are raced for have. */
const raced = 90

const racedCorpus = (): string =>
  temporaryFolder({ 'a.txt': Array.from({ length: raced }, (_, at) => `line ${at}`).join('\n') })

/** The labels in a labels file of `a.txt`. */
const labelsOfAnnotator = (folder: string, annotator: string) =>
  labelsFileSchema.parse(
    JSON.parse(readFileSync(join(folder, 'winnow/labels', annotator, 'a.txt.json'), 'utf8')),
  )

test('two hosts of one annotator that race for the same segments, one of them killed, keep every label that was saved', async () => {
  const folder = racedCorpus()
  const script = await bundle('race-for-segments.ts')
  const race = (label: string, order: string) =>
    [script, folder, temporaryFolder(), 'ann', label, String(raced), order] as const
  const [program = '', ...args] = race('caption', 'backward')
  const killed = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  killed.stdout.setEncoding('utf8').on('data', (data) => {
    told += data
    // In the middle of a save, most likely.
    if (told.split('\n').length > raced / 6) killed.kill('SIGKILL')
  })
  const [first = '', ...others] = race('body', 'forward')
  const [body] = await Promise.all([run(first, others), once(killed, 'close')])
  const saved = (lines: string): number[] => lines.split('\n').slice(0, -1).map(Number)
  const { segments } = labelsOfAnnotator(folder, 'ann')
  const labelled = (label: string) => segments.flatMap((segment, at) => (segment.label === label ? [at] : []))
  expect(labelled('body')).toEqual(saved(body).sort((a, b) => a - b))
  // What was saved and could not be told any more is there, too.
  expect(labelled('caption')).toEqual(expect.arrayContaining(saved(told)))
  expect(saved(told).length).toBeGreaterThan(0)
  expect(segments.every(({ label }) => label !== null)).toBe(true)
}, 60_000)

test('two annotators at once in one document each write their own file, and nobody else’s', async () => {
  const folder = racedCorpus()
  const script = await bundle('race-for-segments.ts')
  await Promise.all(
    [
      ['ann', 'body', 'forward'],
      ['binh', 'caption', 'backward'],
    ].map(([annotator = '', label = '', order = '']) =>
      run(script, [folder, temporaryFolder(), annotator, label, String(raced), order]),
    ),
  )
  for (const [annotator, label] of [
    ['ann', 'body'],
    ['binh', 'caption'],
  ] as const) {
    const file = labelsOfAnnotator(folder, annotator)
    // One revision for each edit: no more were made of this file.
    expect(file).toMatchObject({ annotator, revision: raced })
    expect(file.segments.map((segment) => segment.label)).toEqual(Array(raced).fill(label))
    const beside = readdirSync(join(folder, 'winnow/labels', annotator)).sort()
    expect(beside).toEqual(['a.txt.json', 'a.txt.json.bak'])
  }
}, 60_000)

test('in a folder that cannot be written to, labels are refused, then kept elsewhere with those there were', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x\ny' })
  const userFolder = temporaryFolder()
  await (await startWinnow(folder)).apply('a.txt', [labelling(0, 'title')])
  giveToOrdinaryUser(folder)
  giveToOrdinaryUser(userFolder)
  const shut = ['winnow/labels/ann', 'winnow/labels', 'winnow', '.']
  for (const name of shut) chmodSync(join(folder, name), 0o555)
  const script = await bundle('label-read-only-corpus.ts')
  const told = JSON.parse(await run(script, [folder, userFolder], ordinaryUser()))
  for (const name of shut.reverse()) chmodSync(join(folder, name), 0o755)

  const elsewhere = expect.stringContaining(join(userFolder, 'labels', `${basename(folder)}-`))
  expect(told.beside).toEqual({
    path: join(folder, 'winnow'),
    beside: true,
    writable: false,
    elsewhere,
    newer: null,
  })
  expect(told.refused).toMatchObject({ ok: false, code: 'read-only' })
  expect(told.elsewhere).toEqual({
    path: elsewhere,
    beside: false,
    writable: true,
    elsewhere: null,
    newer: null,
  })
  expect(told.saved).toEqual({ revision: 2 })
  expect(told.again).toEqual(told.elsewhere)
  expect(told.document.marks.map(({ mark }: { mark: { label: string } }) => mark.label)).toEqual([
    'title',
    'body',
  ])
}, 30_000)

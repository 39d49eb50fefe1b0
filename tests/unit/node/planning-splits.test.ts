import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DatasetDocument } from '../../../src/core/datasets/dataset-document.ts'
import {
  readSplitShares,
  type SplitOptions,
  splitOptionsSchema,
} from '../../../src/core/splits/split-options.ts'
import { splitSummary, warningSentence } from '../../../src/core/splits/split-sentences.ts'
import { planSplits, type SplitPlan } from '../../../src/node/export/plan-splits.ts'
import { temporaryFolder } from './temporary-folder.ts'

const words = (seed: string, length: number): string =>
  Array.from(
    { length },
    (_, at) => `${seed}${'abcdefghij'[at % 10]}${'klmnop'[Math.floor(at / 10) % 6]}`,
  ).join(' ')

/** A page of one line of menu and one of body. */
function page(id: string, site: string, body: string): DatasetDocument {
  const text = `Menu of ${site}\n${body}`
  const cut = text.indexOf('\n')
  return {
    id,
    text,
    annotator: 'ann',
    status: 'done',
    note: '',
    sha256: '',
    encoding: 'utf-8',
    url: null,
    site,
    language: null,
    date: null,
    metadata: {},
    html: null,
    split: null,
    segments: [
      { start: 0, end: cut, label: 'menu', by: 'human' },
      { start: cut + 1, end: text.length, label: 'body', by: 'human' },
    ],
  }
}

const pages = (sites: number, each: number, name = ''): DatasetDocument[] =>
  Array.from({ length: sites * each }, (_, index) =>
    page(
      `${name}s${index % sites}/${index}.txt`,
      `${name}s${index % sites}.org`,
      words(`${name}w${index}`, 40),
    ),
  )

const options = (change: Partial<SplitOptions> = {}): SplitOptions => ({
  ...splitOptionsSchema.parse({ shares: readSplitShares('80/10/10'), seed: 7 }),
  ...change,
})

async function plan(home: string, documents: readonly DatasetDocument[], change?: Partial<SplitOptions>) {
  const made = await planSplits({
    documents: (async function* () {
      yield* documents
    })(),
    kept: new Set(['body']),
    options: options(change),
    home,
    breathe: async () => {},
  })
  for (const document of documents) made.count(document)
  return made
}

const splitsOf = (made: SplitPlan, documents: readonly DatasetDocument[]) =>
  Object.fromEntries(documents.map(({ id }) => [id, made.splitOf(id)]))

test('a plan that was remembered holds when documents are added; one that was not does not', async () => {
  const home = temporaryFolder()
  const documents = pages(20, 3)
  const first = await plan(home, documents)
  const before = splitsOf(first, documents)
  await first.remember()
  const grown = [...pages(4, 30, 'new'), ...documents]
  const later = await plan(home, grown)
  expect(splitsOf(later, documents)).toEqual(before)
  expect(later.report()).toMatchObject({ leftOut: [] })
  expect(later.report().splits.train.documents).toBeGreaterThan(120)
  const elsewhere = await plan(temporaryFolder(), grown)
  expect(splitsOf(elsewhere, documents)).not.toEqual(before)
  // Other options are another plan.
  expect(splitsOf(await plan(home, documents, { seed: 8 }), documents)).not.toEqual(before)
})

test('what is remembered is the same whatever the order, and the plan of another annotator adds to it', async () => {
  const home = temporaryFolder()
  const documents = pages(10, 2)
  await (await plan(home, documents)).remember()
  const path = join(home, 'splits', '80-10-10-seed-7.json')
  const bytes = readFileSync(path, 'utf8')
  await (await plan(home, documents.toReversed())).remember()
  expect(readFileSync(path, 'utf8')).toBe(bytes)
  const other = page('s0/other.txt', 's0.org', words('other', 40))
  await (await plan(home, [other])).remember()
  const after = await plan(home, [...documents, other])
  expect(after.splitOf('s0/other.txt')).toBe(after.splitOf('s0/0.txt'))
})

test('an article that two sites have is a near duplicate though their menus differ', async () => {
  const documents = pages(30, 1)
  const body = words('shared', 60)
  const twins = [page('a/x.txt', 'a.org', body), page('b/x.txt', 'b.org', `${body} and a word`)]
  const made = await plan(temporaryFolder(), [...documents, ...twins])
  expect(made.splitOf('a/x.txt')).toBe(made.splitOf('b/x.txt'))
  expect(made.report()).toMatchObject({ nearDuplicateLinks: 1, largestGroup: { documents: 2, sites: 2 } })
})

test('the report counts what each split has and warns of what leaks or misses', async () => {
  const documents = pages(4, 5).map((each, index) =>
    index % 4 < 2 ? page(each.id, each.site ?? '', `${words('same', 10)} ${'abcdefghij'[index % 10]}`) : each,
  )
  const line = page('c.txt', '', 'Same line on all')
  const made = await plan(temporaryFolder(), [
    ...documents,
    line,
    ...Array.from({ length: 9 }, (_, index) => ({
      ...line,
      id: `${index}.txt`,
      text: line.text.replace('Menu', words(`m${index}`, 50)),
      segments: [],
    })),
  ])
  const report = made.report()
  const { train, validation, test: held } = report.splits
  expect(train.documents + validation.documents + held.documents).toBe(30)
  expect(train.segments).toMatchObject({ body: expect.any(Number), menu: expect.any(Number) })
  expect(report.warnings.map(({ code }) => code)).toContain('sites-unknown')
  for (const warning of report.warnings) expect(warningSentence(warning)).toMatch(/\d|split|empty/)
  expect(splitSummary(report)[0]).toMatch(/^\d+ groups of documents/)
})

test('a page between two splits is left out, and the reason names the other one', async () => {
  const home = temporaryFolder()
  const documents = pages(30, 1)
  const first = await plan(home, documents)
  await first.remember()
  const one = documents.find(({ id }) => first.splitOf(id) === 'train')
  const other = documents.find(({ id }) => first.splitOf(id) === 'test')
  if (!one || !other) throw new Error('both splits have pages')
  const between = { ...other, id: 'between.txt', site: one.site }
  const later = await plan(home, [...documents, between])
  expect(later.splitOf('between.txt')).toBeNull()
  expect(later.reasonFor('between.txt')).toBe(
    `It is a near duplicate of ${other.id}, which is in test, while its own group is in another split. In either it would leak.`,
  )
  expect(later.reasonFor(other.id)).toBeNull()
  expect(splitsOf(later, documents)).toEqual(splitsOf(first, documents))
})

test('a damaged plan stops the export, as documents could move', async () => {
  const home = temporaryFolder()
  await (await plan(home, pages(3, 1))).remember()
  writeFileSync(join(home, 'splits', '80-10-10-seed-7.json'), '{"format":')
  await expect(plan(home, pages(3, 1))).rejects.toMatchObject({
    code: 'export-failed',
    message: expect.stringContaining('Nothing was exported'),
  })
})

test.each([
  ['80/10/10', { kind: 'ratio', train: 80, validation: 10, test: 10 }],
  ['0.9/0.1', { kind: 'ratio', train: 0.9, validation: 0, test: 0.1 }],
  ['rest/500/250', { kind: 'count', validation: 500, test: 250 }],
  ['rest/0.5/1', null],
  ['0/0/0', null],
  ['80', null],
  ['a/10/10', null],
  ['1/2/3/4', null],
  ['80/-10/10', null],
])('%s names shares or does not', (text, shares) => {
  expect(readSplitShares(text)).toEqual(shares)
})

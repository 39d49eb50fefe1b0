import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { segmentByLine } from '../../src/core/segmentation/line.ts'
import { WinnowError } from '../../src/core/winnow-error.ts'
import type { Winnow } from '../../src/node/winnow.ts'
import { labelLines } from '../label-lines.ts'
import { type Answers, type DamagedKind, damagedKinds } from './damaged-kinds.ts'
import { type Damage, damagesOf } from './damages.ts'
import { fullCorpusTexts, makeFullCorpus, winnowOn } from './full-corpus.ts'
import type { Amount, Tally, Torture } from './tally.ts'

/** In how many ways a file of each kind is damaged. */
const damagesOfEach = { short: 3, full: 60 }
/** How many corpora are damaged at the same time. */
const atOnce = 4

const documents = [...Object.keys(fullCorpusTexts), 'pages.jsonl/1', 'pages.jsonl/2']

/**
 * Damages each kind of file that Winnow keeps, and has Winnow do all that it does with them. It withstands that where
 * nothing breaks off, it says by name what it could not read, shows nothing else in its place, keeps the damaged bytes,
 * and goes on with all other documents.
 */
export const tortureByDamage: Torture = async (amount: Amount) => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'winnow-damage-')))
  try {
    const good = join(root, 'good')
    await makeFullCorpus(good)
    const [journal = ''] = (await readdir(join(good, 'corpus/winnow/imports'))).sort()
    const kinds = damagedKinds(basename(journal, '.jsonl'))
    const contents = await Promise.all(kinds.map(({ path }) => readFile(join(good, path))))
    const tallies: Tally[] = []
    for (const [n, kind] of kinds.entries()) {
      const others = contents.filter((_, other) => other !== n)
      const damages = damagesOf(contents[n] ?? Buffer.alloc(0), others, damagesOfEach[amount], n + 1)
      const failures = await eachAtOnce(damages, (damage, at) =>
        tried(good, join(root, `${n}-${at}`), kind, basename(journal, '.jsonl'), damage),
      )
      tallies.push(tallyOf(`${kind.name} damaged`, damages.length, failures))
    }
    return tallies
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

function tallyOf(what: string, tried: number, failures: readonly (readonly string[])[]): Tally {
  const failed = failures.filter((some) => some.length > 0)
  return { what, tried, held: tried - failed.length, failures: failed.flat() }
}

/** What `work` gives for each of `items`, in their order. */
async function eachAtOnce<T, R>(
  items: readonly T[],
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at]
      if (item !== undefined) results[at] = await work(item, at)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

/** What went wrong with the damage done to a copy of `good` at `root`; nothing where it was withstood. */
async function tried(
  good: string,
  root: string,
  kind: DamagedKind,
  journal: string,
  { what, bytes }: Damage,
): Promise<string[]> {
  await cp(good, root, { recursive: true })
  try {
    // It names the corpus by its path.
    for (const name of ['state.json', 'state.json.bak']) {
      const path = join(root, 'user', name)
      const state = await readFile(path, 'utf8')
      await writeFile(path, state.replaceAll(join(good, 'corpus'), join(root, 'corpus')))
    }
    await writeFile(join(root, kind.path), bytes)
    const faults = await faultsOf(root, kind, journal, bytes)
    return faults.map((fault) => `${what}: ${fault}`)
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function faultsOf(root: string, kind: DamagedKind, journal: string, bytes: Buffer): Promise<string[]> {
  const said: unknown[] = []
  const faults: string[] = []
  const unforeseen = (error: unknown): void => {
    faults.push(`nobody waited for ${String(error)}`)
  }
  process.on('unhandledRejection', unforeseen)
  const winnow = await winnowOn(join(root, 'user'), (error) => said.push(error))
  winnow.events.subscribe((event) => said.push(JSON.stringify(event)))
  try {
    const answers = await ask(winnow, join(root, 'corpus'), journal)
    said.push(...answers.values())
    faults.push(
      ...badErrors(said),
      ...(await notKept(root, kind, bytes)),
      ...notShown(kind, bytes, answers, said),
    )
    if (kind.othersGoOn) faults.push(...notGoneOn(answers, kind))
  } finally {
    await winnow.close()
    process.off('unhandledRejection', unforeseen)
  }
  if ('polluted' in {}) faults.push('the prototype of all objects was changed')
  return faults
}

/** Asks for all that reads a file of some kind, then for what writes; answers by the names of the calls. */
async function ask(winnow: Winnow, folder: string, journal: string): Promise<Answers> {
  const { service } = winnow
  const corpus = winnow.folderId(folder)
  const answers = new Map<string, unknown>()
  const keep = async (name: string, answer: () => Promise<unknown>): Promise<void> => {
    answers.set(name, await answer().catch((error: unknown) => error))
  }
  await keep('home', () => service.home({}))
  await keep('openCorpus', () => service.openCorpus({ folder: corpus }))
  for (const document of documents)
    await keep(`openDocument ${document}`, () => service.openDocument({ corpus, document }))
  await keep('listRules', () => service.listRules({ corpus }))
  await keep('listWorkLists', () => service.listWorkLists({ corpus }))
  await keep('chosenWorkList', () => service.chosenWorkList({ corpus }))
  await keep('exportMappings', () => service.exportMappings({ corpus }))
  await keep('readGuidelines', () => service.readGuidelines({ corpus }))
  await keep('listModels', () => service.listModels({ corpus }))
  await keep('listImports', () => service.listImports({ corpus }))
  const bounds = segmentByLine(fullCorpusTexts['b.txt'] ?? '').flatMap(({ start, end }) => [start, end])
  await keep('suggestDocument', () =>
    service.suggestDocument({ corpus, document: 'b.txt', bounds, first: 0, count: bounds.length / 2 }),
  )
  await keep('statsCorpus', () => service.statsCorpus({ corpus }))
  await keep('checkCorpus', () => service.checkCorpus({ corpus }))
  await keep('previewLabelSet', () => service.previewLabelSet({ corpus, labels: ['title'], job: 'preview' }))
  const shares = { kind: 'ratio' as const, train: 50, validation: 0, test: 50 }
  const split = { shares, seed: 7, bySite: true, nearDuplicates: true, stratify: false }
  await keep('exportCorpus', () => service.exportCorpus({ corpus, format: 'jsonl', split, job: 'export' }))
  const slips = [{ document: 'b.txt', start: 0, end: 18, label: 'title' }]
  await keep('keepReviewed', () => service.keepReviewed({ corpus, slips }))
  for (const document of ['a.txt', 'site/c.md']) {
    // The third line of the one has a label already, so that this fits only where that cannot be read.
    const edits = [labelLines(fullCorpusTexts[document] ?? '', 2, 1, 'body')]
    await keep(`applyEdits ${document}`, () =>
      service.applyEdits({ corpus, document, edits, client: 'window' }),
    )
  }
  await keep('undoImport', () => service.undoImport({ corpus, step: journal, job: 'undo' }))
  return answers
}

const badErrors = (said: readonly unknown[]): string[] =>
  said.flatMap((one) =>
    one instanceof Error && !(one instanceof WinnowError) ? [`${one.stack?.slice(0, 600)}`] : [],
  )

/** Nothing was lost: the damaged bytes are where they were, or under another name beside it. */
async function notKept(root: string, kind: DamagedKind, bytes: Buffer): Promise<string[]> {
  if (kind.truth(bytes) !== null || (kind.isCache && kind.instead !== undefined)) return []
  const folder = join(root, dirname(kind.path))
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isFile() && bytes.equals(await readFile(join(folder, entry.name)))) return []
  return ['its bytes are gone']
}

function notShown(kind: DamagedKind, bytes: Buffer, answers: Answers, said: readonly unknown[]): string[] {
  const truth = kind.truth(bytes)
  const shown = kind.shown(answers)
  if (truth !== null)
    return isDeepStrictEqual(shown, truth)
      ? []
      : [`${JSON.stringify(shown)} is shown for ${JSON.stringify(truth)}`]
  const wrong =
    kind.instead === undefined || isDeepStrictEqual(shown, kind.instead)
      ? []
      : [`${JSON.stringify(shown)} is shown in place of ${JSON.stringify(kind.instead)}`]
  const name = basename(kind.path)
  const isNamed = said.some((one) =>
    (one instanceof Error ? one.message : (JSON.stringify(one) ?? '')).includes(name),
  )
  return isNamed || kind.isCache ? wrong : [...wrong, 'nothing names it']
}

/** The documents that are not concerned are as they were, and can be labelled. */
function notGoneOn(answers: Answers, kind: DamagedKind): string[] {
  const concerned = basename(kind.path).replace(/\.json$/, '')
  const needed = documents.filter((document) => document !== concerned).map((id) => `openDocument ${id}`)
  return [...needed, 'applyEdits site/c.md', 'openCorpus', 'statsCorpus', 'checkCorpus', 'home'].flatMap(
    (name) => {
      const answer = answers.get(name)
      return answer instanceof Error ? [`${name}: ${answer.message}`] : []
    },
  )
}

import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { snapshotFileSchema, snapshotFileVersion } from '../../../src/core/backups/snapshot-file.ts'
import { labelSetFileVersion, parseLabelSetFile } from '../../../src/core/label-set-file.ts'
import { fromLabelsFile } from '../../../src/core/labels-file.ts'
import { trashKind } from '../../../src/node/backups/trash-bin.ts'
import { DurableFile } from '../../../src/node/durable-file.ts'
import { mappingsKind } from '../../../src/node/export/mapping-store.ts'
import { splitPlanKind } from '../../../src/node/export/split-plan-store.ts'
import type { FileKind } from '../../../src/node/file-kind.ts'
import { journalHead, journalSteps, journalVersion } from '../../../src/node/import/import-journal.ts'
import { labelsFileKind } from '../../../src/node/labels-file-kind.ts'
import { projectKind } from '../../../src/node/project-store.ts'
import { recoveryKind } from '../../../src/node/recovery/recovery-files.ts'
import { rulesKind } from '../../../src/node/repetition/rules-store.ts'
import { keptLabelsKind } from '../../../src/node/suggestions/kept-labels.ts'
import { namedSuggestionsKind } from '../../../src/node/suggestions/named-suggestions-store.ts'
import { userStateKind } from '../../../src/node/user-state.ts'
import { workListKind } from '../../../src/node/work-lists/work-list-store.ts'
import { fullCorpusTexts } from '../../torture/full-corpus.ts'
import { temporaryFolder } from './temporary-folder.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const sources = fileURLToPath(new URL('../../../src/', import.meta.url))

interface Format {
  readonly version: number
  /** What is read of a fixture. */
  readonly read: (path: string) => Promise<unknown>
}

const durable = <T>(kind: FileKind<T>): [string, Format] => [
  kind.format,
  { version: kind.version, read: (path) => new DurableFile(path, kind).read() },
]

/** A file that is read by its schema alone. */
const plain = <T>(format: string, version: number, schema: z.ZodType<T>): [string, Format] => [
  format,
  { version, read: async (path) => schema.parse(JSON.parse(readFileSync(path, 'utf8'))) },
]

async function readJournal(path: string): Promise<unknown> {
  const id = '20261130T031510.661Z-b853cc06'
  const home = temporaryFolder({ [`imports/${id}.jsonl`]: readFileSync(path) })
  const steps: unknown[] = []
  for await (const step of journalSteps(home, id, () => {})) steps.push(step)
  return { head: await journalHead(home, id), steps }
}

/** What is not part of a label set, in its file. */
const labelSetHead = { format: 'winnow-label-set', version: 1 }

/** What is kept for long: whoever has such a file can open it with any later Winnow. */
const formats = new Map<string, Format>([
  durable(labelsFileKind),
  durable(projectKind),
  durable(rulesKind),
  durable(mappingsKind),
  durable(splitPlanKind),
  durable(workListKind),
  durable(namedSuggestionsKind),
  durable(keptLabelsKind),
  durable(userStateKind),
  durable(recoveryKind),
  plain('winnow-snapshot', snapshotFileVersion, snapshotFileSchema),
  durable(trashKind),
  ['winnow-import', { version: journalVersion, read: readJournal }],
  [
    'winnow-label-set',
    {
      version: labelSetFileVersion,
      read: async (path) => ({ labelSet: parseLabelSetFile(readFileSync(path, 'utf8')), ...labelSetHead }),
    },
  ],
])

/** What can be made anew at any time is so where it is of another version; a lock is gone before there is one. */
const short = ['winnow-listing', 'winnow-repetition', 'winnow-seek-points', 'winnow-lock']

const fixturesOf = (format: string): string[] => readdirSync(join(fixtures, format)).sort()

const nameOf = (file: string): string => basename(file, extname(file))

test('each format of a file is one that this test knows', () => {
  const found = new Set<string>()
  for (const entry of readdirSync(sources, { recursive: true, encoding: 'utf8' }))
    if (entry.endsWith('.ts'))
      for (const [, format = ''] of readFileSync(join(sources, entry), 'utf8').matchAll(
        /format: z\.literal\('([^']+)'\)/g,
      ))
        found.add(format)
  expect([...found].sort()).toEqual([...formats.keys(), ...short].sort())
})

test.each([...formats])('%s has a fixture of each of its versions', (format, { version }) => {
  const versions = fixturesOf(format).map(nameOf)
  expect(versions).toEqual(Array.from({ length: version }, (_, n) => `v${n + 1}`))
})

const fixed = [...formats].flatMap(([format, { version, read }]) =>
  fixturesOf(format).map((file) => ({
    name: `${format} ${nameOf(file)}`,
    path: join(format, file),
    isPresent: nameOf(file) === `v${version}`,
    read,
  })),
)

test.each(fixed)('$name is read for ever', async ({ path, isPresent, read }) => {
  const content = await read(join(fixtures, path))
  expect(content).toBeTruthy()
  const saved = readFileSync(join(fixtures, path), 'utf8')
  // Nothing of it is lost on the way, as long as nothing has to be migrated.
  if (isPresent && path.endsWith('.json')) expect(content).toMatchObject(JSON.parse(saved))
})

test('the labels of each version fit their dump', async () => {
  for (const file of fixturesOf('winnow-labels')) {
    const labels = await new DurableFile(join(fixtures, 'winnow-labels', file), labelsFileKind).read()
    const { segments, status } = fromLabelsFile(
      fullCorpusTexts['a.txt'] ?? '',
      labels ?? expect.fail('no labels'),
    )
    expect({ labels: segments.map(({ label }) => label), status }).toEqual({
      labels: ['title', 'body', 'body', 'boilerplate'],
      status: 'done',
    })
  }
})

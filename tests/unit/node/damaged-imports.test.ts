import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importFormats } from '../../../src/core/datasets/import-formats.ts'
import { simpleLabelSet } from '../../../src/core/label-set.ts'
import { labelSetFile, parseLabelSetFile } from '../../../src/core/label-set-file.ts'
import { WinnowError } from '../../../src/core/winnow-error.ts'
import { damagesOf } from '../../torture/damages.ts'
import { labelling, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const damagesOfEach = 12

const filesIn = (path: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .map((name) => join(path, name))
        .filter((file) => statSync(file).isFile())

/** What became of a call: null where it answered, else the error. */
const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  )

it.each(importFormats)('a damaged dataset as %s is taken in or refused by a sentence', async (format) => {
  const folder = temporaryFolder({ 'a.txt': 'Title\nBody of the page\nMost read', 'b.txt': 'x' })
  const { winnow, id, open, apply, logged } = await startWinnow(folder)
  const target = join(temporaryFolder(), 'dataset')
  await open('a.txt')
  await apply('a.txt', [labelling(0, 'title'), labelling(1, 'body'), labelling(2, 'boilerplate')])
  await winnow.service.exportCorpus({
    corpus: id,
    format,
    target: winnow.exportTarget(target, false),
    job: 'export',
  })
  const [file = target] = filesIn(target)
  const good = readFileSync(file)
  for (const [seed, { bytes, what }] of damagesOf(good, [Buffer.from('{}')], damagesOfEach, 7).entries()) {
    writeFileSync(file, bytes)
    const asked = {
      corpus: id,
      source: winnow.importSource(target),
      format,
      as: { kind: 'labels' as const },
      overwrite: true,
      labels: [],
      others: 'refuse' as const,
      leastAligned: 0.9,
      job: `import ${seed}`,
    }
    const error = await failure(winnow.service.importLabels(asked))
    expect(error === null || error instanceof WinnowError, `${what}: ${error}`).toBe(true)
  }
  // All others go on.
  await apply('b.txt', [labelling(0, 'body')])
  expect(logged).toEqual([])
  expect(Object.prototype).not.toHaveProperty('polluted')
})

it('a damaged label set file is taken in or refused by a sentence', () => {
  const good = Buffer.from(labelSetFile(simpleLabelSet))
  for (const { bytes, what } of damagesOf(good, [Buffer.from('{}')], 300, 7)) {
    let error: unknown = null
    try {
      parseLabelSetFile(bytes.toString('utf8'))
    } catch (caught) {
      error = caught
    }
    expect(error === null || error instanceof WinnowError, `${what}: ${error}`).toBe(true)
  }
  expect(Object.prototype).not.toHaveProperty('polluted')
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Status } from '../../../src/core/annotation.ts'
import { type Edit, inverse } from '../../../src/core/edit.ts'
import { labelsFileSchema } from '../../../src/core/labels-file.ts'
import { labelling, labelsFile, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('the time spent on a document', () => {
  const started = async () => {
    const text = 'one\ntwo'
    const folder = temporaryFolder({ 'a.txt': text })
    const { winnow, id } = await startWinnow(folder)
    const spend = (seconds: number, steps: ((text: string) => Edit)[] = []) => {
      const edits = steps.map((step) => step(text))
      return winnow.service.applyEdits({ corpus: id, document: 'a.txt', edits, seconds, client: 'window' })
    }
    return {
      folder,
      spend,
      read: () => labelsFileSchema.parse(JSON.parse(readFileSync(labelsFile(folder, 'a.txt'), 'utf8'))),
    }
  }

  it('adds up with edits and without', async () => {
    const { spend, read } = await started()
    await spend(12, [labelling(0, 'body')])
    await spend(5, [labelling(1, 'body')])
    const before = read()
    expect(before).toMatchObject({ seconds: 17, revision: 2 })
    await spend(8)
    expect(read()).toEqual({ ...before, seconds: 25, revision: 3 })
  })

  it('without edits leaves the backup as it is', async () => {
    const { folder, spend } = await started()
    await spend(1, [labelling(0, 'body')])
    await spend(1, [labelling(1, 'body')])
    const backup = `${labelsFile(folder, 'a.txt')}.bak`
    const before = readFileSync(backup, 'utf8')
    await spend(1)
    expect(readFileSync(backup, 'utf8')).toBe(before)
  })

  it('makes no labels file where there is none', async () => {
    const { folder, spend } = await started()
    await spend(8)
    expect(existsSync(join(folder, 'winnow'))).toBe(false)
  })
})

it('saves a note, and takes it back by the inverse edit', async () => {
  const folder = temporaryFolder({ 'a.txt': 'one' })
  const { apply, open } = await startWinnow(folder)
  const edit: Edit = { kind: 'note', before: '', after: 'hỏi lại trưởng nhóm' }
  await apply('a.txt', [edit])
  expect(await open('a.txt')).toMatchObject({ note: 'hỏi lại trưởng nhóm' })
  await apply('a.txt', [inverse(edit)])
  expect(await open('a.txt')).toMatchObject({ note: '' })
})

it('counts states, time and pages an hour for each annotator', async () => {
  const folder = temporaryFolder({ 'a.txt': 'one', 'b.txt': 'two', 'c.txt': 'three', 'd.txt': 'four' })
  const { winnow, id } = await startWinnow(folder)
  const end = (document: string, after: Status, seconds: number) =>
    winnow.service.applyEdits({
      corpus: id,
      document,
      edits: [{ kind: 'status', before: 'new', after }],
      seconds,
      client: 'window',
    })
  await end('a.txt', 'done', 100)
  await end('b.txt', 'skipped', 20)
  await end('c.txt', 'flagged-unsure', 60)
  // Time on a document that is not finished makes no page.
  await end('d.txt', 'in-progress', 1000)
  const { annotators } = await winnow.service.statsCorpus({ corpus: id })
  expect(annotators).toMatchObject([
    { name: 'ann', done: 1, inProgress: 1, skipped: 1, flagged: 1, seconds: 1180, pagesPerHour: 60 },
  ])
})

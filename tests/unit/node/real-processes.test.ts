import { chmodSync, readFileSync } from 'node:fs'
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
  expect(told.beside).toEqual({ path: join(folder, 'winnow'), beside: true, writable: false, elsewhere })
  expect(told.refused).toMatchObject({ ok: false, code: 'read-only' })
  expect(told.elsewhere).toEqual({ path: elsewhere, beside: false, writable: true, elsewhere: null })
  expect(told.saved).toEqual({ revision: 2 })
  expect(told.again).toEqual(told.elsewhere)
  expect(told.document.marks.map(({ mark }: { mark: { label: string } }) => mark.label)).toEqual([
    'title',
    'body',
  ])
}, 30_000)

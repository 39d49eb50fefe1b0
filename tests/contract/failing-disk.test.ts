import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyEdits, type Edit, labelEdits } from '../../src/core/edit.ts'
import { type FaultPlan, Faults, faultLayer } from '../torture/fault-plan.ts'
import { Host } from '../torture/host.ts'
import type { LabelledDocument } from '../torture/labelled-document.ts'
import { type TortureCorpus, tortureCorpus } from '../torture/torture-corpus.ts'

let corpus: TortureCorpus
let host: Host
let faults: Faults
let id: string
beforeAll(async () => {
  corpus = await tortureCorpus(9)
  host = new Host([corpus.folder], { home: corpus.home, nodeArguments: faultLayer })
  id = await host.openCorpus()
  faults = new Faults(host.child)
})
afterAll(async () => {
  await host.kill()
  await corpus.remove()
})

/** A document nobody has labelled, and a batch that labels its first segment twice. */
function labelledTwice(at: number): { document: LabelledDocument; edits: Edit[] } {
  const document = corpus.documents[at]
  if (!document) throw new RangeError('no such document')
  const first = labelEdits(document.saved, [0], { label: 'body', by: 'human' })
  const then = labelEdits(applyEdits(document.saved, first), [0], { label: 'title', by: 'human' })
  return { document, edits: [...first, ...then] }
}

const send = (document: LabelledDocument, edits: Edit[]) =>
  host.call('applyEdits', { corpus: id, document: document.id, edits, client: 'test' })

async function under<T>(plans: readonly Partial<FaultPlan>[], work: () => Promise<T>): Promise<T> {
  const whole = plans.map((plan) => ({
    under: [`${corpus.folder}/winnow`],
    at: 0,
    times: 1,
    how: 'before' as const,
    code: 'EIO' as const,
    ...plan,
  }))
  const lifts = await Promise.all(whole.map((plan) => faults.arm(plan)))
  const result = await work()
  for (const lift of lifts) expect((await lift()).fired).not.toEqual([])
  return result
}

test('labels whose folder could not be flushed are said to be there, and can be sent again', async () => {
  const { document, edits } = labelledTwice(0)
  expect(await send(document, labelEdits(document.saved, [1], { label: 'body', by: 'human' }))).toMatchObject(
    {
      ok: true,
    },
  )
  const folder = document.path.slice(0, document.path.lastIndexOf('/'))
  const refused = await under([{ operations: ['file.sync'], at: 1, under: [folder] }], () =>
    send(document, edits),
  )
  expect(refused).toMatchObject({ ok: false, code: 'not-saved' })
  expect(refused).toMatchObject({ message: expect.stringContaining(`${document.path} was written, but`) })
  expect(await readFile(document.path, 'utf8')).toContain('"title"')
  expect(await send(document, edits)).toMatchObject({ ok: true })
})

test('a disk that takes less than it is given, and does not say so, does not get away with it', async () => {
  const { document, edits } = labelledTwice(1)
  const refused = await under([{ operations: ['write'], how: 'short', under: [document.path], at: 1 }], () =>
    send(document, edits),
  )
  expect(refused).toMatchObject({ ok: false, code: 'not-saved' })
  expect(refused).toMatchObject({
    message: expect.stringMatching(/page-1\.txt\.json.* took only \d+ of \d+ bytes/),
  })
  expect(await document.onDisk()).toBeNull()
  expect(await send(document, edits)).toMatchObject({ ok: true })
})

test('a rename waits for a virus scanner to let go, and says what is the matter where it does not', async () => {
  const { document, edits } = labelledTwice(2)
  const rename = { operations: ['rename'], under: [document.path], code: 'EPERM' } as const
  expect(await under([{ ...rename, times: 3 }], () => send(document, edits))).toMatchObject({ ok: true })
  const more = labelEdits(document.saved, [1], { label: 'body', by: 'human' })
  const refused = await under([{ ...rename, code: 'EBUSY', times: 1000 }], () => send(document, more))
  expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('another program') })
})

test('that it cannot be known whether there is a file is said of that file', async () => {
  const { document, edits } = labelledTwice(3)
  const project = `${corpus.folder}/winnow/project.json`
  const refused = await under([{ operations: ['stat'], under: [project] }], () => send(document, edits))
  expect(refused).toMatchObject({ ok: false, message: expect.stringContaining(project) })
  expect(refused).not.toMatchObject({ code: 'unexpected' })
})

test('a host survives a lock that can neither be made nor cleared away', async () => {
  const { document, edits } = labelledTwice(4)
  const lock = { under: [`${document.path}.lock`], code: 'EPERM', times: 10 } as const
  const refused = await under(
    [
      { ...lock, operations: ['link'] },
      { ...lock, operations: ['rm'] },
      { ...lock, operations: ['open'], at: 2 },
    ],
    () => send(document, edits),
  )
  expect(refused).toMatchObject({ ok: false, message: expect.stringContaining(document.path) })
  expect(await send(document, edits)).toMatchObject({ ok: true })
})

test('a save is flushed in the order that outlives a cut of the power', async () => {
  const { document, edits } = labelledTwice(5)
  await send(document, labelEdits(document.saved, [1], { label: 'body', by: 'human' }))
  const folder = document.path.slice(0, document.path.lastIndexOf('/'))
  const lift = await faults.arm({ under: [folder], at: 0, times: 0, how: 'watch', code: 'EIO' })
  expect(await send(document, edits)).toMatchObject({ ok: true })
  const { fired } = await lift()
  const temporary = fired.find((done) => /^write .*\.json\.\d/.test(done))?.slice('write '.length) ?? ''
  const steps = [
    `write ${temporary}`,
    `file.sync ${temporary}`,
    `rename ${temporary} ${document.path}`,
    `file.sync ${folder}`,
  ]
  const own = fired.filter((done) => steps.includes(done))
  expect(own).toEqual(steps)
})

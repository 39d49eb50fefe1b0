import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Edit } from '../../src/core/edit.ts'
import { Faults, faultLayer } from './fault-plan.ts'
import { Host, NoAnswer } from './host.ts'
import type { LabelledDocument } from './labelled-document.ts'
import { Random } from './random.ts'
import type { Torture } from './tally.ts'
import { type TortureCorpus, tortureCorpus } from './torture-corpus.ts'

const kills = { short: 2, full: 60 }

/** What each document's window knows to be kept or saved goes on from here, until its host dies. */
async function label(
  host: Host,
  corpus: string,
  document: LabelledDocument,
  random: Random,
  onKept: () => void,
): Promise<void> {
  const id = randomBytes(8).toString('hex')
  const unsaved: Edit[] = []
  const about = { corpus, document: document.id }
  const keep = async (edits: Edit[]): Promise<void> => {
    await host.value('keepEdits', { ...about, id, edits, seconds: 0, reason: 'on purpose' })
    if (edits.length === 0) return
    document.answered(0)
    onKept()
  }
  for (;;) {
    const waited = unsaved.length > 0
    const step = document.step(random)
    unsaved.push(...step)
    if (waited) await keep(unsaved)
    const reply = await host.call('applyEdits', { ...about, edits: unsaved, client: id })
    if (reply.ok) {
      if (!waited) document.answered(reply.value.revision)
      unsaved.length = 0
      if (waited) await keep([])
    } else if (reply.code === 'labels-changed') throw new Error(reply.message)
    else if (!waited) await keep(unsaved)
  }
}

/** Lets the disk of the corpus be full for a while, again and again, until the host is killed. */
async function killOnFullDisk(corpus: TortureCorpus, random: Random): Promise<string[]> {
  const host = new Host([corpus.folder], { home: corpus.home, nodeArguments: faultLayer })
  const id = await host.openCorpus()
  const faults = new Faults(host.child)
  const failures: string[] = []
  let onKept = (): void => {}
  const work = corpus.documents.map((document) =>
    label(host, id, document, random, () => onKept()).catch((error: unknown) => {
      if (!(error instanceof NoAnswer)) failures.push(String(error))
    }),
  )
  const full = async (): Promise<() => Promise<unknown>> =>
    faults.arm({
      under: [`${corpus.folder}/winnow`],
      operations: ['write', 'mkdir'],
      at: 0,
      times: Number.MAX_SAFE_INTEGER,
      how: 'before',
      code: 'ENOSPC',
    })
  for (let times = random.below(3); times > 0; times--) {
    const lift = await full()
    await sleep(random.below(120))
    await lift()
    await sleep(random.below(60))
  }
  await full()
  const kept = new Promise<void>((resolve) => {
    onKept = resolve
  })
  await Promise.race([kept, Promise.all(work)])
  await sleep(random.below(200))
  await host.kill()
  await Promise.all(work)
  return failures
}

/** Recovers all, and returns what is not there, as sentences. */
async function recover(corpus: TortureCorpus): Promise<{ recovered: number; failures: string[] }> {
  const host = new Host([corpus.folder], { home: corpus.home })
  const id = await host.openCorpus()
  const { files, troubles } = await host.value('listRecovery', { corpus: id })
  const { recovered, ...told } = await host.value('recoverEdits', {
    corpus: id,
    ids: files.map((file) => file.id),
  })
  const failures = [...troubles, ...told.troubles, ...told.left.map((file) => `${file.document} is left`)]
  await host.kill()
  for (const document of corpus.documents) {
    const wrong = await document.settle()
    if (wrong) failures.push(wrong)
  }
  return { recovered: recovered.length, failures }
}

/** A host on a disk that is full, now and then, is ended with `kill -9`: what was saved or kept is there after recovery. */
export const tortureByFullDisk: Torture = async (amount) => {
  const corpus = await tortureCorpus(5, 60)
  const random = new Random(17)
  const failures: string[] = []
  let tried = 0
  let recovered = 0
  while (tried < kills[amount] && failures.length === 0) {
    failures.push(...(await killOnFullDisk(corpus, random)))
    const after = await recover(corpus)
    failures.push(...after.failures)
    recovered += after.recovered
    tried++
  }
  // In a few lives, all that was kept may have come to nothing, as a label that was given and taken back.
  if (amount === 'full' && recovered === 0) failures.push('nothing was ever recovered')
  if (failures.length === 0) await corpus.remove()
  const what = `kill -9 while the disk is full (${recovered} documents recovered)`
  return [{ what, tried, held: Math.max(0, tried - failures.length), failures }]
}

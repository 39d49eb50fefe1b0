import type { Edit } from '../../src/core/edit.ts'
import { type FaultPlan, Faults, faultCodes, faultLayer } from './fault-plan.ts'
import { Host, NoAnswer } from './host.ts'
import type { LabelledDocument } from './labelled-document.ts'
import { Random } from './random.ts'
import type { Tally, Torture } from './tally.ts'
import { type TortureCorpus, tortureCorpus } from './torture-corpus.ts'

/** How many corpora one host has, all of which are labelled at the same time. */
const corporaAtOnce = 4

/** How many faults one corpus takes; a new one begins without a folder for labels. */
const faultsEach = { short: 75, full: 160 }

const faults = { short: 150, full: 12_000 }

/** More documents than a host keeps in memory, so that it also has to read. */
const documentsEach = 12

/** What may be told to an annotator of a fault: that something could not be read or written, by name. */
const honest = ['not-saved', 'read-only', 'labels-unreadable', 'dump-unreadable', 'project-damaged']

/** Faults under the work on one corpus. */
class Struck {
  /** How many faults struck, and what was wrong after them, by their kind. */
  readonly counts = new Map<string, { tried: number; readonly failures: string[] }>()
  /** What was wrong when all was over. */
  readonly lost: string[] = []
  struck = 0
  readonly #corpus: TortureCorpus
  readonly #host: Host
  readonly #faults: Faults
  readonly #random: Random

  constructor(corpus: TortureCorpus, host: Host, faults: Faults, seed: number) {
    this.#corpus = corpus
    this.#host = host
    this.#faults = faults
    this.#random = new Random(seed)
  }

  async run(at: number, most: number): Promise<void> {
    const id = await this.#host.openCorpus(at)
    for (let tries = 0; this.struck < most && tries < 4 * most; tries++) {
      const document = this.#random.of(this.#corpus.documents)
      if (this.#random.next() < 0.8) await this.#edit(id, document)
      else await this.#open(id, document)
    }
  }

  /** The faults to come, which may strike anything that is done in the labels home or to the dump. */
  #plan(document: LabelledDocument): FaultPlan {
    const random = this.#random
    const under = [`${this.#corpus.folder}/winnow`, `${this.#corpus.folder}/${document.id}`]
    const code = random.of(faultCodes)
    const times = random.of([1, 1, 1, 2, 5, 1000])
    const chance = random.next()
    // What a virus scanner or an indexer does to a rename on Windows.
    if (chance < 0.1)
      return {
        under,
        operations: ['rename'],
        at: random.below(2),
        times,
        how: 'before',
        code: random.of(['EPERM', 'EBUSY', 'EACCES']),
      }
    if (chance < 0.2)
      return {
        under,
        operations: ['write'],
        at: 0,
        times,
        how: random.of(['short', 'short-then-fail']),
        code,
      }
    if (chance < 0.3) return { under, at: random.below(30), times, how: 'after', code }
    return { under, at: random.below(30), times, how: 'before', code }
  }

  /** Counts a fault, if it struck, and what is wrong after it. */
  #count(plan: FaultPlan, fired: readonly string[], wrong: string | null): void {
    if (fired.length === 0 && wrong === null) return
    const name = nameOf(plan)
    const count = this.counts.get(name) ?? { tried: 0, failures: [] }
    this.counts.set(name, count)
    count.tried++
    this.struck++
    if (wrong !== null)
      count.failures.push(
        `${plan.how}, operation ${plan.at}, ${plan.times} times, struck ${fired.slice(0, 8).join(', ')}: ${wrong}`,
      )
  }

  async #edit(corpus: string, document: LabelledDocument): Promise<void> {
    const edits = document.step(this.#random)
    const plan = this.#plan(document)
    const lift = await this.#faults.arm(plan)
    const reply = await this.#send(corpus, document, edits)
    const { fired } = await lift()
    const wrong = await this.#check(document, reply)
    if (reply.ok) return this.#count(plan, fired, wrong)
    // The fault is gone, and the window sends the same again.
    const again = await this.#send(corpus, document, edits)
    const still = again.ok ? await this.#check(document, again) : `refused when sent again: ${again.message}`
    this.#count(plan, fired, wrong ?? (still && `${still} (after “${reply.message}”)`))
  }

  #send(corpus: string, document: LabelledDocument, edits: Edit[]) {
    return this.#host.call('applyEdits', { corpus, document: document.id, edits, client: 'torture' })
  }

  /** What is wrong with the answer, given what is on the disk; null if nothing is. */
  async #check(document: LabelledDocument, reply: Awaited<ReturnType<Host['call']>>): Promise<string | null> {
    if (!reply.ok) return (await document.stands()) ?? this.#dishonesty(reply)
    const { revision } = reply.value as { revision: number }
    document.answered(revision)
    return document.settle()
  }

  #dishonesty({ code, message }: { code: string; message: string }): string | null {
    if (!honest.includes(code)) return `answered with ${code}: ${message}`
    return message.includes(this.#corpus.folder) ? null : `answered without a file’s name: ${message}`
  }

  async #open(corpus: string, document: LabelledDocument): Promise<void> {
    const plan = this.#plan(document)
    const lift = await this.#faults.arm({ ...plan, at: plan.at % 8 })
    const reply = await this.#host.call('openDocument', { corpus, document: document.id })
    const { fired } = await lift()
    const wrong = !reply.ok
      ? this.#dishonesty(reply)
      : reply.value.kind === 'open'
        ? document.compare(reply.value)
        : reply.value.message
    this.#count(plan, fired, wrong && `opened: ${wrong}`)
  }

  /** After the host was killed: all that was saved is there. */
  async look(): Promise<void> {
    for (const document of this.#corpus.documents) {
      const wrong = await document.settle()
      if (wrong) this.lost.push(wrong)
    }
  }
}

/** One host's life under faults, which ends with `kill -9`. */
async function liveUnderFaults(seed: number, most: number): Promise<Struck[]> {
  const corpora = await Promise.all(
    Array.from({ length: corporaAtOnce }, () => tortureCorpus(documentsEach, 60)),
  )
  const [{ home } = { home: '' }] = corpora
  const host = new Host(
    corpora.map(({ folder }) => folder),
    { home, nodeArguments: faultLayer },
  )
  await host.ready()
  const faults = new Faults(host.child)
  const all = corpora.map((corpus, at) => new Struck(corpus, host, faults, 100 * seed + at))
  try {
    await Promise.all(all.map((struck, at) => struck.run(at, most)))
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    all[0]?.lost.push(`the host ended under a fault: ${host.errors.slice(-2000)}`)
  } finally {
    await host.kill()
  }
  if (/garbage collection/.test(host.errors))
    all[0]?.lost.push(`the host forgot to close a file: ${host.errors.slice(0, 500)}`)
  await Promise.all(all.map((struck) => struck.look()))
  for (const corpus of corpora) await corpus.remove()
  return all
}

/** The disk fails under a labelling host in every way that a test can think of. */
export const tortureByFaults: Torture = async (amount) => {
  const all: Struck[] = []
  const struck = (): number => all.reduce((sum, one) => sum + one.struck, 0)
  for (let seed = 1; struck() < faults[amount]; seed++)
    all.push(...(await liveUnderFaults(seed, faultsEach[amount])))
  const names = [...new Set(all.flatMap(({ counts }) => [...counts.keys()]))].sort()
  const lost = all.flatMap((one) => one.lost)
  const tallies = names.map((name): Tally => {
    const counts = all.flatMap((one) => one.counts.get(name) ?? [])
    const failures = counts.flatMap((count) => count.failures)
    const tried = counts.reduce((sum, count) => sum + count.tried, 0)
    return { what: `disk: ${name}`, tried, held: tried - failures.length, failures }
  })
  const documents = all.length * documentsEach
  return [
    ...tallies,
    {
      what: 'document after faults and kill -9',
      tried: documents,
      held: documents - lost.length,
      failures: lost,
    },
  ]
}

/** The kind of a fault, as the table has it. */
function nameOf({ how, code, operations }: FaultPlan): string {
  if (how === 'short' || how === 'short-then-fail') return 'short write'
  return operations?.includes('rename') ? `${code} of a rename` : code
}

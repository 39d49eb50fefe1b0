import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Annotation } from '../../src/core/annotation.ts'
import { applyEdits, labelEdits } from '../../src/core/edit.ts'
import { Host, NoAnswer } from './host.ts'
import type { LabelledDocument } from './labelled-document.ts'
import { Random } from './random.ts'
import type { Tally, Torture } from './tally.ts'
import { repeatedLines, type TortureCorpus, tortureCorpus } from './torture-corpus.ts'

/** How many documents are labelled at the same time, as by as many windows. */
const atOnce = 6

/** How many hosts are tortured at the same time, each on a corpus of its own. */
const corpora = { short: 2, full: 2 }

const kills = { short: 5, full: 500 }

/** The life of one host after the other on one corpus. */
class Lives {
  readonly failures: string[] = []
  kills = 0
  acknowledged = 0
  propagated = 0
  readonly #corpus: TortureCorpus
  readonly #random: Random
  #onSaved: (what: 'edits' | 'propagation') => void = () => {}

  constructor(corpus: TortureCorpus, seed: number) {
    this.#corpus = corpus
    this.#random = new Random(seed)
  }

  /** Starts a host, has it label until it is killed, and looks at what is on the disk. */
  async live(): Promise<void> {
    const host = new Host([this.#corpus.folder], this.#corpus)
    const saved = new EventEmitter()
    this.#onSaved = (what) => saved.emit(what)
    const propagates = this.#random.next() < 0.4
    const life = this.#label(host, propagates).catch((error: unknown) => {
      if (!(error instanceof NoAnswer)) this.failures.push(String(error))
    })
    // Some die while they start, most while they save.
    if (this.#random.next() < 0.1) await sleep(this.#random.below(600))
    else {
      const awaited = propagates && this.#random.next() < 0.6 ? 'propagation' : 'edits'
      await Promise.race([life, once(saved, awaited)])
      await sleep(this.#random.below(300))
    }
    await host.kill()
    await life
    this.kills++
    await this.#look()
  }

  async #label(host: Host, propagates: boolean): Promise<void> {
    const id = await host.openCorpus()
    const chosen = Array.from({ length: atOnce }, () => this.#random.of(this.#corpus.documents))
    const lives = [...new Set(chosen)].map((document) => this.#labelOne(host, id, document))
    if (propagates) lives.push(this.#propagate(host, id, new Set(chosen)))
    await Promise.all(lives)
  }

  async #labelOne(host: Host, corpus: string, document: LabelledDocument): Promise<void> {
    const opened = await host.value('openDocument', { corpus, document: document.id })
    if (opened.kind !== 'open') throw new Error(opened.message)
    for (;;) {
      const edits = document.step(this.#random)
      const reply = await host.call('applyEdits', { corpus, document: document.id, edits, client: 'torture' })
      if (!reply.ok) throw new Error(`${document.id}: ${reply.message}`)
      document.answered(reply.value.revision)
      this.acknowledged++
      this.#onSaved('edits')
    }
  }

  /** Labels the repeats of a line on all documents that are not labelled by hand meanwhile. */
  async #propagate(host: Host, corpus: string, busy: ReadonlySet<LabelledDocument>): Promise<void> {
    const line = this.#random.of(repeatedLines)
    const free = this.#corpus.documents.filter((document) => !busy.has(document))
    for (const label of ['boilerplate', 'caption', 'body']) {
      const sent = free.flatMap((document) => {
        const after = withRepeats(document, line, label)
        if (after !== document.saved) document.sending(after)
        return after === document.saved ? [] : [document]
      })
      const outcome = await host.value('propagate', {
        corpus,
        lines: [{ text: line, label }],
        scope: 'documents',
        documents: free.map((document) => document.id),
        from: null,
        overwrite: true,
        job: randomUUID(),
      })
      if (outcome.trouble !== null || outcome.leftOut.length > 0)
        throw new Error(`propagate: ${outcome.trouble ?? outcome.leftOut[0]?.reason}`)
      for (const document of sent) document.answered(0)
      this.propagated++
      this.#onSaved('propagation')
    }
  }

  async #look(): Promise<void> {
    for (const document of this.#corpus.documents) {
      const fault = await document.settle()
      if (fault) this.failures.push(`kill ${this.kills}: ${fault}`)
    }
  }

  /** Opens everything in a last host, as an annotator sees it, and looks for what the dead left behind. */
  async end(): Promise<void> {
    await age(this.#corpus.folder)
    const host = new Host([this.#corpus.folder], this.#corpus)
    const corpus = await host.openCorpus()
    for (const document of this.#corpus.documents) {
      const opened = await host.value('openDocument', { corpus, document: document.id })
      if (opened.kind !== 'open') this.failures.push(opened.message)
      else if (opened.bounds.length !== 2 * document.saved.segments.length)
        this.failures.push(`${document.id} is shown with ${opened.bounds.length / 2} segments`)
    }
    await this.#labelOnce(host, corpus)
    let left = await leftBehind(this.#corpus.folder)
    for (let tries = 0; left.length > 0 && tries < 100; tries++) {
      await sleep(100)
      left = await leftBehind(this.#corpus.folder)
    }
    if (left.length > 0) this.failures.push(`${left.length} files are left behind, as ${left[0]}`)
    await host.kill()
  }

  /** One more save, before which a snapshot that was half made when its host was killed is gone on with. */
  async #labelOnce(host: Host, corpus: string): Promise<void> {
    const document = this.#random.of(this.#corpus.documents)
    const edits = document.step(this.#random)
    const reply = await host.call('applyEdits', { corpus, document: document.id, edits, client: 'torture' })
    if (reply.ok) document.answered(reply.value.revision)
    else this.failures.push(`${document.id}: ${reply.message}`)
  }
}

/** What the labels of the document are once all segments that are `line` have the label; the same if they have. */
function withRepeats(document: LabelledDocument, line: string, label: string): Annotation {
  const { saved, text } = document
  const indices = saved.segments.flatMap((segment, at) =>
    text.slice(segment.start, segment.end) === line && segment.label !== label ? [at] : [],
  )
  const edits = labelEdits(saved, indices, { label, by: 'propagated' })
  return edits.length === 0 ? saved : applyEdits(saved, edits)
}

/** The temporary files in the corpus. */
const leftBehind = async (corpus: string): Promise<string[]> =>
  (await readdir(join(corpus, 'winnow'), { recursive: true })).filter((name) => name.endsWith('.tmp'))

/** Makes the temporary files an hour old, so that nobody can be writing them any more. */
async function age(corpus: string): Promise<void> {
  const then = Date.now() / 1000 - 3600
  for (const name of await leftBehind(corpus)) await utimes(join(corpus, 'winnow', name), then, then)
}

async function liveOn(seed: number, count: number): Promise<Lives> {
  const corpus = await tortureCorpus(count > 20 ? 120 : 30)
  const lives = new Lives(corpus, seed)
  try {
    while (lives.kills < count && lives.failures.length === 0) await lives.live()
    await lives.end()
  } finally {
    if (lives.failures.length === 0) await corpus.remove()
  }
  return lives
}

/** A host that labels at full speed is ended with `kill -9`, again and again. */
export const tortureByKills: Torture = async (amount) => {
  const hosts = corpora[amount]
  const all = await Promise.all(
    Array.from({ length: hosts }, (_, seed) => liveOn(seed + 1, kills[amount] / hosts)),
  )
  const sum = (count: (lives: Lives) => number): number =>
    all.reduce((total, lives) => total + count(lives), 0)
  const failures = all.flatMap((lives) => lives.failures)
  const tried = sum((lives) => lives.kills)
  const tally: Tally = {
    what: `kill -9 while saving (${sum((lives) => lives.acknowledged)} batches of edits and ${sum((lives) => lives.propagated)} propagations acknowledged)`,
    tried,
    held: Math.max(0, tried - failures.length),
    failures,
  }
  return [tally]
}

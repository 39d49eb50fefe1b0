import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { applySent } from '../../src/core/apply-sent.ts'
import { EditMismatch } from '../../src/core/edit.ts'
import { Host } from './host.ts'
import type { LabelledDocument } from './labelled-document.ts'
import { Random } from './random.ts'
import { contentOf } from './read-labels-file.ts'
import type { Tally, Torture } from './tally.ts'
import { tortureCorpus } from './torture-corpus.ts'

const rounds = { short: 60, full: 2000 }

/** An earlier state of a labels file, as a backup program or git keeps it. */
interface Copy {
  readonly bytes: Buffer
  readonly annotation: LabelledDocument['saved']
}

/** What another program does to a labels file between two writes, each with what has to become of the next batch. */
class OtherPrograms {
  readonly counts = new Map<string, { tried: number; readonly failures: string[] }>()
  readonly #host: Host
  readonly #corpus: string
  readonly #random: Random
  readonly #copies = new Map<LabelledDocument, Copy>()

  constructor(host: Host, corpus: string, random: Random) {
    this.#host = host
    this.#corpus = corpus
    this.#random = random
  }

  /** Labels the document, has another program at its file, and labels on. */
  async round(document: LabelledDocument): Promise<void> {
    const opened = await this.#send(document)
    if (opened) return this.#count('labelled', opened)
    const what = this.#random.of(['deleted', 'replaced by an older one', 'damaged', 'touched'] as const)
    this.#count(what, await this.#next(document, what))
    if (this.#random.next() < 0.3)
      this.#copies.set(document, { bytes: await readFile(document.path), annotation: document.saved })
  }

  #count(what: string, wrong: string | null): void {
    const count = this.counts.get(what) ?? { tried: 0, failures: [] }
    this.counts.set(what, count)
    count.tried++
    if (wrong !== null) count.failures.push(wrong)
  }

  /** Sends a batch; what is wrong with what became of it. */
  async #send(document: LabelledDocument): Promise<string | null> {
    const edits = document.step(this.#random)
    const reply = await this.#host.call('applyEdits', {
      corpus: this.#corpus,
      document: document.id,
      edits,
      client: 'torture',
    })
    if (!reply.ok) return reply.message
    document.answered(reply.value.revision)
    return document.settle()
  }

  async #next(
    document: LabelledDocument,
    what: 'deleted' | 'replaced by an older one' | 'damaged' | 'touched',
  ): Promise<string | null> {
    if (what === 'touched') {
      await utimes(document.path, new Date(), new Date())
      return this.#send(document)
    }
    if (what === 'deleted') {
      await rm(document.path)
      if (this.#random.next() < 0.5) await rm(`${document.path}.bak`, { force: true })
      return this.#send(document)
    }
    const copy = this.#copies.get(document)
    if (what === 'damaged' || !copy) return this.#damage(document)
    return this.#putBack(document, copy)
  }

  /** What is damaged is not overwritten, and said by name; once it is mended, labelling goes on. */
  async #damage(document: LabelledDocument): Promise<string | null> {
    const good = await readFile(document.path)
    const damage = good.subarray(0, this.#random.below(good.length))
    await replace(document.path, damage)
    const edits = document.step(this.#random)
    const request = { corpus: this.#corpus, document: document.id, edits, client: 'torture' }
    const reply = await this.#host.call('applyEdits', request)
    if (reply.ok)
      return edits.length === 0 ? null : `${document.path} was damaged, and labels were saved into it`
    if (reply.code !== 'labels-damaged' || !reply.message.includes(document.path)) return reply.message
    if (!(await readFile(document.path)).equals(damage))
      return `${document.path} was damaged, and overwritten`
    await replace(document.path, good)
    const again = await this.#host.call('applyEdits', request)
    if (!again.ok) return `mended, and refused: ${again.message}`
    document.answered(again.value.revision)
    return document.settle()
  }

  /** Labels that fit what was put back are added to it; others are refused, and nothing is overwritten. */
  async #putBack(document: LabelledDocument, { bytes, annotation }: Copy): Promise<string | null> {
    await replace(document.path, bytes)
    const edits = document.step(this.#random)
    const reply = await this.#host.call('applyEdits', {
      corpus: this.#corpus,
      document: document.id,
      edits,
      client: 'torture',
    })
    let expected = annotation
    if (reply.ok)
      try {
        expected = applySent(annotation, edits)
      } catch (error) {
        if (error instanceof EditMismatch) return `${document.path}: labels were saved that do not fit`
        throw error
      }
    else if (reply.code !== 'labels-changed') return reply.message
    const found = await document.onDisk()
    if (found?.content !== contentOf(document.text, expected))
      return `${document.path} has neither what was put back nor the new labels on it`
    document.becomes(expected, found.revision)
    return null
  }
}

/** As programs do that keep others from reading half a file. */
async function replace(path: string, bytes: Buffer): Promise<void> {
  await writeFile(`${path}.other`, bytes)
  await rename(`${path}.other`, path)
}

/** Another program deletes, damages or replaces labels files between two writes of Winnow. */
export const tortureByOtherPrograms: Torture = async (amount) => {
  // As many as a host keeps in memory: of others it does not know what was in a file that is gone.
  const corpus = await tortureCorpus(7)
  const host = new Host([corpus.folder], corpus)
  try {
    const others = new OtherPrograms(host, await host.openCorpus(), new Random(5))
    const each = Math.ceil(rounds[amount] / corpus.documents.length)
    await Promise.all(
      corpus.documents.map(async (document) => {
        for (let round = 0; round < each; round++) await others.round(document)
      }),
    )
    return [...others.counts].map(
      ([what, { tried, failures }]): Tally => ({
        what: `labels file ${what} by another program`,
        tried,
        held: tried - failures.length,
        failures,
      }),
    )
  } finally {
    await host.kill()
    await corpus.remove()
  }
}

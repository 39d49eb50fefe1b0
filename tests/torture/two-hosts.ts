import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { labelsFileSchema } from '../../src/core/labels-file.ts'
import { labelLines } from '../label-lines.ts'
import { Host, NoAnswer } from './host.ts'
import { Random } from './random.ts'
import type { Torture } from './tally.ts'

const rounds = { short: 1, full: 60 }

/** How many lines the document has that both label. */
const lines = 60

/** How many edits a host has on their way at once. */
const atOnce = 4

/** One round: two hosts of one annotator race for the same segments, and one is killed in the middle. */
class Race {
  readonly failures: string[] = []
  /** The label of each segment whose save was acknowledged. */
  readonly #saved = new Map<number, string>()
  readonly #text = Array.from({ length: lines }, (_, at) => `dòng ${at} 😀`).join('\n')
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  get saved(): number {
    return this.#saved.size
  }

  /** @param killAfter how many saves one host lives for */
  async run(killAfter: number): Promise<void> {
    const folder = join(this.#root, 'corpus')
    await writeFile(join(this.#root, 'corpus', 'a.txt'), this.#text)
    const one = new Host([folder], { home: join(this.#root, 'one') })
    const other = new Host([folder], { home: join(this.#root, 'other') })
    let left = killAfter
    await Promise.all([
      this.#label(one, 'body', 1, () => {}),
      this.#label(other, 'caption', -1, () => {
        if (--left === 0) other.child.kill('SIGKILL')
      }),
    ])
    await one.kill()
    await other.kill()
    await this.#look(join(folder, 'winnow/labels/ann/a.txt.json'))
  }

  async #label(host: Host, label: string, step: 1 | -1, onSaved: () => void): Promise<void> {
    try {
      const corpus = await host.openCorpus()
      await host.value('openDocument', { corpus, document: 'a.txt' })
      const order = Array.from({ length: lines }, (_, n) => (step === 1 ? n : lines - 1 - n))
      for (let at = 0; at < lines; at += atOnce)
        await Promise.all(
          order.slice(at, at + atOnce).map(async (line) => {
            const edits = [labelLines(this.#text, line, 1, label)]
            const reply = await host.call('applyEdits', { corpus, document: 'a.txt', edits, client: label })
            if (reply.ok) {
              const before = this.#saved.get(line)
              if (before !== undefined)
                this.failures.push(`segment ${line} was saved as ${before} and ${label}`)
              this.#saved.set(line, label)
              onSaved()
            } else if (reply.code !== 'labels-changed') this.failures.push(reply.message)
          }),
        )
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
    }
  }

  async #look(path: string): Promise<void> {
    const { segments } = labelsFileSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    for (const [line, label] of this.#saved)
      if (segments[line]?.label !== label)
        this.failures.push(`segment ${line} was saved as ${label} and is ${segments[line]?.label}`)
    const none = segments.filter(({ label }) => label === null).length
    if (none > 0) this.failures.push(`${none} segments have no label, though one host went through all`)
  }
}

/** Has two hosts of one annotator label one document at full speed, one of which is killed. */
export const tortureByTwoHosts: Torture = async (amount) => {
  const random = new Random(19)
  const failures: string[] = []
  let tried = 0
  for (let round = 0; round < rounds[amount]; round++) {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'winnow-two-hosts-')))
    try {
      await mkdir(join(root, 'corpus'))
      const race = new Race(root)
      await race.run(1 + random.below(lines / 2))
      tried += race.saved
      failures.push(...race.failures)
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  const held = Math.max(0, tried - failures.length)
  return [{ what: 'labels of two hosts in one document, one killed', tried, held, failures }]
}

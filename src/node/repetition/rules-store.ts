import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { type Rule, sameRulePlace } from '../../core/repetition/rules.ts'
import { noRules, type RulesFile, rulesFileSchema, rulesFileVersion } from '../../core/rules-file.ts'
import { notSaved } from '../disk-error.ts'
import { DamagedFile, DurableFile, type FileKind } from '../durable-file.ts'
import { withFileLock } from '../file-lock.ts'
import { timeMark } from '../time-mark.ts'

export const rulesKind: FileKind<RulesFile> = {
  noun: 'rules file',
  format: 'winnow-rules',
  schema: rulesFileSchema,
  version: rulesFileVersion,
  codes: { damaged: 'rules-damaged', newer: 'rules-newer', unreadable: 'rules-unreadable' },
}

/** The rules of a corpus, and what became of a file that could not be read, as a sentence. */
export interface KnownRules {
  readonly rules: Rule[]
  readonly trouble: string | null
}

/** `rules.json` of a labels home: what is always so in a corpus, for all its annotators. */
export class RulesStore {
  readonly #path: string
  readonly #file: DurableFile<RulesFile>
  readonly #db: Low<RulesFile>
  #trouble: string | null = null
  #read = false

  constructor(home: string) {
    this.#path = join(home, 'rules.json')
    this.#file = new DurableFile(this.#path, rulesKind)
    this.#db = new Low(this.#file, noRules)
  }

  /**
   * The rules as they are on the disk; none where there is no file. One that is damaged is set aside under another
   * name, which `trouble` says from then on. @throws WinnowError if it is unreadable or newer
   */
  async read(): Promise<KnownRules> {
    if (!this.#read || (await this.#file.changedOnDisk())) await this.#readAnew()
    return { rules: this.#db.data.rules, trouble: this.#trouble }
  }

  /** Keeps the rule, in place of one for the same line and place, durably. @throws WinnowError */
  save(rule: Omit<Rule, 'id' | 'made'>): Promise<Rule> {
    const made: Rule = { ...rule, id: randomUUID(), made: new Date().toISOString() }
    return this.#update(made, (rules) => [...rules.filter((known) => !sameRulePlace(known, made)), made])
  }

  /** Removes the rule, if it is there, durably. @throws WinnowError */
  remove(id: string): Promise<void> {
    return this.#update(undefined, (rules) => rules.filter((rule) => rule.id !== id))
  }

  #update<T>(result: T, change: (rules: readonly Rule[]) => Rule[]): Promise<T> {
    return withFileLock(this.#path, async () => {
      const { rules } = await this.read()
      this.#db.data = { ...noRules, rules: change(rules) }
      await this.#db.write()
      return result
    })
  }

  async #readAnew(): Promise<void> {
    this.#db.data = noRules
    try {
      await this.#db.read()
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      const aside = `${this.#path}.damaged-${timeMark(new Date())}`
      await rename(this.#path, aside).catch((failed: unknown) => {
        throw notSaved(aside, failed)
      })
      this.#trouble = `${error.message} It was set aside as ${aside}, and the corpus goes on without rules. Labels are not affected.`
      await this.#db.read()
    }
    this.#read = true
  }
}

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { type Rule, sameRulePlace } from '../../core/repetition/rules.ts'
import { noRules, type RulesFile, rulesFileSchema, rulesFileVersion } from '../../core/rules-file.ts'
import { say } from '../../core/sentences/say.ts'
import { DamagedFile, DurableFile, type FileKind } from '../durable-file.ts'
import { withFileLock } from '../file-lock.ts'
import { backupOf } from '../replace-file.ts'
import { setAside } from '../set-aside.ts'

export const rulesKind: FileKind<RulesFile> = {
  get noun() {
    return say`rules file`
  },
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
   * The rules as they are on the disk; none where there is no file, or where it is damaged, which `trouble` says. The
   * damaged one stays. @throws WinnowError if it is unreadable or newer
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
      const { rules, trouble } = await this.read()
      if (trouble !== null) await setAside(this.#path)
      this.#db.data = { ...noRules, rules: change(rules) }
      await this.#db.write()
      this.#trouble = null
      return result
    })
  }

  async #readAnew(): Promise<void> {
    this.#db.data = noRules
    this.#trouble = null
    try {
      await this.#db.read()
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      this.#trouble = say`${error.message} It is untouched, and the corpus goes on without rules; labels are not affected. Mend it, or put ${backupOf(this.#path)} in its place. The next rule that is saved sets it aside and begins anew.`
    }
    this.#read = true
  }
}

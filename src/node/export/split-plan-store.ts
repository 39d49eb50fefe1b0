import { join } from 'node:path'
import { say } from '../../core/sentences/say.ts'
import type { KnownSplit } from '../../core/splits/known-splits.ts'
import type { SplitOptions } from '../../core/splits/split-options.ts'
import {
  knownSplits,
  type SplitPlanFile,
  splitPlan,
  splitPlanName,
  splitPlanSchema,
  splitPlanVersion,
} from '../../core/splits/split-plan-file.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { DamagedFile, DurableFile, type FileKind } from '../durable-file.ts'
import { withFileLock } from '../file-lock.ts'
import { backupOf } from '../replace-file.ts'

export const splitPlanKind: FileKind<SplitPlanFile> = {
  get noun() {
    return say`split plan`
  },
  format: 'winnow-splits',
  schema: splitPlanSchema,
  version: splitPlanVersion,
  codes: { damaged: 'export-failed', newer: 'export-failed', unreadable: 'export-failed' },
}

/** A plan of `splits` in a labels home: where exports with the same options have put documents. */
export class SplitPlanStore {
  readonly #options: SplitOptions
  readonly #path: string

  constructor(home: string, options: SplitOptions) {
    this.#options = options
    this.#path = join(home, 'splits', `${splitPlanName(options)}.json`)
  }

  /** Where documents are; nothing before the first export. @throws WinnowError if the plan cannot be read */
  async read(): Promise<Map<string, KnownSplit>> {
    try {
      const plan = await new DurableFile(this.#path, splitPlanKind).read()
      return plan ? knownSplits(plan) : new Map()
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      throw new WinnowError(
        'export-failed',
        `${error.message} ${say`Nothing was exported, since documents could move to another split. Put ${backupOf(this.#path)} in its place, or remove it to have all documents split anew.`}`,
        { cause: error },
      )
    }
  }

  /** Resolves once it is durable where these documents are; others stay as they were. @throws WinnowError */
  remember(found: ReadonlyMap<string, KnownSplit>): Promise<void> {
    return withFileLock(this.#path, async () => {
      const before = await this.read()
      const news = [...found].some(([document, { split, site }]) => {
        const known = before.get(document)
        return known?.split !== split || known.site !== site
      })
      if (news)
        await new DurableFile(this.#path, splitPlanKind).write(
          splitPlan(this.#options, new Map([...before, ...found])),
        )
    })
  }
}

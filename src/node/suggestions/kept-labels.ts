import { join } from 'node:path'
import { z } from 'zod'
import type { LabelSlip } from '../../core/contract-suggestions.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { cacheFolderOf, makeCacheFolder } from '../cache-folder.ts'
import { DamagedFile, DurableFile, type FileKind } from '../durable-file.ts'
import { withFileLock } from '../file-lock.ts'
import { setAside } from '../set-aside.ts'

type Kept = Pick<LabelSlip, 'document' | 'start' | 'end' | 'label'>

const fileSchema = z.object({
  format: z.literal('winnow-kept-labels'),
  version: z.literal(1),
  kept: z.array(z.object({ document: z.string(), start: z.int(), end: z.int(), label: z.string() })),
})

export const keptLabelsKind: FileKind<z.infer<typeof fileSchema>> = {
  get noun() {
    return say`list of kept labels`
  },
  format: 'winnow-kept-labels',
  schema: fileSchema,
  version: 1,
  codes: { damaged: 'unexpected', newer: 'unexpected', unreadable: 'unexpected' },
}

/** The labels that an annotator was asked about and kept. To lose it only means to be asked again. */
export class KeptLabels {
  readonly #home: string
  readonly #file: DurableFile<z.infer<typeof fileSchema>>

  constructor(home: string, annotator: string) {
    this.#home = home
    this.#file = new DurableFile(join(cacheFolderOf(home), `kept-labels-${annotator}.json`), keptLabelsKind)
  }

  /** Those of `slips` that were not kept. */
  async without(slips: readonly LabelSlip[]): Promise<LabelSlip[]> {
    const kept = new Set((await this.#read()).map(nameOf))
    return slips.filter((slip) => !kept.has(nameOf(slip)))
  }

  /** @throws WinnowError if that could not be written */
  async add(slips: readonly Kept[]): Promise<void> {
    if ((await makeCacheFolder(this.#home)) === null)
      throw new WinnowError(
        'read-only',
        say`${this.#home} cannot be written to, so that these labels will be asked about again.`,
      )
    await withFileLock(this.#file.path, async () => {
      const all = new Map([...(await this.#readOrSetAside()), ...slips].map((slip) => [nameOf(slip), slip]))
      const kept = Array.from(all.values(), ({ document, start, end, label }) => ({
        document,
        start,
        end,
        label,
      }))
      await this.#file.writeKeepingBackup({ format: 'winnow-kept-labels', version: 1, kept })
    })
  }

  /** Nothing is written over what can be mended. */
  async #readOrSetAside(): Promise<readonly Kept[]> {
    try {
      return (await this.#file.read())?.kept ?? []
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      await setAside(this.#file.path)
      return []
    }
  }

  async #read(): Promise<readonly Kept[]> {
    try {
      return (await this.#file.read())?.kept ?? []
    } catch (error) {
      if (error instanceof DamagedFile) return []
      throw error
    }
  }
}

const nameOf = ({ document, start, end, label }: Kept): string =>
  JSON.stringify([document, start, end, label])

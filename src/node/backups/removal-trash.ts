import type { Label } from '../../core/label-set.ts'
import type { LabelsFilePlace } from '../each-labels-file.ts'
import type { MovedRun } from '../label-set-rewrite.ts'
import { RemovedLabelsWriter } from './removed-labels.ts'
import { entryFolder, newEntry } from './trash-bin.ts'

/** The entry of the trash for labels that are being removed from the label set. */
export class RemovalTrash {
  readonly entry: string
  readonly #names: ReadonlySet<string>
  readonly #writer: RemovedLabelsWriter

  private constructor(entry: string, home: string, labels: readonly Label[]) {
    this.entry = entry
    this.#names = new Set(labels.map(({ name }) => name))
    this.#writer = new RemovedLabelsWriter(entryFolder(home, entry))
  }

  /** @throws WinnowError */
  static async begin(home: string, labels: readonly Label[], made: Date): Promise<RemovalTrash> {
    const entry = await newEntry(home, { kind: 'label', labels: [...labels] }, made)
    return new RemovalTrash(entry, home, labels)
  }

  /** Writes down which segments of a labels file lose a label. @throws WinnowError */
  readonly add = async ({ annotator, file }: LabelsFilePlace, runs: readonly MovedRun[]): Promise<void> => {
    const lost = runs.filter(({ before }) => before.label !== null && this.#names.has(before.label))
    if (lost.length > 0) await this.#writer.add({ annotator, file, runs: lost })
  }

  close(): Promise<void> {
    return this.#writer.close()
  }
}

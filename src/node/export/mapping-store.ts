import { join } from 'node:path'
import type { LabelMapping } from '../../core/datasets/label-mapping.ts'
import {
  type MappingsFile,
  mappingsFileSchema,
  mappingsFileVersion,
} from '../../core/datasets/mappings-file.ts'
import { say } from '../../core/sentences/say.ts'
import { DurableFile, type FileKind } from '../durable-file.ts'
import { withFileLock } from '../file-lock.ts'

export const mappingsKind: FileKind<MappingsFile> = {
  get noun() {
    return say`file of label mappings`
  },
  format: 'winnow-mappings',
  schema: mappingsFileSchema,
  version: mappingsFileVersion,
  codes: { damaged: 'mappings-damaged', newer: 'mappings-damaged', unreadable: 'mappings-damaged' },
}

/** `mappings.json` of a labels home: how labels are mapped where datasets go out, under names. */
export class MappingStore {
  readonly #path: string

  constructor(home: string) {
    this.#path = join(home, 'mappings.json')
  }

  /** The mappings by their names. @throws WinnowError if they cannot be read */
  async read(): Promise<LabelMapping[]> {
    return (await new DurableFile(this.#path, mappingsKind).read())?.mappings ?? []
  }

  /** Keeps the mapping in place of the one of its name. Resolves once it is durable. @throws WinnowError */
  save(mapping: LabelMapping): Promise<void> {
    return this.#change(mapping.name, [mapping])
  }

  /** Takes the mapping of this name away, if there is one. @throws WinnowError */
  remove(name: string): Promise<void> {
    return this.#change(name, [])
  }

  #change(name: string, instead: readonly LabelMapping[]): Promise<void> {
    return withFileLock(this.#path, async () => {
      const others = (await this.read()).filter((mapping) => mapping.name !== name)
      const mappings = [...others, ...instead].sort((a, b) => (a.name < b.name ? -1 : 1))
      await new DurableFile(this.#path, mappingsKind).write({
        format: 'winnow-mappings',
        version: mappingsFileVersion,
        mappings,
      })
    })
  }
}

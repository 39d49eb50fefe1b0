import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../../core/sentences/say.ts'
import {
  modelNameSchema,
  type NamedSuggestionsFile,
  namedSuggestionsFileSchema,
  namedSuggestionsFileVersion,
} from '../../core/suggestions/named-suggestions-file.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskReason, isAbsent, notSaved } from '../disk-error.ts'
import { DurableFile, type FileKind } from '../durable-file.ts'
import { jsonFilesBelow } from '../labels-files.ts'
import { suggestionsPath } from '../labels-path.ts'

export const namedSuggestionsKind: FileKind<NamedSuggestionsFile> = {
  get noun() {
    return say`suggestions file`
  },
  format: 'winnow-suggestions',
  schema: namedSuggestionsFileSchema,
  version: namedSuggestionsFileVersion,
  codes: {
    damaged: 'suggestions-damaged',
    newer: 'suggestions-newer',
    unreadable: 'suggestions-unreadable',
  },
}

/** `suggestions` of a labels home: what models of other programs suggest, a folder a model, a file a document. */
export class NamedSuggestionsStore {
  readonly #home: string

  constructor(home: string) {
    this.#home = home
  }

  /** The models that have suggestions, sorted, and for how many documents. @throws WinnowError */
  async models(): Promise<{ name: string; documents: number }[]> {
    const folder = join(this.#home, 'suggestions')
    const models: { name: string; documents: number }[] = []
    for (const name of await foldersIn(folder)) {
      if (!modelNameSchema.safeParse(name).success) continue
      const { length } = await jsonFilesBelow(join(folder, name))
      if (length > 0) models.push({ name, documents: length })
    }
    return models.sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** What the model suggests for the document; null if nothing. @throws WinnowError if it is damaged, newer or unreadable */
  read(model: string, document: string): Promise<NamedSuggestionsFile | null> {
    return this.#file(model, document).read()
  }

  /** Resolves once it is durable. @throws WinnowError, with what was there before intact */
  save(file: NamedSuggestionsFile): Promise<void> {
    return this.#file(file.model, file.document).writeKeepingBackup(file)
  }

  /** Takes what the model suggests for the document away. @throws WinnowError */
  async remove(model: string, document: string): Promise<void> {
    const path = suggestionsPath(this.#home, model, document)
    try {
      await rm(path, { force: true })
    } catch (error) {
      throw notSaved(path, error)
    }
  }

  #file(model: string, document: string): DurableFile<NamedSuggestionsFile> {
    return new DurableFile(suggestionsPath(this.#home, model, document), namedSuggestionsKind)
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  } catch (error) {
    if (isAbsent(error)) return []
    throw new WinnowError(
      'suggestions-unreadable',
      say`The folder ${folder} could not be read: ${diskReason(error)}. It is untouched. Change its permissions and try again.`,
      { cause: error },
    )
  }
}

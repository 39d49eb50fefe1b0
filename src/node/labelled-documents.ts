import { join } from 'node:path'
import type { Annotation } from '../core/annotation.ts'
import type { DocumentTable } from '../core/listing/document-table.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { DocumentSource } from './document-source.ts'
import { DurableFile } from './durable-file.ts'
import { judgeLabels } from './judge-labels.ts'
import { labelledDocuments } from './labelled-ids.ts'
import { labelsFileKind } from './labels-file-kind.ts'
import { labelsFilesOf } from './labels-files.ts'
import { labelsName, labelsPath } from './labels-path.ts'
import type { Dump } from './read-dump.ts'

/** A document with the labels of one annotator, or the sentence why it has to be left out. */
export type LabelledDocument =
  | { readonly document: string; readonly dump: Dump; readonly annotation: Annotation }
  | { readonly document: string; readonly reason: string }

/** The documents that one annotator has labels files for. */
export class LabelledDocuments {
  readonly #source: DocumentSource
  readonly #home: string
  readonly #annotator: string
  readonly #documents: readonly string[]
  /** Labels files that belong to no document of the corpus. */
  readonly #orphans: readonly string[]

  private constructor(
    source: DocumentSource,
    home: string,
    annotator: string,
    documents: readonly string[],
    orphans: readonly string[],
  ) {
    this.#source = source
    this.#home = home
    this.#annotator = annotator
    this.#documents = documents
    this.#orphans = orphans
  }

  /**
   * Finds them among `documents`, whose order they keep; those of `only`, if given. @throws WinnowError if the labels
   * cannot be listed
   */
  static async find(
    source: DocumentSource,
    home: string,
    annotator: string,
    documents: DocumentTable,
    only: readonly string[] | null = null,
  ): Promise<LabelledDocuments> {
    const wanted = only && new Set(only.map(labelsName))
    const files = (await labelsFilesOf(home, annotator)).filter((file) => wanted?.has(file) ?? true)
    const { labelled, orphans } = labelledDocuments(documents, files)
    return new LabelledDocuments(source, home, annotator, labelled, orphans)
  }

  get count(): number {
    return this.#documents.length + this.#orphans.length
  }

  /** Reads them one after the other. */
  async *read(): AsyncGenerator<LabelledDocument> {
    for (const document of this.#documents)
      yield await readLabelled(this.#source, this.#home, this.#annotator, document)
    for (const file of this.#orphans)
      yield {
        document: file.replace(/\.json$/, ''),
        reason: say`Its dump is no longer in the corpus. Its labels are still in ${join(this.#home, 'labels', this.#annotator, file)}.`,
      }
  }
}

/** Reads a document with the labels that the annotator has given it, if there are any. */
export async function readLabelled(
  source: DocumentSource,
  home: string,
  annotator: string,
  document: string,
): Promise<LabelledDocument> {
  const path = labelsPath(home, annotator, document)
  try {
    const dump = await source.read(document)
    const state = await judgeLabels(() => new DurableFile(path, labelsFileKind).read(), dump)
    switch (state.kind) {
      case 'sound':
        return { document, dump, annotation: state.annotation }
      case 'none':
        return { document, reason: say`Its labels file ${path} went away meanwhile.` }
      case 'damaged':
        return { document, reason: say`Its labels file ${path} is damaged: ${state.reason}.` }
      case 'dump-changed':
        return {
          document,
          reason: say`Its dump changed after it was labelled. Open it to settle its labels.`,
        }
    }
  } catch (error) {
    if (error instanceof WinnowError) return { document, reason: error.message }
    throw error
  }
}

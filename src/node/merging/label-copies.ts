import { join } from 'node:path'
import type { LabelCopy } from '../../core/contract-merging.ts'
import type { DocumentTable } from '../../core/listing/document-table.ts'
import { namesCopied } from '../../core/merging/copy-name.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { DurableFile } from '../durable-file.ts'
import { labelledDocuments } from '../labelled-ids.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { labelsFilesOf } from '../labels-files.ts'
import type { LabelsStore } from '../labels-store.ts'

/** Where the copy with this name is. */
export const copyPath = ({ home, annotator }: LabelsStore, copy: string): string =>
  join(home, 'labels', annotator, ...copy.split('/'))

/**
 * The files beside an annotator's labels that are copies of them, by name and by what they say of themselves, of
 * documents that there are. @throws WinnowError if the labels cannot be listed
 */
export async function labelCopies(store: LabelsStore, documents: DocumentTable): Promise<LabelCopy[]> {
  const files = await labelsFilesOf(store.home, store.annotator)
  const copies: LabelCopy[] = []
  for (const copy of labelledDocuments(documents, files).orphans) {
    const slash = copy.lastIndexOf('/') + 1
    const names = namesCopied(copy.slice(slash)).map((name) => copy.slice(0, slash) + name)
    const { labelled } = labelledDocuments(documents, names)
    if (labelled.length === 0) continue
    const { document, trouble } = await contentOf(copyPath(store, copy))
    const of = labelled.find((each) => document === null || each === document)
    if (of !== undefined) copies.push({ document: of, copy, trouble })
  }
  return copies
}

/** The document that a copy says it is of; null, with a sentence, where it says none. */
async function contentOf(path: string): Promise<{ document: string | null; trouble: string | null }> {
  try {
    const file = await new DurableFile(path, labelsFileKind).read()
    return { document: file?.document ?? '', trouble: null }
  } catch (error) {
    if (error instanceof WinnowError) return { document: null, trouble: error.message }
    throw error
  }
}

import type { DocumentTable } from '../core/listing/document-table.ts'
import { labelsName } from './labels-path.ts'

/**
 * The documents that labels files belong to, in the order of the documents, and the files that belong to none. Asks for
 * the document of each file, since there may be a million documents and ten files.
 * @param files below the annotator's folder, with `/`
 */
export function labelledDocuments(
  documents: DocumentTable,
  files: readonly string[],
): { labelled: string[]; orphans: string[] } {
  const found = new Map<string, number>()
  const left = new Set<string>()
  for (const file of files) {
    const id = likelyDocument(file)
    const index = documents.indexOf(id)
    if (index !== -1 && labelsName(id) === file) found.set(id, index)
    else left.add(file)
  }
  // A name that was cut does not tell what it was.
  if ([...left].some((file) => file.includes('~')))
    for (const id of documents.ids()) if (left.delete(labelsName(id))) found.set(id, documents.indexOf(id))
  const labelled = [...found].sort(([, a], [, b]) => a - b).map(([id]) => id)
  return { labelled, orphans: [...left] }
}

/** The document whose labels have this name unless that was cut; the other way round than {@link labelsName}. */
export function likelyDocument(file: string): string {
  const names = file.replace(/\.json$/, '').split('/')
  return names
    .map((name, at) => (at < names.length - 1 ? name.replace(/(\.json~*)~$/i, '$1') : name))
    .join('/')
}

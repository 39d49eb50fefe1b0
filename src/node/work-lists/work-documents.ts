import type { Status } from '../../core/annotation.ts'
import { languageNamed, languageOf } from '../../core/language-of.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { WorkDocument } from '../../core/work-list/work-document.ts'
import type { DocumentSource } from '../document-source.ts'
import type { OpenCorpus } from '../open-corpora.ts'

/** The documents of the corpus in their order, with what decides whether they come into a work list. */
export function* workDocuments(
  { documents }: OpenCorpus,
  statuses: ReadonlyMap<string, Status>,
): Generator<WorkDocument> {
  for (let index = 0; index < documents.size; index++) {
    const id = documents.idAt(index)
    const site = documents.siteAt(index)
    const bytes = documents.bytesAt(index)
    const language = documents.languageAt(index)
    yield { id, site, bytes, status: statuses.get(id) ?? 'new', language, columns: {} }
  }
}

/**
 * The document with its language, read from its text where it does not say so, and with its columns, where these are
 * asked for. One that cannot be read stays as it is.
 */
export async function readWorkDocument(
  source: DocumentSource,
  document: WorkDocument,
  asked: { readonly language: boolean; readonly columns: boolean },
): Promise<WorkDocument> {
  const named = document.language === '' ? null : languageNamed(document.language)
  const known = named === null ? document : { ...document, language: named }
  if (!asked.columns && (named !== null || !asked.language)) return known
  try {
    const { text, facts, metadata } = await source.read(document.id)
    const language = named ?? languageOf(text, facts.language) ?? ''
    return { ...document, language, columns: { ...facts, ...metadata } }
  } catch (error) {
    if (error instanceof WinnowError) return known
    throw error
  }
}

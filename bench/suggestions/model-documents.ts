import type { ModelDocument, Repetition } from '../../src/core/suggestions/model-document.ts'
import type { GoldDocument } from './gold.ts'

/**
 * What is known of the sites of a corpus. `known`: each page has its site. `folder`: all lie in one folder, which is
 * then taken for a site. `nothing`: no line has been counted yet.
 */
export type SiteKnowledge = 'known' | 'folder' | 'nothing'

const key = (line: string): string => line.toLowerCase().replace(/\s+/g, ' ').replace(/\d+/g, '0')

/** The documents as the model sees them in a corpus that holds just these. */
export function modelDocuments(
  documents: readonly GoldDocument[],
  knowledge: SiteKnowledge,
): ModelDocument[] {
  const site = (document: GoldDocument): string => (knowledge === 'known' ? document.site : '')
  const siteSizes = count(documents.map(site))
  const keys = documents.map(({ text, lines }) => lines.map(({ start, end }) => key(text.slice(start, end))))
  const inCorpus = count(keys.flatMap((lines) => [...new Set(lines)]))
  const inSite = count(
    documents.flatMap((document, index) =>
      [...new Set(keys[index])].map((line) => `${site(document)}\n${line}`),
    ),
  )
  return documents.map((document, index) => ({
    id: document.id,
    site: site(document),
    text: document.text,
    segments: document.lines,
    repetition:
      knowledge === 'nothing'
        ? []
        : (keys[index] ?? []).map(
            (line): Repetition => ({
              documents: inCorpus.get(line) ?? 1,
              siteDocuments: inSite.get(`${site(document)}\n${line}`) ?? 1,
              siteSize: siteSizes.get(site(document)) ?? 1,
            }),
          ),
  }))
}

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

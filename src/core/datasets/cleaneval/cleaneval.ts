import type { DatasetDocument, DatasetLabel } from '../dataset-document.ts'
import type { DatasetFormat, FormatContext } from '../dataset-format.ts'
import { flatName } from '../flat-name.ts'
import { onOneLine } from '../on-one-line.ts'
import { readCleaneval } from './read-cleaneval.ts'

/** The start tags of CleanEval: a heading, a paragraph, an item of a list. There are no end tags. */
export type CleanevalTag = 'h' | 'p' | 'l'

/**
 * A file a document, as annotators of CleanEval made them: a line `URL:`, then the text that was kept, each part after
 * its start tag (M. Baroni, F. Chantree, A. Kilgarriff and S. Sharoff, "CleanEval: a competition for cleaning web pages",
 * LREC 2008, and its guidelines for annotators).
 */
export const cleaneval: DatasetFormat = {
  name: 'cleaneval',
  layout: 'folder',
  extension: '.txt',
  units: [],
  pieces(document, context) {
    const url = onOneLine(document.url ?? '')
    const parts = keptParts(document, context).map(({ text, label }) => `\n<${label}> ${text}\n`)
    const head = url === '' ? 'URL:\n' : `URL: ${url}\n`
    return [{ path: flatName(document.id, '.txt'), text: head + parts.join('') }]
  },
  carries: keptParts,
  read: readCleaneval,
}

function keptParts(
  { text, segments }: DatasetDocument,
  { labels }: FormatContext,
): { text: string; label: CleanevalTag }[] {
  const kept = new Map(labels.filter(({ keep }) => keep).map((label) => [label.name, tagOf(label)]))
  return segments.flatMap(({ start, end, label }) => {
    const tag = label === null ? undefined : kept.get(label)
    const part = onOneLine(text.slice(start, end))
    return tag === undefined || part === '' ? [] : [{ text: part, label: tag }]
  })
}

/** By the name of a label; whatever is kept and has no other one is a paragraph. */
function tagOf({ name }: DatasetLabel): CleanevalTag {
  if (/^(h[1-6]?|title|headline|heading|header|subhead|subtitle)$/i.test(name)) return 'h'
  return /^(l|li|list|list[ _-]?item|item)$/i.test(name) ? 'l' : 'p'
}

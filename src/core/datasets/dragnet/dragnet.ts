import { say } from '../../sentences/say.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import type { DatasetFormat, FormatContext } from '../dataset-format.ts'
import { flatName } from '../flat-name.ts'
import { onOneLine } from '../on-one-line.ts'
import { pageFile } from '../pages/page-source.ts'
import { commentsMark, goldEnding, readDragnet } from './read-dragnet.ts'

/** What of a page Dragnet tells apart; all else is left out of its gold text. */
export type DragnetClass = 'content' | 'comments'

/**
 * A folder as Dragnet's training code reads it: the page as `HTML/<name>.html`, what is kept of it as
 * `Corrected/<name>.html.corrected.txt`, comments last (M. E. Peters and D. Lecocq, "Content extraction using diverse
 * feature sets", WWW 2013; `data_processing.py` of dragnet-org/dragnet).
 */
export const dragnet: DatasetFormat = {
  name: 'dragnet',
  layout: 'folder',
  extension: '.txt',
  units: [],
  pieces(document, context) {
    const lines = keptLines(document, context)
    const textOf = (wanted: DragnetClass): string =>
      lines.flatMap(({ text, label }) => (label === wanted ? [`${text}\n`] : [])).join('')
    const comments = textOf('comments')
    const gold = textOf('content') + (comments === '' ? '' : `\n!@#$%^&*()  COMMENTS\n\n${comments}`)
    return [
      { path: `HTML/${flatName(document.id, '.html')}`, text: pageFile(document) },
      { path: `Corrected/${flatName(document.id, '.html', goldEnding)}`, text: gold },
    ]
  },
  carries(document, context) {
    const lines = keptLines(document, context)
    return [
      ...lines.filter(({ label }) => label === 'content'),
      ...lines.filter(({ label }) => label === 'comments'),
    ]
  },
  read: readDragnet,
}

/** @throws RangeError if a text looks like the line before the comments */
function keptLines(
  { text, segments }: DatasetDocument,
  { labels }: FormatContext,
): { text: string; label: DragnetClass }[] {
  const kept = new Set(labels.filter(({ keep }) => keep).map(({ name }) => name))
  return segments.flatMap(({ start, end, label }, index) => {
    const wanted = label === null ? null : isComments(label) ? 'comments' : kept.has(label) ? 'content' : null
    const line = onOneLine(text.slice(start, end))
    if (wanted === null || line === '') return []
    if (commentsMark.test(line))
      throw new RangeError(say`segment ${index + 1} holds the words that Dragnet's comments begin with`)
    return [{ text: line, label: wanted }]
  })
}

const isComments = (label: string): boolean => /^comments?$/i.test(label)

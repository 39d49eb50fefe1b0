import { say } from '../../sentences/say.ts'
import { asColumn } from '../column-text.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import { onOneLine } from '../on-one-line.ts'
import type { ReadLine } from '../read-document.ts'
import { documentMark, readConllLines } from './read-conll-lines.ts'

/** A labelled segment a line, `label TAB text`; a line `-DOCSTART- TAB id` and a blank one begin a document. */
export const conllLines: DatasetFormat = {
  name: 'conll-lines',
  layout: 'file',
  extension: '.txt',
  units: [],
  frame: () => ({ before: '', between: '\n', after: '' }),
  pieces(document) {
    const rows = labelledLines(document).map(({ text, label }) => {
      const column = asColumn(label)
      if (column === documentMark)
        throw new RangeError(
          say`a label that is called ${documentMark} looks like the beginning of a document`,
        )
      return `${column}\t${text}\n`
    })
    return [{ path: '', text: `${documentMark}\t${asColumn(document.id)}\n\n${rows.join('')}` }]
  },
  carries: labelledLines,
  read: readConllLines,
}

/** Segments without a label are left out, and those that hold nothing but what breaks lines elsewhere. */
function labelledLines({ text, segments }: DatasetDocument): (ReadLine & { label: string })[] {
  return segments.flatMap(({ start, end, label }) => {
    const line = onOneLine(text.slice(start, end))
    return label === null || line === '' ? [] : [{ text: line, label }]
  })
}

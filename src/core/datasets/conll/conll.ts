import { asColumn } from '../column-text.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import { tokenRuns } from './conll-runs.ts'
import { readConll } from './read-conll.ts'

/**
 * A token a line with its tag (BIO: `B-body`, `I-body`, `O`), as in the shared task of CoNLL-2003 (E. F. Tjong Kim Sang and
 * F. De Meulder, "Introduction to the CoNLL-2003 Shared Task", 2003), whose line `-DOCSTART- -X- O O` begins a document;
 * here it holds the id. A document is one sequence: what a line is depends on the lines around it.
 */
export const conll: DatasetFormat = {
  name: 'conll',
  layout: 'file',
  extension: '.conll',
  units: [],
  frame: () => ({ before: '', between: '\n', after: '' }),
  pieces(document) {
    const rows = [`-DOCSTART-\tO\t${asColumn(document.id)}\tO\n\n`]
    for (const { label, tokens } of tokenRuns(document)) {
      const tag = label === null ? null : asColumn(label)
      tokens.forEach((token, index) => {
        rows.push(`${token}\t${tag === null ? 'O' : `${index === 0 ? 'B' : 'I'}-${tag}`}\n`)
      })
    }
    return [{ path: '', text: rows.join('') }]
  },
  carries: (document) => tokenRuns(document).map(({ label, tokens }) => ({ text: tokens.join(' '), label })),
  read: readConll,
}

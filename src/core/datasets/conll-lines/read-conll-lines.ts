import { say } from '../../sentences/say.ts'
import { fromColumn } from '../column-text.ts'
import { linesOf } from '../lines-of.ts'
import { nothingRead, type ReadDocument, type ReadLine, type ReadTrouble } from '../read-document.ts'

/** Begins a document. */
export const documentMark = '-DOCSTART-'

/**
 * Reads lines `label TAB text`. In a file that says nowhere where a document begins, blank lines part one from the
 * other.
 */
export async function* readConllLines(
  chunks: AsyncIterable<string>,
): AsyncGenerator<ReadDocument | ReadTrouble> {
  let where = ''
  let id: string | null = null
  let lines: ReadLine[] = []
  let isMarked = false
  const end = function* (): Generator<ReadDocument> {
    if (id !== null || lines.length > 0) yield { ...nothingRead, where, id, lines }
    id = null
    lines = []
  }
  for await (const { number, text } of linesOf(chunks)) {
    const tab = text.indexOf('\t')
    const label = tab === -1 ? text.trim() : text.slice(0, tab)
    if (label === documentMark) {
      yield* end()
      isMarked = true
      where = say`line ${number}`
      id = tab === -1 ? null : fromColumn(text.slice(tab + 1).trim())
    } else if (text.trim() === '') {
      if (!isMarked) yield* end()
    } else if (tab === -1) {
      yield { where: say`line ${number}`, reason: say`It is no label, tab and text.` }
    } else {
      if (lines.length === 0 && !isMarked) where = say`line ${number}`
      lines.push({ text: text.slice(tab + 1), label: label === '' ? null : fromColumn(label) })
    }
  }
  yield* end()
}

import { idOfFlatName } from '../flat-name.ts'
import { onOneLine } from '../on-one-line.ts'
import { nothingRead, type ReadDocument, type ReadLine, type ReadTrouble } from '../read-document.ts'
import { tooLong, wholeText } from '../whole-text.ts'

/**
 * Reads a gold text of CleanEval. A part goes from its start tag to the next one, over any line ends; what comes before
 * the first tag is taken by paragraphs. `163-cleaned.txt` is the text of 163.
 */
export async function* readCleaneval(
  chunks: AsyncIterable<string>,
  name: string,
): AsyncGenerator<ReadDocument | ReadTrouble> {
  const text = await wholeText(chunks)
  if (text === null) {
    yield { where: '', reason: tooLong() }
    return
  }
  const head = /^\s*URL:([^\n]*)(?:\n|$)/i.exec(text)
  const url = head?.[1]?.trim() ?? ''
  const id = idOfFlatName(name, '.txt')?.replace(/-cleaned\.txt$/, '.txt') ?? null
  const lines = [...partsOf(text.slice(head?.[0].length ?? 0))]
  yield { ...nothingRead, id, url: url === '' ? null : url, lines }
}

function* partsOf(text: string): Generator<ReadLine> {
  let at = 0
  let label: string | null = null
  const parts = function* (end: number): Generator<ReadLine> {
    const part = text.slice(at, end)
    for (const piece of label === null ? part.split(/\n\s*\n/) : [part]) {
      const line = onOneLine(piece)
      if (line !== '') yield { text: line, label: label ?? 'p' }
    }
  }
  for (const match of text.matchAll(/^[ \t]*<([phl])>/gim)) {
    yield* parts(match.index)
    label = match[1]?.toLowerCase() ?? null
    at = match.index + match[0].length
  }
  yield* parts(text.length)
}

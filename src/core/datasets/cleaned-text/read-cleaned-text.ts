import { linesOf } from '../lines-of.ts'
import { nothingRead, type ReadDocument, type ReadLine } from '../read-document.ts'

/** Reads what any cleaner left of one document, a file a document by its name: each line that is not blank was kept. */
export async function* readCleanedText(
  chunks: AsyncIterable<string>,
  name: string,
): AsyncGenerator<ReadDocument> {
  const lines: ReadLine[] = []
  // A dump may have carriage returns alone for line ends, and so the text that is left of it.
  for await (const { text } of linesOf(chunks))
    for (const line of text.split('\r'))
      if (line.trim() !== '') lines.push({ text: line.trim(), label: 'content' })
  yield { ...nothingRead, id: name === '' ? null : name, lines }
}

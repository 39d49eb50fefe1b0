import { linesOf } from '../lines-of.ts'
import { nothingRead, type ReadDocument, type ReadLine } from '../read-document.ts'

/** Reads what any cleaner left of one document, a file a document by its name: each line that is not blank was kept. */
export async function* readCleanedText(
  chunks: AsyncIterable<string>,
  name: string,
): AsyncGenerator<ReadDocument> {
  const lines: ReadLine[] = []
  for await (const { text } of linesOf(chunks))
    if (text.trim() !== '') lines.push({ text: text.trim(), label: 'content' })
  yield { ...nothingRead, id: name === '' ? null : name, lines }
}

import { idOfFlatName } from '../flat-name.ts'
import { nothingRead, type ReadDocument, type ReadLine, type ReadTrouble } from '../read-document.ts'
import { tooLong, wholeText } from '../whole-text.ts'

export const goldEnding = '.corrected.txt'

/** What stands between content and comments, as Dragnet looks for it. */
export const commentsMark = /!@#\$%\^&\*\(\)\s+COMMENTS/

/** Reads a gold text of Dragnet: the lines of the content, then those of the comments. Nothing for the pages beside. */
export async function* readDragnet(
  chunks: AsyncIterable<string>,
  name: string,
): AsyncGenerator<ReadDocument | ReadTrouble> {
  if (/\.html?$/i.test(name)) return
  const text = await wholeText(chunks)
  if (text === null) {
    yield { where: '', reason: tooLong() }
    return
  }
  const mark = commentsMark.exec(text)
  const content = mark ? text.slice(0, mark.index) : text
  const comments = mark ? text.slice(mark.index + mark[0].length) : ''
  const lines = [...readLines(content, 'content'), ...readLines(comments, 'comments')]
  yield { ...nothingRead, id: idOfFlatName(name, '.html', goldEnding), lines }
}

function* readLines(text: string, label: string): Generator<ReadLine> {
  for (const line of text.split('\n')) if (line.trim() !== '') yield { text: line.trim(), label }
}

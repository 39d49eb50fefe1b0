import { say } from '../sentences/say.ts'
import { elementsOf } from './elements-of.ts'
import { linesOf } from './lines-of.ts'
import { isTrouble, type ReadTrouble } from './read-document.ts'

/** A record as text that is yet to be parsed, and where it stands: `line 3`, `record 3`. */
export interface FileRecord {
  readonly where: string
  readonly text: string
}

/** The records of a file that is either JSON Lines or one JSON array, as tools offer both. */
export async function* recordsOf(chunks: AsyncIterable<string>): AsyncGenerator<FileRecord | ReadTrouble> {
  const peeked = await peek(chunks)
  if (peeked.first === '[') {
    for await (const element of elementsOf(peeked.chunks, 'record'))
      yield isTrouble(element) ? element : { where: say`record ${element.number}`, text: element.text }
    return
  }
  for await (const { number, text } of linesOf(peeked.chunks))
    if (text.trim() !== '') yield { where: say`line ${number}`, text }
}

/** The first character that is no white space, and all chunks from the beginning. */
async function peek(
  chunks: AsyncIterable<string>,
): Promise<{ first: string; chunks: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const seen: string[] = []
  let first = ''
  while (first === '') {
    const next = await iterator.next()
    if (next.done) break
    seen.push(next.value)
    first = /\S/.exec(next.value.replace(/^\ufeff/, ''))?.[0] ?? ''
  }
  return { first, chunks: rejoined(seen, iterator) }
}

async function* rejoined(seen: readonly string[], rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield* seen
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

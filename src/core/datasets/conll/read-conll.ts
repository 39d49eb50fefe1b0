import { say } from '../../sentences/say.ts'
import { fromColumn } from '../column-text.ts'
import { linesOf } from '../lines-of.ts'
import { nothingRead, type ReadDocument, type ReadLine, type ReadTrouble } from '../read-document.ts'

/**
 * Reads tokens with tags in columns, the token first and the tag last: BIO, and the ways of writing it that also mark
 * the ends (BIOES, BILOU). Each run becomes a line, its tokens with spaces between. A file without `-DOCSTART-` is one
 * document; blank lines within a document mean nothing, as a label may go on over the end of a sentence.
 */
export async function* readConll(chunks: AsyncIterable<string>): AsyncGenerator<ReadDocument | ReadTrouble> {
  let document = new TaggedDocument('', null)
  for await (const { number, text } of linesOf(chunks)) {
    const columns = text.split(/\s+/).filter((column) => column !== '')
    const [token] = columns
    if (token === undefined) continue
    if (token === '-DOCSTART-') {
      yield* document.end()
      document = new TaggedDocument(say`line ${number}`, idOf(columns))
      continue
    }
    const tag = columns.length > 1 ? columns.at(-1) : undefined
    const fault = document.take(token, tag)
    if (fault !== null) yield { where: say`line ${number}`, reason: fault }
  }
  yield* document.end()
}

/** Winnow's third column, or what other corpora put in brackets: `-DOCSTART- (12 name)`. */
function idOf(columns: readonly string[]): string | null {
  const bracketed = /^\((.*)\)$/.exec(columns.slice(1).join(' '))?.[1]
  const third = columns.length === 4 && columns[1] === 'O' ? columns[2] : undefined
  return bracketed ?? (third === undefined ? null : fromColumn(third))
}

class TaggedDocument {
  readonly #where: string
  readonly #id: string | null
  readonly #lines: ReadLine[] = []
  #label: string | null = null
  #tokens: string[] = []

  constructor(where: string, id: string | null) {
    this.#where = where
    this.#id = id
  }

  /** Returns what is wrong with the tag, or null. A token with a wrong one has no label. */
  take(token: string, tag: string | undefined): string | null {
    const parts = tag === undefined ? null : /^([BIESLU])-(.+)$/su.exec(tag)
    const label = parts?.[2] === undefined ? null : fromColumn(parts[2])
    const begins = parts !== null && 'BSU'.includes(parts[1] ?? '')
    if (this.#tokens.length > 0 && (begins || label !== this.#label)) this.#endRun()
    this.#label = label
    this.#tokens.push(token)
    if (parts !== null || tag === 'O') return null
    return tag === undefined
      ? say`The token “${token}” has no tag.`
      : say`The tag “${tag}” is neither O nor a label with what it begins or goes on with, as B-body.`
  }

  *end(): Generator<ReadDocument> {
    if (this.#tokens.length > 0) this.#endRun()
    if (this.#id === null && this.#lines.length === 0) return
    yield { ...nothingRead, where: this.#where, id: this.#id, lines: this.#lines }
  }

  #endRun(): void {
    this.#lines.push({ text: this.#tokens.join(' '), label: this.#label })
    this.#tokens = []
  }
}

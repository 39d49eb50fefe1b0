import { Tokenizer } from 'htmlparser2'
import { htmlRuns } from '../../html/html-lines.ts'
import { idOfFlatName } from '../flat-name.ts'
import { nothingRead, type ReadDocument, type ReadTrouble } from '../read-document.ts'
import { tooLong, wholeText } from '../whole-text.ts'
import type { PageMarking } from './page-marking.ts'
import { type PageMark, shownPieces } from './shown-pieces.ts'

/** Reads a page whose text is marked by `<span>` elements; the innermost one that says something counts. */
export async function* readMarkedPage(
  chunks: AsyncIterable<string>,
  name: string,
  marking: PageMarking,
): AsyncGenerator<ReadDocument | ReadTrouble> {
  const source = await wholeText(chunks)
  if (source === null) {
    yield { where: '', reason: tooLong() }
    return
  }
  const { text, runs } = htmlRuns(source)
  const changes = classChanges(source, marking)
  let next = 0
  let label = marking.unmarked
  const marks = runs.map(({ start, end, sourceStart }): PageMark => {
    for (; (changes[next]?.at ?? Number.POSITIVE_INFINITY) <= sourceStart; next++)
      label = changes[next]?.label ?? marking.unmarked
    return { start, end, label }
  })
  yield { ...nothingRead, id: idOfFlatName(name, '.html'), text, lines: shownPieces(text, marks) }
}

/** From where on in the source text is of another class. */
interface ClassChange {
  readonly at: number
  readonly label: string
}

function classChanges(source: string, marking: PageMarking): ClassChange[] {
  const changes: ClassChange[] = []
  const open: string[] = []
  let tag = ''
  let attribute = ''
  let value = ''
  let attributes = new Map<string, string>()
  const inner = (): string => open.at(-1) ?? marking.unmarked
  const nothing = (): void => {}
  const begin = (end: number): void => {
    if (tag !== 'span') return
    open.push(marking.classIn(attributes) ?? inner())
    changes.push({ at: end + 1, label: inner() })
  }
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        tag = source.slice(start, end).toLowerCase()
        attributes = new Map()
      },
      onattribname(start, end) {
        attribute = source.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata(start, end) {
        value += source.slice(start, end)
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: begin,
      onselfclosingtag: begin,
      onclosetag(start, end) {
        if (source.slice(start, end).toLowerCase() !== 'span') return
        open.pop()
        changes.push({ at: end, label: inner() })
      },
      ontext: nothing,
      ontextentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  return changes
}

import { say } from '../sentences/say.ts'
import type { ReadTrouble } from './read-document.ts'

/** The longest element that is read, in UTF-16 code units. */
export const longestElement = 2 ** 28
/** How deep the brackets of an element may nest. */
export const deepestElement = 200

/** An element of a JSON array as text, and its number counted from 1. */
export interface JsonElement {
  readonly number: number
  readonly text: string
}

/**
 * The elements of the JSON array that comes in `chunks`, each as text that is yet to be parsed; where it is no array,
 * the one value. Holds one element at a time. What is too long, nests too deeply or ends too early is told as a
 * trouble at `<what> <number>`, and the rest goes on as far as the brackets can be followed.
 */
export async function* elementsOf(
  chunks: AsyncIterable<string>,
  what: ElementKind,
): AsyncGenerator<JsonElement | ReadTrouble> {
  const elements = new Elements(what)
  for await (const chunk of chunks) yield* elements.take(chunk)
  yield* elements.end()
}

/** What the elements are, to a person. */
type ElementKind = 'record' | 'task'

const placeOf = (what: ElementKind, number: number): string =>
  what === 'task' ? say`task ${number}` : say`record ${number}`

const whiteSpace = /[\s\ufeff]/

/** Follows strings and brackets, and nothing else of JSON: what is between them is for JSON.parse to judge. */
class Elements {
  readonly #what: ElementKind
  #array = false
  #begun = false
  #over = false
  #number = 0
  /** The brackets that are open within the element. */
  #depth = 0
  #inString = false
  #escaped = false
  #parts: string[] = []
  #length = 0
  #fault: string | null = null

  constructor(what: ElementKind) {
    this.#what = what
  }

  *take(chunk: string): Generator<JsonElement | ReadTrouble> {
    let from = 0
    for (let at = 0; at < chunk.length && !this.#over; at++) {
      if (this.#inString) {
        at = this.#throughString(chunk, at)
        continue
      }
      const character = chunk[at] ?? ''
      if (!this.#begun && !whiteSpace.test(character)) {
        this.#begun = true
        this.#array = character === '['
        if (this.#array) {
          from = at + 1
          continue
        }
      }
      if (character === '"') this.#inString = true
      else if (character === '{' || character === '[') this.#open()
      else if (this.#array && this.#depth === 0 && (character === ',' || character === ']')) {
        this.#keep(chunk.slice(from, at))
        from = at + 1
        const last = character === ']'
        yield* this.#element(last && this.#number === 0)
        this.#over = last
      } else if (character === '}' || character === ']') this.#depth = Math.max(0, this.#depth - 1)
    }
    if (!this.#over) this.#keep(chunk.slice(from))
  }

  *end(): Generator<JsonElement | ReadTrouble> {
    if (this.#over) return
    const rest = this.#parts.join('').trim()
    if (this.#array)
      yield {
        where: placeOf(this.#what, this.#number + 1),
        reason: say`The file ends before its array does: it was cut off, or is still being written.`,
      }
    else if (rest !== '' || this.#fault !== null) yield* this.#element(false)
  }

  /** The index of the last character of `chunk` that still belongs to the string. */
  #throughString(chunk: string, at: number): number {
    for (let index = at; index < chunk.length; index++) {
      const unit = chunk.charCodeAt(index)
      if (this.#escaped) this.#escaped = false
      else if (unit === 92) this.#escaped = true
      else if (unit === 34) {
        this.#inString = false
        return index
      }
    }
    return chunk.length
  }

  #open(): void {
    this.#depth++
    if (this.#depth > deepestElement)
      this.#fault = say`Its brackets nest deeper than ${deepestElement}. It is not read.`
  }

  #keep(part: string): void {
    this.#length += part.length
    if (this.#length > longestElement)
      this.#fault = say`It is longer than ${longestElement} characters. It is not read.`
    if (this.#fault !== null) this.#parts = []
    else if (part !== '') this.#parts.push(part)
  }

  /** @param mayBeNothing whether nothing but white space counts as no element, as in an empty array */
  *#element(mayBeNothing: boolean): Generator<JsonElement | ReadTrouble> {
    const text = this.#parts.join('').trim()
    const fault = this.#fault
    this.#parts = []
    this.#length = 0
    this.#depth = 0
    this.#fault = null
    if (mayBeNothing && text === '' && fault === null) return
    this.#number++
    if (fault === null) yield { number: this.#number, text }
    else yield { where: placeOf(this.#what, this.#number), reason: fault }
  }
}

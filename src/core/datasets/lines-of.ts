/** The longest line that is read, in UTF-16 code units. */
export const longestLine = 2 ** 28

/** A line of a file, without its line end, and its number counted from 1. */
export interface FileLine {
  readonly number: number
  readonly text: string
}

/**
 * The lines of a text that comes in `chunks`. Divided at line feeds, before which a carriage return goes too, and
 * nowhere else: JSON may hold what others take for line ends, such as U+2028. A byte order mark before the first line
 * is left out. A line beyond {@link longestLine} is cut there.
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<FileLine> {
  let parts: string[] = []
  let length = 0
  let number = 0
  const take = (text: string): void => {
    const part = text.slice(0, longestLine - length)
    if (part !== '') parts.push(part)
    length += part.length
  }
  const line = (): FileLine => {
    const text = parts.join('').replace(/\r$/, '')
    parts = []
    length = 0
    number++
    return { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text }
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', from)) {
      take(chunk.slice(from, at))
      yield line()
      from = at + 1
    }
    take(chunk.slice(from))
  }
  if (length > 0) yield line()
}

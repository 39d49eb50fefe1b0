import { say } from '../sentences/say.ts'

/** The longest file that is taken as one text, in UTF-16 code units. */
export const longestWholeText = 2 ** 27

/** All of `chunks` as one text, without a byte order mark; null if it is longer than {@link longestWholeText}. */
export async function wholeText(chunks: AsyncIterable<string>): Promise<string | null> {
  const parts: string[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > longestWholeText) return null
    parts.push(chunk)
  }
  return parts.join('').replace(/^\ufeff/, '')
}

/** The sentence for a file that {@link wholeText} does not take. */
export const tooLong = (): string =>
  say`The file is longer than ${longestWholeText} characters. It is not read.`

import { createReadStream } from 'node:fs'

/** A line of a file, without its line end, and its number counted from 1. `end` is where it ends in the file, in bytes. */
export interface FileLine {
  readonly number: number
  readonly bytes: Buffer
  readonly end: number
}

/**
 * The lines of the file at `path`, as its bytes divide them at line feeds: JSON may hold what other readers take for
 * line ends, such as U+2028.
 */
export async function* readLines(path: string): AsyncGenerator<FileLine> {
  let parts: Buffer[] = []
  let number = 1
  let end = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes: Buffer = chunk
    let from = 0
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
      parts.push(bytes.subarray(from, at))
      end += at + 1 - from
      yield { number: number++, bytes: Buffer.concat(parts), end }
      parts = []
      from = at + 1
    }
    parts.push(bytes.subarray(from))
    end += bytes.length - from
  }
  const last = Buffer.concat(parts)
  if (last.length > 0) yield { number, bytes: last, end }
}

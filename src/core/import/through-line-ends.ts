const isLineFeed = (text: string, at: number): boolean => text[at] === '\n'
const isReturnBeforeLineFeed = (text: string, at: number): boolean =>
  text[at] === '\r' && text[at + 1] === '\n'
const byteOrderMark = '\ufeff'

/**
 * Offsets in `from`, ascending, as offsets in `to`, which is the same text but for carriage returns before line feeds,
 * a byte order mark before it and white space after it: what programs change in a text that they take in. Null if it is
 * another text. All in UTF-16 code units.
 */
export function throughLineEnds(from: string, to: string, sorted: readonly number[]): number[] | null {
  if (from === to) return [...sorted]
  const moved: number[] = []
  let here = 0
  let there = 0
  const pass = (): void => {
    while (moved.length < sorted.length && here >= (sorted[moved.length] ?? 0)) moved.push(there)
  }
  if (to.startsWith(byteOrderMark) && !from.startsWith(byteOrderMark)) there++
  pass()
  if (from.startsWith(byteOrderMark) && !to.startsWith(byteOrderMark)) here++
  pass()
  while (here < from.length && there < to.length) {
    if (from[here] === to[there]) {
      here++
      there++
    } else if (isLineFeed(from, here) && isReturnBeforeLineFeed(to, there)) there++
    else if (isReturnBeforeLineFeed(from, here) && isLineFeed(to, there)) here++
    else break
    pass()
  }
  if (from.slice(here).trim() !== '' || to.slice(there).trim() !== '') return null
  while (moved.length < sorted.length) moved.push(there)
  return moved
}

/** `text` without what {@link throughLineEnds} passes over: the same for all texts that it finds the same. */
export const withoutLineEnds = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd()

/** What a file that git could not merge held on either side. */
export interface ConflictedText {
  readonly mine: string
  readonly theirs: string
  /** What both were made of, where git was set to write it too (`merge.conflictStyle`). */
  readonly base: string | null
}

const marker = /^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$/

/** The sides of a text with the conflict markers of git; null if it has none, or they do not go together. */
export function conflictedText(text: string): ConflictedText | null {
  const mine: string[] = []
  const theirs: string[] = []
  const base: string[] = []
  let side: string[] | null = null
  let conflicts = 0
  let withBase = 0
  for (const line of text.split('\n')) {
    const mark = marker.exec(line)?.[1]?.charAt(0)
    if (mark === undefined) {
      if (side) side.push(line)
      else for (const each of [mine, theirs, base]) each.push(line)
    } else if (mark === '<' && side === null) {
      side = mine
      conflicts++
    } else if (mark === '|' && side === mine) {
      side = base
      withBase++
    } else if (mark === '=' && (side === mine || side === base)) side = theirs
    else if (mark === '>' && side === theirs) side = null
    else return null
  }
  if (conflicts === 0 || side !== null) return null
  return {
    mine: mine.join('\n'),
    theirs: theirs.join('\n'),
    base: withBase === conflicts ? base.join('\n') : null,
  }
}

import type { GoldDocument } from './gold.ts'

/** How well the body of documents was found, over the lines that are scored. */
export interface Score {
  readonly documents: number
  /** F1 of body lines, all documents' lines together. */
  readonly lineF1: number
  /** F1 of body by characters (UTF-16 code units of the lines), all documents' together. */
  readonly characterF1: number
  /** Runs of neighbouring lines that are wrong in the same way, a document; lines that are not scored break none. */
  readonly wrongRuns: number
  /** The share of documents without any wrong line. */
  readonly perfect: number
}

/** A document and for each of its lines whether it was said to be body. */
export interface Guess {
  readonly document: GoldDocument
  readonly body: readonly boolean[]
}

/** Scores body against the rest. Titles, images and lines that are neither clearly body nor clearly not do not count. */
export function score(guesses: readonly Guess[]): Score {
  const lines = { hit: 0, extra: 0, missed: 0 }
  const characters = { hit: 0, extra: 0, missed: 0 }
  let wrongRuns = 0
  let perfect = 0
  for (const { document, body } of guesses) {
    const before = wrongRuns
    let wrong: 'extra' | 'missed' | null = null
    document.lines.forEach((line, index) => {
      if (!line.scored) return
      const outcome = outcomeOf(line.label === 'body', body[index] === true)
      if (outcome !== null) {
        lines[outcome]++
        characters[outcome] += line.end - line.start
      }
      const wrongNow = outcome === 'hit' ? null : outcome
      if (wrongNow !== null && wrongNow !== wrong) wrongRuns++
      wrong = wrongNow
    })
    if (wrongRuns === before) perfect++
  }
  const documents = guesses.length
  return {
    documents,
    lineF1: f1(lines),
    characterF1: f1(characters),
    wrongRuns: wrongRuns / documents,
    perfect: perfect / documents,
  }
}

function outcomeOf(isBody: boolean, saidBody: boolean): 'hit' | 'extra' | 'missed' | null {
  if (isBody) return saidBody ? 'hit' : 'missed'
  return saidBody ? 'extra' : null
}

/** The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found. */
function f1({ hit, extra, missed }: { hit: number; extra: number; missed: number }): number {
  return hit + extra + missed === 0 ? 1 : (2 * hit) / (2 * hit + extra + missed)
}

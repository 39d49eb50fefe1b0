import type { LineShape } from './line-shape.ts'

/** What the prior knows of a line by itself. The order is that of the weights. */
export const lineFeatures: readonly ((line: LineShape) => number)[] = [
  // How long it is.
  (line) => Math.log1p(line.length),
  (line) => Math.log1p(line.wordCount),
  (line) => is(line.wordCount <= 1),
  (line) => is(line.wordCount <= 3),
  (line) => is(line.wordCount >= 7),
  (line) => is(line.wordCount >= 12),
  (line) => is(line.wordCount >= 25),
  (line) => (line.wordCount > 0 ? Math.min(12, line.length / line.wordCount) : 0),
  // What it is made of.
  (line) => Math.log1p(line.sentenceEnds),
  (line) => Math.min(1, (5 * line.commas) / Math.max(1, line.wordCount)),
  (line) => line.digits / Math.max(1, line.length),
  (line) => line.marks / Math.max(1, line.length),
  (line) => Math.min(4, line.quotes),
  (line) => Math.min(4, line.bars),
  capitals,
  (line) => is(line.allCapitals),
  (line) => is(line.cased > 0),
  // How it begins and ends.
  (line) => is(line.startsLower),
  (line) => is(line.startsDigit),
  (line) => is(line.startsQuote),
  (line) => is(line.startsMark),
  (line) => is(line.startsCapitals),
  (line) => is(line.isLabelled),
  (line) => is(line.endsTerminal),
  (line) => is(line.endsEllipsis),
  (line) => is(line.endsColon),
  (line) => is(line.endsQuote),
  (line) => is(line.endsLetter),
  (line) => is(line.endsBar),
  (line) => is(line.question),
  // What it holds that paragraphs seldom do.
  (line) => is(line.isLink),
  (line) => is(line.hasAddress),
  (line) => is(line.hasDate),
  (line) => is(line.hasTime),
  (line) => is((line.hasDate || line.hasTime) && line.wordCount < 10),
  (line) => is(line.hasCredit),
  (line) => is(line.hasCopyright),
  (line) => is(line.hasArrow),
  (line) => is(line.hasImage),
]

/** What of a neighbour tells of a line between its neighbours; a neighbour that is not there has zeros. */
export const neighbourFeatures: readonly ((line: LineShape) => number)[] = [
  (line) => is(line.endsTerminal),
  capitals,
  (line) => is((line.hasDate || line.hasTime) && line.wordCount < 12),
  (line) => is(line.hasCredit),
  (line) => is(line.endsColon),
  (line) => is(line.hasArrow || line.isLink),
  (line) => is(line.allCapitals),
  (line) => is(line.startsMark || line.startsDigit),
]

export function is(condition: boolean): 0 | 1 {
  return condition ? 1 : 0
}

/** The share of words with a capital; half where that cannot be told. */
function capitals(line: LineShape): number {
  return line.cased > 1 ? line.capitalised / line.cased : 0.5
}

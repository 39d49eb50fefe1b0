import { lines } from '../../lines.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import { wordsOf } from './words-of.ts'

/** Tokens in a row that have one label, or none. */
export interface TokenRun {
  readonly label: string | null
  readonly tokens: readonly string[]
}

/** All tokens of a document, in a run for each labelled segment and for what lies between. No token is in two. */
export function tokenRuns({ text, segments }: DatasetDocument): TokenRun[] {
  const runs: TokenRun[] = []
  let at = 0
  const add = (label: string | null, start: number, end: number): void => {
    const part = text.slice(start, end)
    const tokens = [...lines(part)].flatMap((line) => wordsOf(part.slice(line.start, line.end)))
    const last = runs.at(-1)
    if (tokens.length === 0) return
    if (label === null && last?.label === null)
      runs[runs.length - 1] = { label, tokens: [...last.tokens, ...tokens] }
    else runs.push({ label, tokens })
  }
  for (const { start, end, label } of segments) {
    if (label === null) continue
    add(null, at, start)
    add(label, start, end)
    at = end
  }
  add(null, at, text.length)
  return runs
}

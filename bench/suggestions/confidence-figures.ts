import type { Suggestion } from '../../src/core/suggestions/suggestion.ts'
import type { GoldDocument } from './gold.ts'

const steps = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99] as const

/**
 * How often suggestions of each confidence are right, of body or not; and the share of all scored lines that have it. Not
 * calibrated where the two columns of confidence are far apart.
 */
export function confidenceFigures(
  documents: readonly GoldDocument[],
  suggestions: readonly (readonly (Suggestion | null)[])[],
): Record<string, string | number>[] {
  const found = documents.flatMap((document, index) =>
    document.lines.flatMap((line, at) => {
      const suggestion = suggestions[index]?.[at]
      if (!suggestion || !line.scored) return []
      const right = (suggestion.label === 'body') === (line.label === 'body')
      return [{ right, confidence: suggestion.confidence }]
    }),
  )
  return steps.map((from, index) => {
    const to = steps[index + 1] ?? Infinity
    const within = found.filter(({ confidence }) => confidence >= from && confidence < to)
    const share = (count: number, of: number): string =>
      of > 0 ? `${((100 * count) / of).toFixed(1)}%` : '–'
    return {
      'confidence from': from,
      'mean confidence': share(
        within.reduce((sum, { confidence }) => sum + confidence, 0),
        within.length,
      ),
      right: share(within.filter(({ right }) => right).length, within.length),
      'of all lines': share(within.length, found.length),
    }
  })
}

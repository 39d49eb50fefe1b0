import { type PriorClass, priorClasses } from '../prior-class.ts'
import type { SuggestionReason } from '../suggestion.ts'
import type { PriorReading } from './read-prior.ts'

/** What of a segment spoke most for its class, as far as a person would see it. */
export function priorReason(reading: PriorReading, segment: number): SuggestionReason {
  const { page, classes } = reading
  const line = page.shapes[segment]
  const row = page.rowOf[segment] ?? -1
  if (!line || row < 0) return 'image-residue'
  const classAt = (at: number): PriorClass | undefined => priorClasses[classes[at] ?? -1]
  const between = (name: PriorClass): boolean =>
    classAt(segment - 1) === name && classAt(segment + 1) === name
  switch (classAt(segment)) {
    case 'title':
      return 'headline'
    case 'caption':
      return line.hasCredit ? 'credit' : 'position'
    case 'body':
      if ((page.mass[row] ?? 0) > 0.3) return 'sentence'
      return between('body') ? 'between-body' : 'position'
    default:
      if (page.repeatedOnSite[row] === 1) return 'repeated-on-site'
      if (page.repeatedInCorpus[row] === 1) return 'repeated-on-corpus'
      if (line.hasCredit) return 'credit'
      if (line.isLink || line.hasArrow || line.bars > 0 || line.startsMark) return 'link-or-list'
      if (line.wordCount <= 4) return 'short'
      return between('boilerplate') ? 'between-boilerplate' : 'position'
  }
}

import type { SimilarPage } from './page-index.ts'
import { genres } from './prior/read-prior.ts'
import { type ClassLabels, priorClasses } from './prior-class.ts'

/** The kinds of page that the prior can take a page for; the first one where nothing speaks for another. */
export const triedGenres = [genres.unknown, genres.news, genres.guide] as const

/** How much a labelled page counts for any page, whatever the two have in common. */
const anyPage = 0.02

/** How much better another kind has to fit, in log likelihood of one page like it. */
const margin = 0.5

/** A wrong line counts no more than one that was held for this unlikely. */
const leastLikely = 0.001

/**
 * How well the prior foretells the labels of a page, as log likelihood. Labels that fit no class of the prior do not count.
 * @param classes what the prior makes of each line: a row of {@link priorClasses} a line
 */
export function labelFit(
  classes: Float64Array,
  labels: readonly (string | null)[],
  fitting: ClassLabels,
): number {
  let fit = 0
  labels.forEach((label, line) => {
    if (label === null) return
    let likely = 0
    let fits = false
    priorClasses.forEach((name, row) => {
      if (fitting[name] !== label) return
      fits = true
      likely += classes[line * priorClasses.length + row] ?? 0
    })
    if (fits) fit += Math.log(Math.max(leastLikely, likely))
  })
  return fit
}

/**
 * Which of {@link triedGenres} the labels of similar pages, and a little those of all pages, fit best, as its index.
 * @param fits of each labelled page, one a kind
 */
export function bestGenre(fits: readonly (readonly number[])[], near: readonly SimilarPage[]): number {
  const sums = triedGenres.map(
    (_, genre) =>
      near.reduce((sum, { index, likeness }) => sum + likeness * (fits[index]?.[genre] ?? 0), 0) +
      fits.reduce((sum, fit) => sum + anyPage * (fit[genre] ?? 0), 0),
  )
  const [unknown = 0] = sums
  const best = sums.indexOf(Math.max(...sums))
  return (sums[best] ?? 0) > unknown + margin ? best : 0
}

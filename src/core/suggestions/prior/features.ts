import { lineFeatures } from './line-features.ts'
import type { PageShape } from './page-shape.ts'
import { pageFeatures, placeFeatures } from './place-features.ts'

/** How many features each row has. */
export const featureCount = lineFeatures.length + placeFeatures.length + pageFeatures.length

/** The features of all rows of a page: rows × {@link featureCount}. */
export function features(page: PageShape): Float32Array {
  const values = new Float32Array(page.rows.length * featureCount)
  const ofPage = pageFeatures.map((feature) => feature(page))
  let at = 0
  page.rows.forEach((line, row) => {
    for (const feature of lineFeatures) values[at++] = feature(line)
    for (const feature of placeFeatures) values[at++] = feature(page, row)
    values.set(ofPage, at)
    at += ofPage.length
  })
  return values
}

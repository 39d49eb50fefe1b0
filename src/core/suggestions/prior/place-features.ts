import { is, neighbourFeatures } from './line-features.ts'
import type { Block, PageShape, Sums } from './page-shape.ts'

/** A feature of where a row stands on its page. */
export type PlaceFeature = (page: PageShape, row: number) => number

/** What the prior knows of the place of a line: its neighbours, the densest run, and the page. Ordered as the weights. */
export const placeFeatures: readonly PlaceFeature[] = [
  (page, row) => page.mass[row] ?? 0,
  // What parts it from its neighbours.
  (page, row) => Math.min(2, page.blankBefore[row] ?? 0),
  (page, row) => Math.min(2, page.imagesBefore[row] ?? 0),
  (page, row) => Math.min(2, page.blankBefore[row + 1] ?? 2),
  (page, row) => Math.min(2, page.imagesBefore[row + 1] ?? 0),
  (page, row) => page.likeImage[row] ?? 0,
  (page, row) => page.likeImage[row + 1] ?? 0,
  // Whether it stands elsewhere.
  (page, row) => is((page.twins[row] ?? 0) > 0),
  (page, row) => Math.log1p(page.twins[row] ?? 0),
  (page, row) => is((page.firstTwin[row] ?? row) < row),
  (page, row) => Math.log1p(page.headTwins[row] ?? 0),
  (page, row) => page.repeatedOnSite[row] ?? 0,
  (page, row) => page.repeatedInCorpus[row] ?? 0,
  (page, row) => mean(page.sums.repeated, row - 5, row),
  (page, row) => mean(page.sums.repeated, row + 1, row + 6),
  (page, row) => page.shared[row] ?? 0,
  (page, row) => page.sharedLong[row] ?? 0,
  // Where on the page it stands.
  (page, row) => row / Math.max(1, page.rows.length - 1),
  (_, row) => Math.log1p(row),
  (page, row) => Math.log1p(page.rows.length - row),
  (page, row) => (page.sums.mass[row] ?? 0) / Math.max(1e-9, page.sums.mass.at(-1) ?? 0),
  ...block((page) => page.strict),
  ...block((page) => page.loose),
  (page, row) => is(page.headline === row),
  (page, row) => (page.headline >= 0 && row > page.headline ? Math.log1p(row - page.headline) : 0),
  (page, row) => (page.headline > row ? Math.log1p(page.headline - row) : 0),
  // What surrounds it.
  ...[2, 4, 8, 20].flatMap((size) => around('mass', size)),
  ...[3, 8].flatMap((size) => [
    ...around('short', size),
    ...around('length', size),
    ...around('terminal', size),
  ]),
  (page, row) => mean(page.sums.dated, row - 6, row + 7),
  (page, row) => mean(page.sums.pictured, row - 6, row + 7),
  (page, row) => mean(page.sums.pictured, row + 1, row + 5),
  (page, row) => Math.log1p(page.runs.thinBefore[row] ?? 0),
  (page, row) => Math.log1p(page.runs.thinAfter[row] ?? 0),
  (page, row) => Math.log1p(page.runs.fullBefore[row] ?? 0),
  (page, row) => Math.log1p(page.runs.fullAfter[row] ?? 0),
  ...[-3, -2, -1, 1, 2, 3].flatMap(neighbour),
]

/** What the prior knows of a page as a whole, the same for all its lines. Ordered as the weights. */
export const pageFeatures: readonly ((page: PageShape) => number)[] = [
  (page) => Math.log1p(page.rows.length),
  (page) => Math.log1p(paragraphs(page)),
  (page) => paragraphs(page) / Math.max(1, page.rows.length),
  (page) => size(page.strict) / Math.max(1, page.rows.length),
  (page) => Math.log1p(size(page.strict)),
  (page) => mean(page.sums.mass, page.strict.from, page.strict.to),
  (page) => mean(page.sums.short, page.strict.from, page.strict.to),
  (page) => mean(page.sums.short, 0, page.rows.length),
  (page) => mean(page.sums.pictured, 0, page.rows.length),
  (page) => mean(page.sums.dated, 0, page.rows.length),
  (page) => mean(page.sums.terminal, 0, page.rows.length),
]

const size = ({ from, to }: Block): number => to - from

const paragraphs = (page: PageShape): number => page.mass.filter((mass) => mass > 0.5).length

/** The mean over the rows `[from, to)` that there are; 0 if there are none. */
function mean(sums: Float64Array, from: number, to: number): number {
  const first = Math.max(0, from)
  const end = Math.min(sums.length - 1, to)
  return end > first ? ((sums[end] ?? 0) - (sums[first] ?? 0)) / (end - first) : 0
}

/** Whether a row is in a run, and how far it is from its ends. */
function block(of: (page: PageShape) => Block): PlaceFeature[] {
  const inside = ({ from, to }: Block, row: number): boolean => row >= from && row < to
  return [
    (page, row) => is(inside(of(page), row)),
    (page, row) => Math.log1p(Math.max(0, of(page).from - row)),
    (page, row) => Math.log1p(Math.max(0, row - of(page).to + 1)),
    (page, row) => (inside(of(page), row) ? Math.log1p(row - of(page).from) : 0),
    (page, row) => (inside(of(page), row) ? Math.log1p(of(page).to - 1 - row) : 0),
  ]
}

/** The mean of something over so many rows before, and after. */
function around(what: keyof Sums, rows: number): PlaceFeature[] {
  return [
    (page, row) => mean(page.sums[what], row - rows, row),
    (page, row) => mean(page.sums[what], row + 1, row + 1 + rows),
  ]
}

/** What the row that is `by` rows away looks like; the nearer ones in more detail. */
function neighbour(by: number): PlaceFeature[] {
  const coarse: PlaceFeature[] = [
    (page, row) => is(page.rows[row + by] !== undefined),
    (page, row) => Math.log1p(page.rows[row + by]?.length ?? 0),
    (page, row) => page.mass[row + by] ?? 0,
  ]
  if (Math.abs(by) > 2) return coarse
  const fine = neighbourFeatures.map((feature): PlaceFeature => {
    return (page, row) => {
      const line = page.rows[row + by]
      return line ? feature(line) : 0
    }
  })
  return [...coarse, ...fine]
}

import { countLine, type LabelTally, newTally, tallyAt } from './label-tally.ts'
import type { Slot } from './page-alignment.ts'
import type { ReadPage } from './read-page.ts'

/** A page that an annotator has labelled, wholly or in part. */
export interface LabelledPage {
  readonly page: ReadPage
  /** One a line: the index of its label, -1 where it has none. */
  readonly labels: Int32Array
  /** What was expected of each line before: a row of labels a line. */
  readonly prior: Float64Array
}

/** How lines of a page are labelled, by something that they are recognised by. */
export type TalliesBy = ReadonlyMap<string, LabelTally>

/** How the lines of a labelled page are labelled, by what they are recognised by. */
export interface PageTallies {
  readonly same: TalliesBy
  readonly lead: TalliesBy
  /** By the line above, and by the line below. */
  readonly after: TalliesBy
  readonly before: TalliesBy
  readonly steps: TalliesBy
  readonly settings: TalliesBy
}

/** Counts the labels of a page. `count` is how many labels there are. */
export function tallyPage(labelled: LabelledPage, count: number): PageTallies {
  const { page } = labelled
  const by = (signOf: (line: number) => string | undefined): TalliesBy => {
    const tallies = new Map<string, LabelTally>()
    labelled.labels.forEach((label, line) => {
      const sign = label < 0 ? undefined : signOf(line)
      if (sign) countLine(tallyAt(tallies, sign, count), label, labelled.prior, line * count)
    })
    return tallies
  }
  return {
    same: by((line) => page.keys[line]),
    lead: by((line) => page.signs[line]?.lead),
    after: by((line) => page.keys[line - 1]),
    before: by((line) => page.keys[line + 1]),
    steps: by((line) => page.steps[line]),
    settings: by((line) => page.settings[line]),
  }
}

/** The tally of one line; undefined where it has no label. */
export function tallyLine(
  { labels, prior }: LabelledPage,
  line: number,
  count: number,
): LabelTally | undefined {
  const label = labels[line] ?? -1
  if (label < 0) return undefined
  const tally = newTally(count)
  countLine(tally, label, prior, line * count)
  return tally
}

/** How the lines of a labelled page between two lines are labelled: all of them, by form, and by zone. */
export interface SlotTallies {
  readonly all: LabelTally
  readonly forms: TalliesBy
  readonly zones: TalliesBy
}

/** Counts the labels of the lines of the other page in `slot`. */
export function tallySlot(slot: Slot, { page, labels, prior }: LabelledPage, count: number): SlotTallies {
  const all = newTally(count)
  const forms = new Map<string, LabelTally>()
  const zones = new Map<string, LabelTally>()
  for (let line = slot.otherAbove + 1; line < slot.otherBelow; line++) {
    const label = labels[line] ?? -1
    const form = page.signs[line]?.form
    const zone = page.zones[line]
    if (label < 0 || form === undefined || zone === undefined) continue
    countLine(all, label, prior, line * count)
    countLine(tallyAt(forms, form, count), label, prior, line * count)
    countLine(tallyAt(zones, zone, count), label, prior, line * count)
  }
  return { all, forms, zones }
}

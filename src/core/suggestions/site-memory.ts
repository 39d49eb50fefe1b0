import { addShares, clear, countLine, type LabelTally, newTally, tallyAt } from './label-tally.ts'
import { alignPages, type Slot } from './page-alignment.ts'
import type { ReadPage } from './read-page.ts'

/** A page that an annotator has labelled, wholly or in part. */
export interface LabelledPage {
  readonly page: ReadPage
  /** One a line: the index of its label, -1 where it has none. */
  readonly labels: Int32Array
  /** What was expected of each line before: a row of labels a line. */
  readonly prior: Float64Array
}

/**
 * What labelled pages can tell of a line of another page:
 * - `same`: how the same line was labelled on pages like this one; `same-over-prior`: the same, against what was
 *   expected of the line
 * - `lead`: how lines that begin with the same words were
 * - `slot-form`: how lines of the same form were that stand between the same two lines as this one does
 * - `from-above`, `from-below`: how the line was that is as many lines away from the same line
 * - `slot-bias`: how much more often than expected lines between the same two lines were so; `slot-zone-bias`: those
 *   of them that stand alike to the body
 */
export const evidenceSources = [
  'same',
  'same-over-prior',
  'lead',
  'slot-form',
  'from-above',
  'from-below',
  'slot-bias',
  'slot-zone-bias',
] as const

export type EvidenceSource = (typeof evidenceSources)[number]

/** How many labelled pages are looked at for a page, those most like it. */
const mostPages = 8

/** Pages that share fewer of their lines have nothing in common. */
const leastLikeness = 0.02

/** For how many lines of another page a piece of evidence has to stand to count half. */
const doubt = 0.2

/** How far from a line that both pages have the same place is still taken for the same. */
const reach = 3

/** The least likely that a label is taken to be on a page. */
const leastShare = 0.02
const leastPrior = 0.005

/** What labelled pages of the same template tell of the lines of a page. Knows no sites, only lines that pages share. */
export class SiteMemory {
  readonly #pages: readonly LabelledPage[]
  readonly #labels: number
  /** The pages on which each line stands. */
  readonly #holders = new Map<string, number[]>()
  readonly #lines: readonly PageLines[]

  /** @param labels how many labels there are */
  constructor(pages: readonly LabelledPage[], labels: number) {
    this.#pages = pages
    this.#labels = labels
    this.#lines = pages.map((labelled, index) => {
      const lines = linesOf(labelled, labels)
      for (const key of lines.keys) {
        const holders = this.#holders.get(key)
        if (holders) holders.push(index)
        else this.#holders.set(key, [index])
      }
      return lines
    })
  }

  /** Whether `line` stands on a labelled page. */
  knows = (line: string): boolean => this.#holders.has(line)

  /** The pages most like `page` and how like it they are, from 0 to 1: by the lines that stand on both. */
  #similar(page: ReadPage): { readonly index: number; readonly likeness: number }[] {
    const keys = new Set(page.keys)
    const shared = new Map<number, number>()
    for (const key of keys)
      for (const index of this.#holders.get(key) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
    return [...shared]
      .filter(([index]) => this.#pages[index]?.page.id !== page.id)
      .map(([index, count]) => ({
        index,
        likeness: count / Math.min(keys.size, this.#lines[index]?.keys.size ?? 1),
      }))
      .filter(({ likeness }) => likeness > leastLikeness)
      .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
      .slice(0, mostPages)
  }

  /**
   * What the labelled pages tell of each line of `page`, as log odds a label: line × label × {@link evidenceSources},
   * 0 where they tell nothing.
   * @param prior what is expected of each line: a row of labels a line
   */
  evidence(page: ReadPage, prior: Float64Array): Float64Array {
    const labels = this.#labels
    const count = page.keys.length
    const evidence = new Float64Array(count * labels * evidenceSources.length)
    const near = this.#similar(page).flatMap(({ index, likeness }) => {
      const labelled = this.#pages[index]
      const lines = this.#lines[index]
      if (!labelled || !lines) return []
      const slots = alignPages(page.keys, labelled.page.keys)
      return [{ labelled, lines, likeness, slots, tallies: new Map<Slot, SlotTallies>() }]
    })
    if (near.length === 0) return evidence
    const shares = pageShares(prior, labels)
    const own = new Float64Array(labels)
    const sum = newTally(labels)
    for (let line = 0; line < count; line++) {
      const signs = page.signs[line]
      if (!signs) continue
      for (let n = 0; n < labels; n++) own[n] = Math.max(leastPrior, prior[line * labels + n] ?? 0)
      const gather = (told: (page: (typeof near)[number]) => LabelTally | undefined): LabelTally => {
        clear(sum)
        for (const page of near) addShares(sum, told(page), page.likeness)
        return sum
      }
      const put = (source: EvidenceSource, against: Float64Array, tally: LabelTally): void => {
        const seen = tally.lines
        if (seen === 0) return
        const at = evidenceSources.indexOf(source)
        for (let n = 0; n < labels; n++) {
          const base = against[n] ?? 0
          const odds = ((tally.seen[n] ?? 0) + doubt * base) / ((seen + doubt) * base)
          evidence[(line * labels + n) * evidenceSources.length + at] = Math.log(odds)
        }
      }
      const putBias = (source: EvidenceSource, tally: LabelTally): void => {
        const at = evidenceSources.indexOf(source)
        for (let n = 0; n < labels; n++) {
          const base = doubt * (own[n] ?? 0)
          const odds = ((tally.seen[n] ?? 0) + base) / ((tally.expected[n] ?? 0) + base)
          evidence[(line * labels + n) * evidenceSources.length + at] = Math.log(odds)
        }
      }
      const same = gather(({ lines }) => lines.same.get(signs.key))
      put('same', shares, same)
      put('same-over-prior', own, same)
      if (signs.lead !== '')
        put(
          'lead',
          shares,
          gather(({ lines }) => lines.lead.get(signs.lead)),
        )
      const inSlot = (
        told: (slot: Slot, page: (typeof near)[number]) => LabelTally | undefined,
      ): LabelTally =>
        gather((page) => {
          const slot = page.slots[line]
          // A line that stands on both pages is between no lines.
          return !slot || slot.above === line ? undefined : told(slot, page)
        })
      const talliesOf = (slot: Slot, page: (typeof near)[number]): SlotTallies => {
        const present = page.tallies.get(slot)
        if (present) return present
        const made = slotTallies(slot, page.labelled, labels)
        page.tallies.set(slot, made)
        return made
      }
      put(
        'slot-form',
        shares,
        inSlot((slot, page) => talliesOf(slot, page).forms.get(signs.form)),
      )
      put(
        'from-above',
        shares,
        inSlot((slot, page) => {
          const other = slot.otherAbove + line - slot.above
          const near = line - slot.above <= reach && other < slot.otherBelow
          return near ? page.lines.each(other) : undefined
        }),
      )
      put(
        'from-below',
        shares,
        inSlot((slot, page) => {
          const other = slot.otherBelow - (slot.below - line)
          const near = slot.below - line <= reach && other > slot.otherAbove
          return near ? page.lines.each(other) : undefined
        }),
      )
      putBias(
        'slot-bias',
        inSlot((slot, page) => talliesOf(slot, page).all),
      )
      const zone = page.zones[line] ?? ''
      putBias(
        'slot-zone-bias',
        inSlot((slot, page) => talliesOf(slot, page).zones.get(zone)),
      )
    }
    return evidence
  }
}

/** How the lines of a labelled page are labelled, by what they are recognised by. */
interface PageLines {
  readonly keys: ReadonlySet<string>
  readonly same: ReadonlyMap<string, LabelTally>
  readonly lead: ReadonlyMap<string, LabelTally>
  /** The tally of one line; undefined where it has no label. */
  readonly each: (line: number) => LabelTally | undefined
}

function linesOf({ page, labels, prior }: LabelledPage, count: number): PageLines {
  const same = new Map<string, LabelTally>()
  const lead = new Map<string, LabelTally>()
  page.signs.forEach((signs, line) => {
    const label = labels[line] ?? -1
    if (label < 0) return
    countLine(tallyAt(same, signs.key, count), label, prior, line * count)
    if (signs.lead !== '') countLine(tallyAt(lead, signs.lead, count), label, prior, line * count)
  })
  const each = (line: number): LabelTally | undefined => {
    const label = labels[line] ?? -1
    if (label < 0) return undefined
    const tally = newTally(count)
    countLine(tally, label, prior, line * count)
    return tally
  }
  return { keys: new Set(page.keys), same, lead, each }
}

/** How the lines between two lines are labelled, all of them and by form and zone. */
interface SlotTallies {
  readonly all: LabelTally
  readonly forms: ReadonlyMap<string, LabelTally>
  readonly zones: ReadonlyMap<string, LabelTally>
}

function slotTallies(slot: Slot, { page, labels, prior }: LabelledPage, count: number): SlotTallies {
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

/** How common each label is on a page, as the prior sees it. */
function pageShares(prior: Float64Array, labels: number): Float64Array {
  const count = prior.length / labels
  const shares = new Float64Array(labels).fill(leastShare)
  for (let at = 0; at < prior.length; at++)
    shares[at % labels] = (shares[at % labels] ?? 0) + (prior[at] ?? 0) / count
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / total)
}

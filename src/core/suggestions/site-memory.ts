import { type EvidenceSource, evidenceSources } from './evidence-source.ts'
import { addShares, clear, type LabelTally, newTally } from './label-tally.ts'
import {
  type LabelledPage,
  type PageTallies,
  type SlotTallies,
  tallyLine,
  tallyPage,
  tallySlot,
} from './labelled-page.ts'
import { alignPages, type Slot } from './page-alignment.ts'
import type { SimilarPage } from './page-index.ts'
import type { ReadPage } from './read-page.ts'

/** For how many pages a piece of evidence has to stand to count half. */
const doubt = 0.2

/** How far from a line that both pages have the same place is still taken for the same. */
const reach = 3

/** The least common that a label is taken to be on a page, and the least likely for a line. */
const leastShare = 0.1
const leastPrior = 0.05

/** A labelled page and how it lies beside the page that is asked about. */
interface Neighbour {
  readonly labelled: LabelledPage
  readonly tallies: PageTallies
  /** From 0 to 1. */
  readonly likeness: number
  readonly slots: readonly Slot[]
  readonly slotTallies: Map<Slot, SlotTallies>
}

/** What labelled pages tell of the lines of other pages. */
export class SiteMemory {
  readonly #pages: readonly LabelledPage[]
  readonly #labels: number
  /** Made when a page is first looked at. */
  readonly #tallies: (PageTallies | undefined)[] = []

  /** @param labels how many labels there are */
  constructor(pages: readonly LabelledPage[], labels: number) {
    this.#pages = pages
    this.#labels = labels
  }

  /**
   * What the labelled pages tell of each line of `page`, as log odds a label: line × label × {@link evidenceSources},
   * 0 where they tell nothing.
   * @param prior what is expected of each line: a row of labels a line
   * @param near the pages to ask
   */
  evidence(page: ReadPage, prior: Float64Array, near: readonly SimilarPage[]): Float64Array {
    const labels = this.#labels
    const evidence = new Float64Array(page.keys.length * labels * evidenceSources.length)
    const neighbours = this.#beside(page, near)
    if (neighbours.length === 0) return evidence
    const shares = pageShares(prior, labels)
    const own = new Float64Array(labels)
    const sum = newTally(labels)
    page.signs.forEach((signs, line) => {
      for (let n = 0; n < labels; n++) own[n] = Math.max(leastPrior, prior[line * labels + n] ?? 0)
      const ask = (tell: (neighbour: Neighbour) => LabelTally | undefined): LabelTally => {
        clear(sum)
        for (const neighbour of neighbours) addShares(sum, tell(neighbour), neighbour.likeness)
        return sum
      }
      const askSlot = (tell: (slot: Slot, neighbour: Neighbour) => LabelTally | undefined): LabelTally =>
        ask((neighbour) => {
          const slot = neighbour.slots[line]
          // A line that stands on both pages is between no lines.
          return !slot || slot.above === line ? undefined : tell(slot, neighbour)
        })
      const put = (source: EvidenceSource, oddsOf: (label: number) => number): void => {
        const at = evidenceSources.indexOf(source)
        for (let n = 0; n < labels; n++)
          evidence[(line * labels + n) * evidenceSources.length + at] = Math.log(oddsOf(n))
      }
      const putSeen = (source: EvidenceSource, against: Float64Array, tally: LabelTally): void => {
        if (tally.lines > 0)
          put(source, (n) => {
            const base = against[n] ?? 0
            return ((tally.seen[n] ?? 0) + doubt * base) / ((tally.lines + doubt) * base)
          })
      }
      const putBias = (source: EvidenceSource, tally: LabelTally): void =>
        put(source, (n) => {
          const base = doubt * (own[n] ?? 0)
          return ((tally.seen[n] ?? 0) + base) / ((tally.expected[n] ?? 0) + base)
        })

      const same = ask(({ tallies }) => tallies.same.get(signs.key))
      putSeen('same', shares, same)
      putSeen('same-over-prior', own, same)
      const above = page.keys[line - 1] ?? ''
      putSeen(
        'after-same',
        shares,
        ask(({ tallies }) => tallies.after.get(above)),
      )
      const below = page.keys[line + 1] ?? ''
      putSeen(
        'before-same',
        shares,
        ask(({ tallies }) => tallies.before.get(below)),
      )
      putSeen(
        'lead',
        shares,
        ask(({ tallies }) => tallies.lead.get(signs.lead)),
      )
      const step = page.steps[line] ?? ''
      putBias(
        'step-bias',
        ask(({ tallies }) => tallies.steps.get(step)),
      )
      const setting = page.settings[line] ?? ''
      putBias(
        'setting-bias',
        ask(({ tallies }) => tallies.settings.get(setting)),
      )
      putSeen(
        'slot-form',
        shares,
        askSlot((slot, neighbour) => this.#inSlot(slot, neighbour).forms.get(signs.form)),
      )
      putSeen(
        'from-above',
        shares,
        askSlot((slot, { labelled }) => {
          const other = slot.otherAbove + line - slot.above
          if (line - slot.above > reach || other >= slot.otherBelow) return undefined
          return tallyLine(labelled, other, labels)
        }),
      )
      putBias(
        'slot-bias',
        askSlot((slot, neighbour) => this.#inSlot(slot, neighbour).all),
      )
      const zone = page.zones[line] ?? ''
      putBias(
        'slot-zone-bias',
        askSlot((slot, neighbour) => this.#inSlot(slot, neighbour).zones.get(zone)),
      )
    })
    return evidence
  }

  #beside(page: ReadPage, near: readonly SimilarPage[]): Neighbour[] {
    return near.flatMap(({ index, likeness }) => {
      const labelled = this.#pages[index]
      if (!labelled) return []
      const tallies = this.#tallies[index] ?? tallyPage(labelled, this.#labels)
      this.#tallies[index] = tallies
      const slots = alignPages(page.keys, labelled.page.keys)
      return [{ labelled, tallies, likeness, slots, slotTallies: new Map() }]
    })
  }

  #inSlot(slot: Slot, { labelled, slotTallies }: Neighbour): SlotTallies {
    const present = slotTallies.get(slot)
    if (present) return present
    const made = tallySlot(slot, labelled, this.#labels)
    slotTallies.set(slot, made)
    return made
  }
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

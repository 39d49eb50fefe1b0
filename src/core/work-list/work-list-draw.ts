import { fairAllocation } from './fair-allocation.ts'
import { seededPlace } from './seeded-place.ts'
import { passes, stratumOf, type WorkDocument } from './work-document.ts'
import type { WorkListChoice } from './work-list-choice.ts'

/** A stratum of a sample: how many documents it has and how many of them were drawn. */
export interface DrawnStratum {
  readonly stratum: string
  readonly documents: number
  readonly drawn: number
}

/** The documents that were chosen, in the order in which they were given. */
export interface Drawn {
  readonly documents: readonly string[]
  /** How many the filter let through. */
  readonly matching: number
  /** The largest first; one without a name where the sample is not stratified or there is none. */
  readonly strata: readonly DrawnStratum[]
}

/**
 * Chooses the documents of a work list among those it is given one after the other. A sample takes those of each
 * stratum that come first in the order of its seed: the same documents and seed give the same sample.
 */
export class WorkListDraw {
  readonly #choice: WorkListChoice
  readonly #passes: (document: WorkDocument) => boolean
  readonly #documents: string[] = []
  /** Of each document its stratum, by place. */
  readonly #strataOf: number[] = []
  readonly #strata = new Map<string, number>()

  constructor(choice: WorkListChoice) {
    this.#choice = choice
    this.#passes = passes(choice.filter)
  }

  /** Considers a document, which must not have been given before. */
  add(document: WorkDocument): void {
    if (!this.#passes(document)) return
    const name = stratumOf(document, this.#choice.sample?.by ?? null)
    const stratum = this.#strata.get(name) ?? this.#strata.size
    this.#strata.set(name, stratum)
    this.#documents.push(document.id)
    this.#strataOf.push(stratum)
  }

  /** What is chosen of the documents given so far. */
  draw(): Drawn {
    const names = [...this.#strata.keys()]
    const members = names.map(() => 0)
    for (const stratum of this.#strataOf) members[stratum] = (members[stratum] ?? 0) + 1
    const { sample } = this.#choice
    const places = sample ? fairAllocation(members, sample.size) : members
    const strata = names
      .map((stratum, index) => ({ stratum, documents: members[index] ?? 0, drawn: places[index] ?? 0 }))
      .sort((a, b) => b.documents - a.documents || (a.stratum < b.stratum ? -1 : 1))
    return {
      documents: sample ? this.#first(sample.seed, members, places) : this.#documents,
      matching: this.#documents.length,
      strata,
    }
  }

  /** As many of each stratum as it has places. */
  #first(seed: number, members: readonly number[], places: readonly number[]): string[] {
    const orders = members.map((count) => new Float64Array(count))
    const filled = members.map(() => 0)
    const own = Float64Array.from(this.#documents, (document) => seededPlace(document, seed))
    own.forEach((place, at) => {
      const stratum = this.#strataOf[at] ?? 0
      const next = filled[stratum] ?? 0
      filled[stratum] = next + 1
      const order = orders[stratum]
      if (order) order[next] = place
    })
    const last = orders.map((order, stratum) => order.sort()[(places[stratum] ?? 0) - 1] ?? -1)
    const left = [...places]
    return this.#documents.filter((_, at) => {
      const stratum = this.#strataOf[at] ?? 0
      const free = left[stratum] ?? 0
      if (free === 0 || (own[at] ?? 0) > (last[stratum] ?? -1)) return false
      left[stratum] = free - 1
      return true
    })
  }
}

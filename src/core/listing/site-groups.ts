/** The documents of one site in a list that is grouped by site: those from position `start` until before `end`. */
export interface SiteGroup {
  readonly site: string
  readonly start: number
  readonly end: number
}

/** A list that is grouped by site. */
export interface GroupedList {
  readonly order: Int32Array
  readonly groups: readonly SiteGroup[]
}

/**
 * Gathers the documents of a list by their sites: the sites in the order of their first documents, the documents of
 * each in the order of the list.
 * @param order the list, as indexes of documents
 */
export function groupedBySite(order: Int32Array, siteAt: (document: number) => string): GroupedList {
  const numbers = new Map<string, number>()
  const groupOf = new Int32Array(order.length)
  const sizes: number[] = []
  order.forEach((document, position) => {
    const site = siteAt(document)
    const group = numbers.get(site) ?? numbers.size
    numbers.set(site, group)
    groupOf[position] = group
    sizes[group] = (sizes[group] ?? 0) + 1
  })
  let end = 0
  const groups = [...numbers.keys()].map((site, group) => {
    const start = end
    end += sizes[group] ?? 0
    return { site, start, end }
  })
  const next = Int32Array.from(groups, ({ start }) => start)
  const grouped = new Int32Array(order.length)
  order.forEach((document, position) => {
    const group = groupOf[position] ?? 0
    const place = next[group] ?? 0
    next[group] = place + 1
    grouped[place] = document
  })
  return { order: grouped, groups }
}

/** What stands in a row of a grouped list: a document by its position in the list, or the head of its group. */
export interface GroupedRow {
  readonly group: SiteGroup
  /** Null in the head of the group. */
  readonly position: number | null
}

/** The rows of a grouped list: the head of each group, and its documents unless it is closed. */
export class GroupedRows {
  readonly #groups: readonly SiteGroup[]
  /** The row of each group's head, and at the end how many rows there are. */
  readonly #heads: Int32Array

  constructor(groups: readonly SiteGroup[], closed: ReadonlySet<string>) {
    this.#groups = groups
    this.#heads = new Int32Array(groups.length + 1)
    groups.forEach(({ site, start, end }, index) => {
      this.#heads[index + 1] = (this.#heads[index] ?? 0) + 1 + (closed.has(site) ? 0 : end - start)
    })
  }

  get length(): number {
    return this.#heads[this.#groups.length] ?? 0
  }

  /** Undefined where there is no such row. */
  at(row: number): GroupedRow | undefined {
    const index = lastNotAfter(this.#groups.length, row, (group) => this.#heads[group] ?? 0)
    const group = this.#groups[index]
    if (!group || row < 0 || row >= this.length) return undefined
    const below = row - (this.#heads[index] ?? 0) - 1
    return { group, position: below === -1 ? null : group.start + below }
  }

  /** The row of the document at a position of the list; the head of its group where that is closed. */
  rowOf(position: number): number {
    const index = lastNotAfter(this.#groups.length, position, (group) => this.#groups[group]?.start ?? 0)
    const head = this.#heads[index] ?? 0
    const isClosed = (this.#heads[index + 1] ?? 0) === head + 1
    return isClosed ? head : head + 1 + position - (this.#groups[index]?.start ?? 0)
  }
}

/** The last of `length` ascending values that is not greater than `value`; -1 if there is none. */
function lastNotAfter(length: number, value: number, at: (index: number) => number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(middle) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A pane that scrolls through the segments of the document. Positions and heights in CSS pixels. */
export interface ScrollingPane {
  readonly element: HTMLElement
  /** Where segment `index` lies in the pane's content; up to the start of the next one. */
  extentOf(index: number): { readonly start: number; readonly end: number }
  /** The segment at height `offset` of the pane's content. */
  segmentAt(offset: number): number
}

export type PaneName = 'raw' | 'segments'

const other = (pane: PaneName): PaneName => (pane === 'raw' ? 'segments' : 'raw')

/** What the panes are brought to, again after rows were measured: a segment level in both, or one after the other. */
type Goal =
  | { readonly kind: 'level'; readonly segment: number; readonly still: PaneName | null }
  | { readonly kind: 'follow'; readonly leader: PaneName }

/**
 * Keeps the two panes at the same segment. While the annotator scrolls one pane the other follows; when the current
 * segment changes both show it at the same height.
 */
export class PaneSync {
  readonly #panes = new Map<PaneName, ScrollingPane>()
  readonly #onScroll = new Set<() => void>()
  #goal: Goal | null = null
  /** The pane under the pointer stays where it is when a click changes the current segment. */
  #pointed: PaneName | null = null

  /** Registers a pane; returns the function that takes it out again. */
  add(name: PaneName, pane: ScrollingPane): () => void {
    this.#panes.set(name, pane)
    const lead = (): void => {
      this.#goal = { kind: 'follow', leader: name }
    }
    const point = (): void => {
      this.#pointed = name
    }
    const onScroll = (): void => {
      if (name === 'raw') for (const listener of this.#onScroll) listener()
      if (this.#goal?.kind === 'follow' && this.#goal.leader === name) this.settle()
    }
    // A press on the scroll bar reaches the element itself, a press on a row only its rows.
    const press = (event: PointerEvent): void =>
      event.target === pane.element || event.button !== 0 ? lead() : point()
    pane.element.addEventListener('wheel', lead, { passive: true })
    pane.element.addEventListener('touchmove', lead, { passive: true })
    pane.element.addEventListener('pointerdown', press)
    pane.element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      this.#panes.delete(name)
      pane.element.removeEventListener('wheel', lead)
      pane.element.removeEventListener('touchmove', lead)
      pane.element.removeEventListener('pointerdown', press)
      pane.element.removeEventListener('scroll', onScroll)
    }
  }

  /** The first and the last segment in sight in the raw pane; null where that is not shown. */
  inSight(): { readonly first: number; readonly last: number } | null {
    const raw = this.#panes.get('raw')
    if (!raw) return null
    const { scrollTop, clientHeight } = raw.element
    return { first: raw.segmentAt(scrollTop), last: raw.segmentAt(scrollTop + clientHeight) }
  }

  /** Tells when the raw pane has scrolled; returns the function that ends this. */
  onScroll(listener: () => void): () => void {
    this.#onScroll.add(listener)
    return () => this.#onScroll.delete(listener)
  }

  /** Scrolls the raw pane so that segment `index` lies in its middle, and the other pane along. */
  scrollTo(index: number): void {
    const raw = this.#panes.get('raw')
    if (!raw) return
    this.#goal = { kind: 'follow', leader: 'raw' }
    scrollTo(raw.element, raw.extentOf(index).start - raw.element.clientHeight / 2)
  }

  /** The next change of the current segment comes from a key: the segment pane decides what is seen. */
  followKeys(): void {
    this.#pointed = null
  }

  /** Brings segment `index` into view in both panes, at the same height where that can be. */
  show(index: number): void {
    this.#goal = { kind: 'level', segment: index, still: this.#pointed }
    this.settle()
  }

  /** Brings the panes to the goal once more; called after rows were measured. */
  settle(): void {
    const goal = this.#goal
    if (goal?.kind === 'level') this.#level(goal.segment, goal.still)
    else if (goal?.kind === 'follow') this.#follow(goal.leader)
  }

  #level(segment: number, still: PaneName | null): void {
    const wanted = still ?? 'segments'
    // Either pane may be hidden.
    const leading = this.#panes.get(wanted) ?? this.#panes.get(other(wanted))
    const following = leading === this.#panes.get(wanted) ? this.#panes.get(other(wanted)) : undefined
    if (!leading) return
    const lead = leading.extentOf(segment)
    if (still === null || !isSeen(leading, lead)) reveal(leading, lead, still ? 0 : 0.2)
    if (!following) return
    const follow = following.extentOf(segment)
    scrollTo(following.element, follow.start - (lead.start - leading.element.scrollTop))
    reveal(following, follow, 0)
  }

  #follow(leader: PaneName): void {
    const leading = this.#panes.get(leader)
    const following = this.#panes.get(other(leader))
    if (!leading || !following) return
    // The line at which both agree runs from the top of the pane to its bottom as one scrolls from top to bottom,
    // so that both ends of the document are reached in both panes.
    const { scrollTop, scrollHeight, clientHeight } = leading.element
    const share = scrollHeight > clientHeight ? scrollTop / (scrollHeight - clientHeight) : 0
    const line = scrollTop + share * clientHeight
    const segment = leading.segmentAt(line)
    const from = leading.extentOf(segment)
    const within = from.end > from.start ? (line - from.start) / (from.end - from.start) : 0
    const to = following.extentOf(segment)
    scrollTo(
      following.element,
      to.start + within * (to.end - to.start) - share * following.element.clientHeight,
    )
  }
}

/**
 * Scrolls as little as needed to have the extent in view, `margin` (a share of the pane's height) from its edges; of
 * one that is too tall for that, its beginning.
 */
function reveal(
  { element }: ScrollingPane,
  { start, end }: { start: number; end: number },
  margin: number,
): void {
  const { scrollTop, clientHeight } = element
  const space = margin * clientHeight
  const highest = start - space
  const lowest = end + space - clientHeight
  if (lowest > highest) {
    if (scrollTop > start || scrollTop + clientHeight / 2 < start) scrollTo(element, highest)
  } else if (scrollTop > highest) scrollTo(element, highest)
  else if (scrollTop < lowest) scrollTo(element, lowest)
}

function scrollTo(element: HTMLElement, top: number): void {
  const wanted = Math.max(0, Math.min(top, element.scrollHeight - element.clientHeight))
  if (Math.abs(element.scrollTop - wanted) >= 1) element.scrollTop = wanted
}

const isSeen = ({ element }: ScrollingPane, { start, end }: { start: number; end: number }): boolean =>
  end > element.scrollTop && start < element.scrollTop + element.clientHeight

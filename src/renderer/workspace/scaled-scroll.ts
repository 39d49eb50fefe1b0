/** How tall an element is at most, in CSS pixels: browsers end between 17 and 33 million, half of it on dense screens. */
const tallest = 8_000_000

/** Into how many pages such an element is divided; the rows of a page lie where they would in the whole list. */
const pages = 100

/** How tall the element of a list of this height has to be. */
export const elementHeight = (height: number, most: number = tallest): number => Math.min(height, most)

/**
 * Scrolls a list that is taller than an element can be. Within a page the list moves with the element, pixel by pixel;
 * from one page to the next the element is put back, so that each row is reached by small steps. The bar, and whatever
 * else moves by more than what is in sight, goes to the same share of the list. The way of SlickGrid.
 */
export class ScaledScroll {
  readonly #tallest: number
  #height = 0
  #viewport = 0
  #top = 0
  #page = { height: 0, count: 1, shift: 0 }
  /** By how much the list lies higher than the element shows. */
  #offset = 0

  constructor(most: number = tallest) {
    this.#tallest = most
  }

  /** What is to be taken from a place in the list to have that in the element. */
  get offset(): number {
    return this.#offset
  }

  /** Where in the list the upper edge of what is in sight is. */
  get position(): number {
    return this.#top + this.#offset
  }

  /** The list has another height, or what is in sight of it; returns where the element is to be then. */
  resize(height: number, viewport: number): number {
    const { position } = this
    this.#height = height
    this.#viewport = viewport
    if (height <= this.#tallest) this.#page = { height: Math.max(1, height), count: 1, shift: 0 }
    else {
      const pageHeight = this.#tallest / pages
      const count = Math.floor(height / pageHeight)
      this.#page = { height: pageHeight, count, shift: (height - this.#tallest) / (count - 1) }
    }
    return this.moveTo(position)
  }

  /** Goes to a place in the list, as far as there is one; returns where the element is to be then. */
  moveTo(position: number): number {
    const there = Math.max(0, Math.min(position, this.#height - this.#viewport))
    this.#offset = this.#shiftOf(Math.floor(there / this.#page.height))
    this.#top = there - this.#offset
    return this.#top
  }

  /** The element was scrolled to `top`; returns where it is to be instead. */
  scrolled(top: number): number {
    const isStep = Math.abs(top - this.#top) < this.#viewport
    if (isStep) {
      const before = this.#offset
      const there = this.moveTo(top + before)
      // Where browsers let lists bounce at their ends, they are left to do so.
      return this.#offset === before ? top : there
    }
    const share = top / Math.max(1, elementHeight(this.#height, this.#tallest) - this.#viewport)
    this.#offset = this.#shiftOf(Math.floor((share * (this.#height - this.#viewport)) / this.#page.height))
    this.#top = top
    return top
  }

  #shiftOf(page: number): number {
    return Math.round(Math.min(page, this.#page.count - 1) * this.#page.shift)
  }
}

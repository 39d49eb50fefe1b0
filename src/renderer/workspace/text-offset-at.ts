/**
 * The offset in the document's text, in UTF-16 code units, of the character boundary nearest to a point of the window
 * (in CSS pixels); null where no text of the document is drawn there.
 */
export function textOffsetAt(x: number, y: number): number | null {
  const at = document.caretPositionFromPoint(x, y)
  const parent = at?.offsetNode.parentElement
  const container = parent?.closest<HTMLElement>('[data-text-start]')
  if (!at || !container || at.offsetNode.nodeType !== Node.TEXT_NODE) return null
  const before = document.createRange()
  before.setStart(container, 0)
  before.setEnd(at.offsetNode, at.offset)
  return Number(container.dataset.textStart) + before.toString().length
}

import type { OpenWork } from './open-work.ts'

/** Makes `index` the current segment; with `extend` the selection reaches from where it began. */
export function moveTo(work: OpenWork, index: number, extend: boolean): OpenWork {
  const current = Math.max(0, Math.min(index, work.annotation.segments.length - 1))
  const anchor = extend ? work.anchor : current
  const moved = current !== work.current || anchor !== work.anchor
  return moved || work.picked.length > 0 || work.caret !== null
    ? { ...work, current, anchor, picked: [], caret: null }
    : work
}

import type { ReactNode } from 'react'
import './split-caret.css'

/** The place where the current segment would be split, drawn between two characters without moving them. */
export function SplitCaret(): ReactNode {
  return <span className="split-caret" aria-hidden="true" />
}

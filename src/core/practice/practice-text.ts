type SimpleLabel = 'title' | 'body' | 'caption' | 'boilerplate'

/** Without `uncertain`: of each segment of the page it can be said what it is. */
type FineLabel =
  | 'title'
  | 'lede'
  | 'body'
  | 'subhead'
  | 'caption'
  | 'credit'
  | 'byline'
  | 'related'
  | 'navigation'
  | 'advert'
  | 'comments'

/** The label that the guidelines give a segment, and why in words that settle a doubt about this very segment. */
interface Answer<Label> {
  readonly label: Label
  readonly why: string
}

/** One segment of the practice page, with what it is in either preset. */
export interface PracticeText {
  readonly text: string
  readonly simple: Answer<SimpleLabel>
  readonly fine: Answer<FineLabel>
}
